import { describe, expect, test } from 'vitest';
import { dryRunKv, memoryKv } from '../../../data/kv/port.ts';
import { writeBatches } from '../../../data/kv/batches.ts';
import { publishRelease } from '../../../data/publish/publish.ts';
import { prunable, prune } from '../../../data/publish/prune.ts';
import { rollback } from '../../../data/publish/rollback.ts';
import { contentHash } from '../../../data/release/release.ts';
import type { Manifest } from '../../../src/core/release.ts';
import { manifestKey } from '../../../src/kv/keys.ts';
import { manifestSchema } from '../../../src/schema/release.ts';
import {
  NO_EXTRAS,
  dyingKv,
  pointerOf,
  publishing,
  toyRelease,
  visibleRelease,
  visibleScripts,
} from './publishing.ts';

const [A, B, C] = ['a', 'b', 'c'].map(toyRelease) as [
  ReturnType<typeof toyRelease>,
  ReturnType<typeof toyRelease>,
  ReturnType<typeof toyRelease>,
];

describe('publishing', () => {
  test('makes a release visible, and the next one with the one before as previous', async () => {
    const entries = new Map<string, string>();
    expect(visibleRelease(entries)).toBeNull();
    await publishing(entries, A, 1);
    expect(visibleRelease(entries)).toBe(A.manifest.id);
    await publishing(entries, B, 2);
    expect(visibleRelease(entries)).toBe(B.manifest.id);
    expect(pointerOf(entries)).toMatchObject({
      previous: A.manifest.id,
      releases: [{ id: B.manifest.id, state: 'live' }, { id: A.manifest.id }],
    });
  });

  test('writes no blob that is there, and nothing when nothing changed', async () => {
    const entries = new Map<string, string>();
    const first = await publishing(entries, A, 1);
    expect(first.written.blobs).toBe(5); // and the list of scripts
    const before = new Map(entries);
    expect((await publishing(entries, A, 2)).outcome).toBe('unchanged');
    expect(entries).toEqual(before);
    // One of the four blobs is common to all toy releases, and no script is new.
    expect((await publishing(entries, B, 3)).written.blobs).toBe(3);
  });

  test('killed at any write, readers stay on the release before; run again, it gets there', async () => {
    const start = new Map<string, string>();
    await publishing(start, A, 1);
    const extras = { cards: new Map([['x.light.png', 'PNG']]), scripts: new Map([['m.js', 'js']]) };
    const steps = ['blobs', 'manifest', 'current'];
    const cases = steps.flatMap((_, limit) => [false, true].map((torn) => ({ limit, torn })));
    for (const { limit, torn } of cases) {
      const entries = new Map(start);
      const kv = dyingKv(entries, limit, torn);
      await expect(publishRelease(kv, B, extras, { now: at(2) })).rejects.toThrow('killed');
      expect(visibleRelease(entries)).toBe(A.manifest.id);
      await publishRelease(memoryKv(entries), B, extras, { now: at(3) });
      expect(visibleRelease(entries)).toBe(B.manifest.id);
    }
    // No further write than these could be the one that kills.
    await publishRelease(dyingKv(new Map(start), steps.length, false), B, extras, { now: at(2) });
  });

  test('a blob that comes back changed stops it before anything is visible', async () => {
    const entries = new Map<string, string>();
    const kv = memoryKv(entries);
    const broken = {
      ...kv,
      put: (added: ReadonlyMap<string, string>) =>
        kv.put(new Map([...added].map(([key, text]) => [key, `${text} `]))),
    };
    await expect(publishRelease(broken, A, NO_EXTRAS, { now: at(1) })).rejects.toThrow(
      /^KV key "b\/[0-9a-f]{24}" came back changed/,
    );
    expect(visibleRelease(entries)).toBeNull();
  });

  test('scripts are carried from release to release, cards are not', async () => {
    const entries = new Map<string, string>();
    const extras = {
      cards: new Map([['x.light.png', 'PNG']]),
      scripts: new Map([['m.1.js', '1']]),
    };
    await publishRelease(memoryKv(entries), A, extras, { now: at(1) });
    const { id } = await publishRelease(
      memoryKv(entries),
      B,
      { cards: new Map(), scripts: new Map([['m.2.js', '2']]) },
      { now: at(2) },
    );
    expect(visibleScripts(entries)).toEqual({ 'm.1.js': '1', 'm.2.js': '2' });
    expect(liveManifest(entries, id).cards).toEqual({});
    await rollback(memoryKv(entries), null);
    expect(Object.keys(visibleScripts(entries))).toEqual(['m.1.js', 'm.2.js']);
  });

  test('the same data with another script overwrites nothing but current', async () => {
    const entries = new Map<string, string>();
    const kv = memoryKv(entries);
    const overwritten: string[] = [];
    const watched = {
      ...kv,
      put: (added: ReadonlyMap<string, string>) => {
        for (const [key, text] of added) {
          if (entries.has(key) && entries.get(key) !== text) overwritten.push(key);
        }
        return kv.put(added);
      },
    };
    const publish = (script: string, card: string, day: number) =>
      publishRelease(
        watched,
        A,
        {
          cards: new Map([['x.light.png', card]]),
          scripts: new Map([
            ['m.js', script],
            [`m.${script}.js`, script],
          ]),
        },
        { now: at(day) },
      );
    const first = await publish('one', 'CARD', 1);
    const second = await publish('two', 'NEW CARD', 2);
    expect(second).toMatchObject({ id: first.id, outcome: 'published' });
    expect(overwritten).toEqual(['current']);
    expect(visibleScripts(entries)).toEqual({
      'm.js': 'two',
      'm.one.js': 'one',
      'm.two.js': 'two',
    });
    expect(pointerOf(entries).releases[0]!.earlier).toHaveLength(1);
    expect((await publish('two', 'NEW CARD', 3)).outcome).toBe('unchanged');
  });

  test('over a release of the older layout it starts anew, and keeps the scripts', async () => {
    const hash = contentHash('old script');
    const scripts = { 'm.0.js': { hash, size: 10 } };
    const releases = [{ id: '0123456789ab', publishedAt: at(0), state: 'live' }];
    const older = { release: '0123456789ab', previous: null, publishedAt: at(0), releases };
    const entries = new Map([
      ['current', JSON.stringify(older)],
      ['m/0123456789ab', JSON.stringify({ schema: 1, id: '0123456789ab', scripts })],
      [`b/${hash}`, 'old script'],
    ]);
    await expect(rollback(memoryKv(entries), null)).rejects.toThrow(/of an older layout.*publish/);
    await publishing(entries, A, 1);
    expect(visibleRelease(entries)).toBe(A.manifest.id);
    expect(visibleScripts(entries)).toEqual({ 'm.0.js': 'old script' });
  });

  test('where KV does not show the list of scripts, it stops: they would be lost', async () => {
    const entries = new Map<string, string>();
    await publishing(entries, A, 1);
    const before = new Map(entries);
    entries.delete(`b/${pointerOf(entries).scripts.hash}`);
    await expect(publishing(entries, B, 2)).rejects.toThrow(/list of published scripts/);
    expect(entries.get('current')).toBe(before.get('current'));
  });

  test('a dry run writes nothing', async () => {
    const entries = new Map<string, string>();
    const kv = dryRunKv(memoryKv(entries));
    const { outcome } = await publishRelease(kv, A, NO_EXTRAS, { now: at(1) });
    expect(outcome).toBe('published');
    expect(entries.size).toBe(0);
  });
});

