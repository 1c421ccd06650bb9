import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { failureText } from '../../../data/cli/failure.ts';
import { dataProgram } from '../../../data/cli/program.ts';
import { localKv } from '../../../data/kv/local.ts';
import type { KvPort } from '../../../data/kv/port.ts';
import type { Manifest, Pointer } from '../../../src/core/release.ts';
import { blobKey, manifestKey } from '../../../src/kv/keys.ts';
import { printedBy } from './printed-by.ts';

/** Commands open local KV and close it, seconds each; here one stays open for all of them. */
const opened = new Map<string, Promise<KvPort>>();
vi.mock('../../../data/kv/local.ts', async (original) => {
  const actual = await original<{ localKv: (dir: string) => Promise<KvPort> }>();
  return {
    localKv: async (dir: string) => {
      opened.set(dir, opened.get(dir) ?? actual.localKv(dir));
      return { ...(await opened.get(dir)!), close: () => Promise.resolve() };
    },
  };
});

async function closeKv(): Promise<void> {
  await (await opened.get(state))?.close();
  opened.clear();
}

let place = '';
let state = '';
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'matchpoint-broken-'));
  state = join(place, 'state');
  await sweepOf(1000);
});
afterAll(async () => {
  await closeKv();
  await rm(place, { recursive: true });
});

/** Writes the data: one sweep of two points, the first with this throughput. */
async function sweepOf(throughput: number): Promise<void> {
  const source = { url: null, license: null, attribution: 'test', date: null };
  const sweep = {
    hardware: 'b300',
    precision: 'fp4',
    specMethod: 'mtp',
    framework: 'sglang',
    deployment: 'single-node',
    workload: '1k1k',
    interactivityBasis: 'median-tpot',
    offload: null,
    basis: 'measured',
    run: '1',
    label: null,
    date: '2026-01-02',
    rates: null,
    sources: [{ ...source, framework: null, image: null }],
    points: [
      { interactivity: 50, throughput, source: 0 },
      { interactivity: 100, throughput: 500, source: 0 },
    ],
  };
  const file = JSON.stringify({ model: 'qwen-3-5', sweeps: [sweep] });
  await writeFile(join(place, 'qwen-3-5.json'), file);
}

/** What a command says and how it ends, as `npm run data --` does. */
async function run(line: string): Promise<{ said: string; code: number }> {
  const [command = '', ...more] = line.split(' ');
  const data = command === 'publish' ? ['--data', place, '--only'] : [];
  const options = [...more, ...data, '--local', '--state', state];
  process.exitCode = 0;
  const { said, error } = await printedBy(() =>
    dataProgram().parseAsync([command, ...options], { from: 'user' }),
  );
  const code = Number(process.exitCode);
  process.exitCode = 0;
  return error === null ? { said, code } : { said: failureText(error), code: 1 };
}

/** Changes what KV holds. */
async function change(
  changes: (current: Pointer, manifest: Manifest) => Record<string, string | null>,
) {
  const kv = await localKv(state);
  try {
    const text = (await kv.get(['current'])).get('current')!;
    const current = JSON.parse(text) as Pointer;
    const key = manifestKey({ id: current.release, manifest: current.manifest });
    const manifest = JSON.parse((await kv.get([key])).get(key)!) as Manifest;
    for (const [name, value] of Object.entries(changes(current, manifest))) {
      if (value === null) await kv.remove([name]);
      else await kv.put(new Map([[name, value]]));
    }
  } finally {
    await kv.close();
  }
}

const blobOf = (manifest: Manifest, name: string) => blobKey(manifest.data[name]!.hash);
const indexOf = (manifest: Manifest) => blobOf(manifest, 'i/qwen-3-5');
const curvesOf = (manifest: Manifest) => blobOf(manifest, 'w/qwen-3-5/1k1k');

describe('from every broken state of a real local KV the commands lead on', () => {
  test('an empty one', async () => {
    expect(await run('verify')).toEqual({
      said: `nothing is published here; \`npm run data -- publish --local --state ${state}\` does it`,
      code: 1,
    });
    expect((await run('publish')).said).toMatch(
      /^Release [0-9a-f]{12} is published: \d+ new values/,
    );
    expect(await run('verify')).toMatchObject({ code: 0 });
  });

  test('lost and damaged blobs', async () => {
    await change((_, manifest) => ({
      [indexOf(manifest)]: '{"model":"qwen-3-5"}',
      [curvesOf(manifest)]: null,
    }));
    const seen = await run('verify');
    expect(seen.code).toBe(1);
    expect(seen.said).toMatch(/is not whole, 2 of \d+ values are lost or damaged:\n/);
    expect(seen.said).toMatch(/^ {2}i\/qwen-3-5 \(b\/[0-9a-f]{24}\) has another content$/m);
    expect(seen.said).toMatch(/^ {2}w\/qwen-3-5\/1k1k \(b\/[0-9a-f]{24}\) is not there$/m);
    expect(seen.said).toContain(`\`npm run data -- publish --repair --local --state ${state}\``);
    expect((await run('publish --repair')).said).toMatch(/is published and whole: \d+ new values/);
    expect(await run('verify')).toMatchObject({ code: 0 });
    expect((await run('publish --repair')).said).toMatch(/and whole: nothing to repair\n$/);
  });

  test('a manifest of another schema: the data that are published again mend it', async () => {
    await change(({ release: id, manifest: hash }, manifest) => ({
      [manifestKey({ id, manifest: hash })]: JSON.stringify({ ...manifest, schema: 1 }),
    }));
    const seen = await run('verify');
    expect(seen).toMatchObject({ code: 1 });
    expect(seen.said).toMatch(/ {2}manifest of [0-9a-f]{12} \(m\/\S+\) has another content\n/);
    expect((await run('publish')).said).toMatch(/is published: /);
    expect(await run('verify')).toMatchObject({ code: 0 });
  });

  test('a damaged "current", with older releases in KV', async () => {
    await sweepOf(2000);
    expect((await run('publish')).code).toBe(0);
    const releases: string[] = [];
    await change((current) => {
      releases.push(current.release, current.previous!);
      return { current: '{"release":' };
    });
    const way = `KV key "current" holds no JSON (11 characters); \`npm run data -- publish --repair --local --state ${state}\` puts it right`;
    for (const line of ['publish', 'verify', 'rollback', 'prune']) {
      expect(await run(line)).toEqual({ said: way, code: 1 });
    }
    expect((await run('publish --repair')).said).toMatch(/^The list of releases is new,/m);
    const verified = await run('verify --all');
    expect(verified).toMatchObject({ code: 0 });
    for (const release of releases) expect(verified.said).toContain(`Release ${release} is whole`);
    expect((await run('rollback')).said).toBe(
      `Release ${releases[1]} is the current one again; another rollback leads to ${releases[0]}, which was current until now\n`,
    );
  });

  test('a deleted state', async () => {
    await closeKv();
    await rm(state, { recursive: true });
    expect((await run('publish')).said).toMatch(/is published: /);
    expect(await run('verify')).toMatchObject({ code: 0 });
  });
});
