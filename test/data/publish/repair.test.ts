import { expect, test } from 'vitest';
import { memoryKv } from '../../../data/kv/port.ts';
import type { KvPort } from '../../../data/kv/port.ts';
import { publishRelease } from '../../../data/publish/publish.ts';
import type { PublishResult } from '../../../data/publish/publish.ts';
import { rollback } from '../../../data/publish/rollback.ts';
import { verifyRelease, verifyScripts } from '../../../data/publish/verify.ts';
import type { Manifest, ModelIndex, Pointer } from '../../../src/core/release.ts';
import { blobKey, manifestKey } from '../../../src/kv/keys.ts';
import {
  NO_EXTRAS,
  pointerOf,
  publishing,
  toyRelease,
  toyReleases,
  visibleRelease,
  visibleScripts,
} from './publishing.ts';

const [A, B, C] = toyReleases('a', 'b', 'c');
const NOW = '2026-03-01T00:00:00.000Z';

/** A, B and C published one after the other, A with a script of its own. */
async function published(): Promise<Map<string, string>> {
  const entries = new Map<string, string>();
  const scripts = new Map([['m.1.js', 'script one']]);
  await publishRelease(memoryKv(entries), A, { ...NO_EXTRAS, scripts }, { now: '2026-01-01' });
  await publishing(entries, B, 2);
  await publishing(entries, C, 3);
  return entries;
}

function repaired(entries: Map<string, string>, built = C): Promise<PublishResult> {
  return publishRelease(memoryKv(entries), built, NO_EXTRAS, { now: NOW, isRepair: true });
}

/** What only this release has: its blob of curves. */
function ownBlob(built: typeof A): string {
  const name = Object.keys(built.manifest.data).find((one) => one.startsWith('w/ant'))!;
  return blobKey(built.manifest.data[name]!.hash);
}

function manifestOf(entries: ReadonlyMap<string, string>, built: typeof A): string {
  return manifestKey(pointerOf(entries).releases.find(({ id }) => id === built.manifest.id)!);
}

test('what is whole stays as it is', async () => {
  const entries = await published();
  const before = new Map(entries);
  expect(await repaired(entries)).toMatchObject({
    outcome: 'unchanged',
    loss: { releases: [], scripts: [], isListNew: false },
  });
  expect(entries).toEqual(before);
});

test('a lost blob is written again by any publication, a damaged one by a repair', async () => {
  const entries = await published();
  const text = entries.get(ownBlob(C))!;
  entries.delete(ownBlob(C));
  expect((await publishing(entries, C, 4)).written.blobs).toBe(1);
  expect(entries.get(ownBlob(C))).toBe(text);
  entries.set(ownBlob(C), `${text} `);
  expect(await publishing(entries, C, 4)).toMatchObject({ outcome: 'unchanged' });
  expect(await repaired(entries)).toMatchObject({ outcome: 'repaired', written: { blobs: 1 } });
  expect(visibleRelease(entries)).toBe(C.manifest.id);
});

test('a release that cannot be made whole goes off the list, and what it was to go back to', async () => {
  const entries = await published();
  entries.set(ownBlob(B), 'damaged');
  const { loss } = await repaired(entries);
  expect(loss!.releases).toMatchObject([
    { id: B.manifest.id, damages: [{ problem: 'has another content' }] },
  ]);
  const pointer = pointerOf(entries);
  expect(pointer.previous).toBe(A.manifest.id);
  expect(pointer.releases.map(({ state }) => state)).toEqual(['live', 'gone', 'live']);
  await rollback(memoryKv(entries), null);
  expect(visibleRelease(entries)).toBe(A.manifest.id);
  await publishRelease(memoryKv(entries), B, NO_EXTRAS, { now: NOW, isRepair: true });
  expect(visibleRelease(entries)).toBe(B.manifest.id);
  expect(pointerOf(entries).releases.every(({ state }) => state === 'live')).toBe(true);
});

