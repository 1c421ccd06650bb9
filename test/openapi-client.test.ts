import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import openapiTypes from 'openapi-typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadData } from '../data/load/load.ts';
import { buildRelease } from '../data/release/release.ts';
import { memorySite } from '../data/serve/memory-site.ts';

const run = promisify(execFile);
const MODULES = fileURLToPath(new URL('../node_modules/', import.meta.url));

let place = '';
/** The description as the site answers it. */
let served = '';
beforeAll(async () => {
  const publishedAt = '2026-11-23T00:00:00.000Z';
  const release = buildRelease(await loadData([]));
  const site = await memorySite(release, { publishedAt, origin: 'https://matchpoint.example' });
  served = await (await site.fetch('/openapi.json')).text();
  place = await mkdtemp(join(tmpdir(), 'matchpoint-openapi-'));
  await writeFile(join(place, 'openapi.json'), served);
});
afterAll(() => rm(place, { recursive: true }));

/** What a program in Node says, of output and errors together, and whether it ended well. */
async function said(script: string, ...args: readonly string[]): Promise<[boolean, string]> {
  try {
    const { stdout } = await run(process.execPath, [join(MODULES, script), ...args], {
      cwd: place,
    });
    return [true, stdout];
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return [false, `${stdout}${stderr}`];
  }
}

/** A client that reads what it is typed to read, and one line that is a mistake. */
function clientOf(mistake: string): string {
  return `import type { components, paths } from './types.ts';
type Comparison = components['schemas']['Comparison'];
type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
} ? Body : never;
declare function get<Path extends keyof paths>(path: Path): Answer<Path>;
const comparison: Comparison = get('/compare/{model}/{shared}/{sides}.json');
export const numbers: (number | null)[] = [
  comparison.values[0]!.interactivity,
  comparison.values[0]!.sides[0]!.throughput,
  get('/rank/{model}/{workload}.json').rows[0]!.rank,
];
export const texts: string[] = [
  comparison.sides[0]!.label,
  comparison.notices[0]!.code,
  get('/catalog.json').models[0]!.key,
  get('/releases.json').releases[0]!.id,
];
${mistake}
`;
}

/** Lines of generated types, comments left out, that say nothing of what stands there. */
function unshaped(types: string): string[] {
  const lines = types.replaceAll(/\/\*[^]*?\*\//g, '').split('\n');
  return lines.filter(
    (line) =>
      /\b(?:unknown|any)\b(?!\??:)/.test(line.replaceAll(/"[^"]*"/g, '')) &&
      !line.startsWith('type OneOf<'),
  );
}

test('types that say nothing are noticed', async () => {
  const loose = {
    type: 'object',
    properties: { a: {}, b: { type: 'object', additionalProperties: {} } },
  };
  const info = { title: 'x', version: '1' };
  const types = await openapiTypes({
    openapi: '3.1.0',
    info,
    paths: {},
    components: { schemas: { S: loose } },
  } as never);
  expect(unshaped(types)).toHaveLength(2);
});

test('clean under the lint of Redocly, which can say no', async () => {
  const lint = (file: string) =>
    said('@redocly/cli/bin/cli.js', 'lint', join(place, file), '--extends', 'recommended');
  expect(await lint('openapi.json')).toEqual([true, expect.anything()]);
  const broken = { ...(JSON.parse(served) as object), servers: [] };
  await writeFile(join(place, 'broken.json'), JSON.stringify(broken));
  expect(await lint('broken.json')).toEqual([false, expect.stringContaining('no-empty-servers')]);
}, 120_000);

test('a client generated from it knows every shape, and a mistake in its use does not compile', async () => {
  const types = await openapiTypes(JSON.parse(served));
  expect(unshaped(types)).toEqual([]);
  await writeFile(join(place, 'types.ts'), types);
  const compiled = async (mistake: string) => {
    await writeFile(join(place, 'client.ts'), clientOf(mistake));
    const options = '--noEmit --strict --module nodenext --allowImportingTsExtensions --types node';
    const args = [...options.split(' '), '--typeRoots', join(MODULES, '@types'), 'client.ts'];
    return said('typescript/bin/tsc', ...args);
  };
  expect(await compiled('')).toEqual([true, '']);
  expect(await compiled('export const wrong: number = comparison.sides[0]!.label;')).toEqual([
    false,
    expect.stringContaining("'string' is not assignable to type 'number'"),
  ]);
}, 120_000);
