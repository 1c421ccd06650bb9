import { execFile, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadData } from '../../../data/load/load.ts';
import { TOOL_RESULTS } from '../import/tool-results.ts';

const { text: RESULT } = TOOL_RESULTS.find(({ name }) => name === 'vLLM 0.9')!;
const COMMAND = fileURLToPath(new URL('../../../data/cli/data.ts', import.meta.url));
const ESCAPE = String.fromCodePoint(0x1b);
const isRoot = process.getuid?.() === 0; // nothing is unreadable to it

const at = (concurrency: number) =>
  RESULT.replace('"max_concurrency": 16', `"max_concurrency": ${concurrency}`);
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** Each with what the report says of it; `null` where its row is taken. */
const FILES: Readonly<
  Record<string, readonly [content: string | Uint8Array, says: string | null]>
> = {
  'good.json': [at(90), null],
  'utf16.json': [Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(at(91), 'utf16le')]), null],
  'packed.json.gz': [gzipSync(at(92)), null],
  'prototype.json': [
    at(93).replace('{', '{"__proto__": {"completed": 0}, "constructor": {"prototype": 1},'),
    null,
  ],
  [`named ${ESCAPE}[31m.json`]: [at(94).replace('example/Toy1', String.raw`\u001b[2J/Toy1`), null],
  'truncated.json': [RESULT.slice(0, -40), 'truncated.json: malformed'],
  'cut-off.json.gz': [gzipSync(RESULT).subarray(0, 200), 'cut-off.json.gz: unexpected end of file'],
  'empty.json': ['', 'empty.json: empty'],
  'foreign.json': ['{"temperature": 21}', 'foreign.json: of no format that is read'],
  'deep.json': [at(97).replace(/\}\s*$/, `, "x": ${nested(200_000)}}`), null], // read as any other
  'huge.json': [
    RESULT.replace('"total_token_throughput": 8000', '"total_token_throughput": 1e999'),
    'huge.json: no-throughput',
  ],
  'absurd.json': [
    RESULT.replace('"median_tpot_ms": 20', '"median_tpot_ms": 1e-300'),
    'absurd.json: implausible',
  ],
};

let place = '';
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'matchpoint-hostile-'));
});
afterEach(() => rm(place, { recursive: true }));

async function imported(): Promise<{ said: string; code: number | null }> {
  const facts = ['hardware=h100', 'gpus=8', 'precision=fp8'].flatMap((fact) => ['--set', fact]);
  const words = [COMMAND, 'import', 'results', '--out', 'out', '--add', '--verbose', ...facts];
  const child = spawn(process.execPath, words, { cwd: place, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  }
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { said, code };
}

test(
  'a folder of hostile files: each is named, the others are imported',
  { timeout: 60_000 },
  async () => {
    const results = join(place, 'results');
    await mkdir(join(results, 'below'), { recursive: true });
    for (const [name, [content]] of Object.entries(FILES)) {
      await writeFile(join(results, name), content);
    }
    await writeFile(join(place, 'elsewhere.json'), at(95));
    const links = [
      ['../elsewhere.json', 'link.json', null],
      ['..', 'below/loop', 'below/loop: a link to a folder'],
      ['self.json', 'self.json', 'self.json: a link that leads to itself'],
      ['nowhere.json', 'dangling.json', 'dangling.json: a link that leads nowhere'],
    ] as const;
    for (const [target, name] of links) await symlink(target, join(results, name));
    execFileSync('mkfifo', [join(results, 'pipe.json')]);
    await writeFile(join(results, 'locked.json'), at(96));
    await chmod(join(results, 'locked.json'), 0o000);

    const { said, code } = await imported();
    const says = [
      ...Object.values(FILES).map(([, text]) => text),
      ...links.map(([, , text]) => text),
    ];
    const lines = said.replaceAll(/: (?:vllm|unreadable), \d rows?: /g, ': ');
    for (const text of says) if (text !== null) expect(lines).toContain(text);
    expect(lines).toContain('pipe.json: no file but a pipe');
    if (!isRoot) expect(lines).toMatch(/locked\.json: .*cannot be read/);
    expect(said).not.toContain(ESCAPE);
    expect(code).toBe(0);
    expect(said).toMatch(new RegExp(`^  ${isRoot ? 8 : 7} accepted`, 'm'));

    const written = await readFile(join(place, 'out', 'toy1.json'), 'utf8');
    const loads = [...written.matchAll(/"concurrency":(\d+)/g)].map(([, load]) => Number(load));
    const expected = [90, 91, 92, 93, 94, 95, ...(isRoot ? [96] : []), 97];
    expect(loads.toSorted((a, b) => a - b)).toEqual(expected);
    expect(written).not.toContain(ESCAPE);
    const { sweeps } = await loadData([join(place, 'out')], { isOnly: true }); // its rules hold
    expect(sweeps).toHaveLength(1);
    expect(Object.hasOwn(Object.prototype, 'completed')).toBe(false);
  },
);

/** Runs as somebody who may not read everything, where the tests run as root. */
const SETPRIV = '/usr/bin/setpriv';
const asNobody = isRoot ? [SETPRIV, '--reuid=65534', '--regid=65534', '--clear-groups'] : [];

test.runIf(!isRoot || existsSync(SETPRIV))(
  'a folder below that cannot be entered is named, a hidden one is left alone, and the others go on',
  async () => {
    const results = join(place, 'results');
    for (const folder of ['shut', '.hidden', 'open/below']) {
      await mkdir(join(results, folder), { recursive: true });
      await writeFile(join(results, folder, 'result.json'), at(folder.length));
    }
    await mkdir(join(place, 'out'));
    await chmod(place, 0o755);
    await chmod(join(place, 'out'), 0o777);
    const closed = [join(results, 'shut'), join(results, '.hidden')];
    for (const folder of closed) await chmod(folder, 0o000);
    try {
      const facts = ['hardware=h100', 'gpus=8', 'precision=fp8', 'model=deepseek-r1'];
      const words = [COMMAND, 'import', 'results', '--out', 'out', '--add'];
      const [command, ...rest] = [...asNobody, process.execPath, ...words];
      const set = facts.flatMap((fact) => ['--set', fact]);
      const { stdout } = await promisify(execFile)(command!, [...rest, ...set], { cwd: place });
      expect(stdout).toContain(
        'shut: unreadable, 0 rows: a folder that cannot be entered (EACCES)',
      );
      expect(stdout).not.toContain('.hidden');
      expect(stdout).toMatch(/^ {2}1 accepted, in 1 sweep$/m);
    } finally {
      for (const folder of closed) await chmod(folder, 0o755);
    }
  },
);