test.each(['lost', 'damaged'])('a %s manifest of another release: off the list', async (how) => {
  const entries = await published();
  if (how === 'lost') entries.delete(manifestOf(entries, A));
  else entries.set(manifestOf(entries, A), '{}');
  const { loss } = await repaired(entries);
  expect(loss!.releases.map(({ id }) => id)).toEqual([A.manifest.id]);
  expect(visibleRelease(entries)).toBe(C.manifest.id);
});

test.each(['no JSON', '{}', '[]', '{"release":5}'])(
  'where "current" is %s, the list is made from the manifests, and nothing of it may be pruned',
  async (text) => {
    const entries = await published();
    const before = pointerOf(entries);
    entries.set('current', text);
    await expect(publishing(entries, C, 4)).rejects.toThrow(/^KV key "current" .*--repair --local/);
    const { loss } = await repaired(entries);
    expect(loss).toMatchObject({ releases: [], scripts: [], isListNew: true });
    const after = pointerOf(entries);
    expect(after).toMatchObject({ release: C.manifest.id, previous: B.manifest.id });
    expect(after.releases.map(({ id }) => id)).toEqual(before.releases.map(({ id }) => id));
    expect(after.releases.every(({ keep }) => keep === true)).toBe(true);
    expect(visibleRelease(entries)).toBe(C.manifest.id);
    expect(visibleScripts(entries)).toEqual({ 'm.1.js': 'script one' });
  },
);

test.each(['with', 'without'])(
  'a lost list of scripts, %s the manifests that name them: from all that names scripts',
  async (how) => {
    const entries = await published();
    // another list, as the one before the last publication with a new script
    entries.set(blobKey('f'.repeat(24)), 'no list');
    if (how === 'without') {
      const scripts = new Map([['m.2.js', 'script two']]);
      await publishRelease(memoryKv(entries), C, { ...NO_EXTRAS, scripts }, { now: NOW });
      // only the list before names the first script
      entries.delete(manifestOf(entries, A));
    }
    entries.delete(blobKey(pointerOf(entries).scripts.hash));
    await expect(publishing(entries, B, 4)).rejects.toThrow(
      /^KV key "b\/[0-9a-f]{24}", the list of published scripts, is not there: .*--repair --local/,
    );
    await repaired(entries);
    const names = how === 'with' ? ['m.1.js'] : ['m.1.js', 'm.2.js'];
    expect(Object.keys(visibleScripts(entries))).toEqual(names);
  },
);

test('a lost script is said, and asked for no more', async () => {
  const entries = await published();
  const [key] = [...entries].find(([, text]) => text === 'script one')!;
  entries.delete(key);
  expect((await verifyScripts(memoryKv(entries), pointerOf(entries))).damages).toHaveLength(1);
  // A names it too, and is not whole without it
  expect(await repaired(entries)).toMatchObject({
    loss: { releases: [{ id: A.manifest.id }], scripts: ['m.1.js'] },
  });
  expect(visibleScripts(entries)).toEqual({});
});

test('verifying names every value that is lost or damaged', async () => {
  const entries = await published();
  const ref = pointerOf(entries).releases[0]!;
  const whole = await verifyRelease(memoryKv(entries), ref);
  expect(whole).toEqual({ values: 5, damages: [] }); // a manifest and four blobs
  const manifest = JSON.parse(entries.get(manifestKey(ref))!) as Manifest;
  for (const { hash } of Object.values(manifest.data)) {
    const broken = new Map(entries).set(blobKey(hash), 'another text');
    expect((await verifyRelease(memoryKv(broken), ref)).damages[0]).toMatchObject({
      part: { key: blobKey(hash) },
      problem: 'has another content',
    });
  }
  const { points } = JSON.parse(entries.get(blobKey(manifest.data['i/ant']!.hash))!) as ModelIndex;
  entries.delete(blobKey(points[0]!.hash));
  expect((await verifyRelease(memoryKv(entries), ref)).damages).toMatchObject([
    { part: { name: 'sweep 0 of i/ant' }, problem: 'is not there' },
  ]);
});