describe('rolling back', () => {
  test('is one write, and goes forth as well', async () => {
    const entries = new Map<string, string>();
    await publishing(entries, A, 1);
    await publishing(entries, B, 2);
    const writes: string[][] = [];
    const kv = memoryKv(entries);
    const counting = {
      ...kv,
      put: (added: ReadonlyMap<string, string>) => {
        writes.push([...added.keys()]);
        return kv.put(added);
      },
    };
    await rollback(counting, null);
    expect(writes).toEqual([['current']]);
    expect(visibleRelease(entries)).toBe(A.manifest.id);
    await rollback(kv, null);
    expect(visibleRelease(entries)).toBe(B.manifest.id);
  });

  test('names what it could go back to', async () => {
    const entries = new Map<string, string>();
    await expect(rollback(memoryKv(entries), null)).rejects.toThrow(/^nothing is published/);
    await publishing(entries, A, 1);
    await expect(rollback(memoryKv(entries), null)).rejects.toThrow(/no previous release/);
    await publishing(entries, B, 2);
    await expect(rollback(memoryKv(entries), 'ffffffffffff')).rejects.toThrow(A.manifest.id);
  });
});

describe('pruning', () => {
  const options = { keep: 1, olderThan: 10, now: at(100) };

  test('takes old releases and only the blobs that nothing else names', async () => {
    const entries = new Map<string, string>();
    for (const [i, built] of [A, B, C].entries()) await publishing(entries, built, i + 1);
    const { gone, removedBlobs } = await prune(memoryKv(entries), options);
    expect(gone).toEqual([A.manifest.id]);
    expect(removedBlobs).toBe(3);
    expect(visibleRelease(entries)).toBe(C.manifest.id);
    expect([...entries.keys()].filter((key) => key.startsWith('m/'))).toHaveLength(2);
    expect(pointerOf(entries).releases.map(({ state }) => state)).toEqual(['live', 'live', 'gone']);
    await rollback(memoryKv(entries), null);
    expect(visibleRelease(entries)).toBe(B.manifest.id);
  });

  test('stopped after the first write, the next one finishes it', async () => {
    const entries = new Map<string, string>();
    for (const [i, built] of [A, B, C].entries()) await publishing(entries, built, i + 1);
    await expect(prune(dyingKv(entries, 1, false), options)).rejects.toThrow('killed');
    expect(visibleRelease(entries)).toBe(C.manifest.id);
    expect((await prune(memoryKv(entries), options)).removedBlobs).toBe(3);
    expect(visibleRelease(entries)).toBe(C.manifest.id);
  });

  test('takes what a release was published with before, but the last of it', async () => {
    const entries = new Map<string, string>();
    for (const [day, card] of ['one', 'two', 'three'].entries()) {
      const extras = { cards: new Map([['x.light.png', card]]), scripts: new Map() };
      await publishRelease(memoryKv(entries), A, extras, { now: at(day) });
    }
    expect((await prune(memoryKv(entries), options)).removedBlobs).toBe(1);
    expect(visibleRelease(entries)).toBe(A.manifest.id);
    const texts = new Set(entries.values());
    expect(['one', 'two', 'three'].filter((card) => texts.has(card))).toEqual(['two', 'three']);
  });

  test('never takes scripts', async () => {
    const entries = new Map<string, string>();
    const scripts = new Map([['m.1.js', 'script one']]);
    await publishRelease(memoryKv(entries), A, { cards: new Map(), scripts }, { now: at(1) });
    await publishing(entries, B, 2);
    await publishing(entries, C, 3);
    await prune(memoryKv(entries), options);
    expect([...entries.values()]).toContain('script one');
  });

  test.each([
    { name: 'old ones go', keep: 1, olderThan: 10, gone: ['d', 'e'] },
    { name: 'the newest stay', keep: 4, olderThan: 10, gone: ['e'] },
    { name: 'young ones stay', keep: 1, olderThan: 97.5, gone: ['e'] },
  ])('$name', ({ keep, olderThan, gone }) => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const releases = ids.map((id, i) => ({
      id,
      manifest: 'm',
      publishedAt: at(6 - i),
      state: id === 'f' ? ('gone' as const) : ('live' as const),
      keep: id === 'c',
    }));
    const pointer = {
      release: 'a',
      manifest: 'm',
      previous: 'b',
      publishedAt: at(6),
      scripts: { hash: 's', size: 2 },
      releases,
    };
    const going = prunable(pointer, { keep, olderThan, now: at(100) }).map(({ id }) => id);
    expect(going).toEqual(gone);
  });
});

test('writes are split by bytes and by pairs, and a value too large for one is refused', () => {
  const entries = new Map(Array.from({ length: 5 }, (_, i) => [`b/${i}`, 'x'.repeat(100)]));
  const sizes = writeBatches(entries, 260).map((batch) => batch.size);
  expect(sizes).toEqual([2, 2, 1]);
  const many = new Map(Array.from({ length: 10_001 }, (_, i) => [`k${i}`, '']));
  expect(writeBatches(many).map((batch) => batch.size)).toEqual([10_000, 1]);
  expect(() => writeBatches(entries, 50)).toThrow(/^b\/0 has \d+ bytes, more than the 50/);
});

/** A time, days after a fixed one. */
function at(day: number): string {
  return new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toISOString();
}

function liveManifest(entries: ReadonlyMap<string, string>, id: string): Manifest {
  const { manifest } = pointerOf(entries);
  return manifestSchema.parse(JSON.parse(entries.get(manifestKey({ id, manifest }))!));
}