test('going back to a release that lacks something is refused', async () => {
  const entries = await published();
  entries.delete(ownBlob(B));
  const before = entries.get('current');
  await expect(rollback(memoryKv(entries), null)).rejects.toThrow(
    new RegExp(`^release ${B.manifest.id} is not whole \\(w/ant/\\S+ is not there\\), nothing was`),
  );
  expect(entries.get('current')).toBe(before);
});

test('going back to a release whose keys KV does not list yet is not', async () => {
  const entries = await published();
  await rollback({ ...memoryKv(entries), list: () => Promise.resolve([]) }, null);
  expect(visibleRelease(entries)).toBe(B.manifest.id);
});

/** A KV that shows what `current` was before, after it has been written, so many times. */
function slowToShow(entries: Map<string, string>, looks: number): KvPort {
  const kv = memoryKv(entries);
  let left = 0;
  let old: string | null = null;
  return {
    ...kv,
    async put(added) {
      if (added.has('current')) [old, left] = [entries.get('current') ?? null, looks];
      return kv.put(added);
    },
    async get(keys) {
      const values = await kv.get(keys);
      if (keys.includes('current') && left-- > 0) values.set('current', old);
      return values;
    },
  };
}

test.each([
  { looks: 2, doubt: null },
  { looks: 99, doubt: /^KV still shows what was before/ },
])('an old look at "current" after the last write is no failure ($looks)', async (row) => {
  const entries = await published();
  const { doubt, outcome } = await publishRelease(
    slowToShow(entries, row.looks),
    toyRelease('d'),
    NO_EXTRAS,
    { now: NOW },
  );
  expect(outcome).toBe('published');
  if (row.doubt === null) expect(doubt).toBeNull();
  else expect(doubt).toMatch(row.doubt);
  expect(visibleRelease(entries)).toBe(toyRelease('d').manifest.id);
});

test('a last look that fails says that the release is live', async () => {
  const entries = await published();
  const kv = memoryKv(entries);
  let isWritten = false;
  const failing: KvPort = {
    ...kv,
    put: (added) => ((isWritten ||= added.has('current')), kv.put(added)),
    get: (keys) => (isWritten ? Promise.reject(new Error('no network')) : kv.get(keys)),
  };
  const { doubt } = await publishRelease(failing, toyRelease('d'), NO_EXTRAS, { now: NOW });
  expect(doubt).toBe('the write succeeded, but a look at it afterwards failed: no network');
});

test.each([
  { name: 'arrived all the same', arrives: true, fails: 1 },
  { name: 'is made again', arrives: false, fails: 2 },
])('a write of "current" that fails $name', async ({ arrives, fails }) => {
  const entries = await published();
  const kv = memoryKv(entries);
  let left = fails;
  const failing: KvPort = {
    ...kv,
    put: async (added) => {
      if (!added.has('current') || left-- <= 0) return kv.put(added);
      if (arrives) await kv.put(added);
      throw new Error('timed out');
    },
  };
  await rollback(failing, null);
  expect(visibleRelease(entries)).toBe(B.manifest.id);
  expect(left).toBeLessThanOrEqual(0);
});

test('a write of "current" that never arrives is a failure, and changes nothing', async () => {
  const entries = await published();
  const failing = { ...memoryKv(entries), put: () => Promise.reject(new Error('timed out')) };
  await expect(rollback(failing, null)).rejects.toThrow('timed out');
  expect(visibleRelease(entries)).toBe(C.manifest.id);
});

test('a value that KV shows a little later counts as written', async () => {
  const entries = new Map<string, string>();
  const kv = memoryKv(entries);
  let looks = 0;
  const slow: KvPort = {
    ...kv,
    get: async (keys) => {
      const values = await kv.get(keys);
      const isBlobs = keys[0]!.startsWith('b/') && entries.size > 0;
      return isBlobs && looks++ < 3 ? new Map(keys.map((key) => [key, null])) : values;
    },
  };
  await publishRelease(slow, A, NO_EXTRAS, { now: NOW });
  expect(looks).toBeGreaterThan(3);
  expect((pointerOf(entries) satisfies Pointer).release).toBe(A.manifest.id);
});
