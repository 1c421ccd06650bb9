import { describe, expect, test } from 'vitest';
import { dryRunKv, memoryKv } from '../../../data/kv/port.ts';
import { readBatches, writeBatches } from '../../../data/kv/batches.ts';
import { publishRelease } from '../../../data/publish/publish.ts';
import { prunable, prune } from '../../../data/publish/prune.ts';
import { rollback } from '../../../data/publish/rollback.ts';
import { contentHash } from '../../../data/release/release.ts';
import type { Manifest } from '../../../src/core/release.ts';
import { blobKey, manifestKey } from '../../../src/kv/keys.ts';
import { manifestSchema } from '../../../src/schema/release.ts';
import {
  NO_EXTRAS,
  Turns,
  dyingKv,
  pointerOf,
  publishing,
  toyRelease,
  toyReleases,
  visibleRelease,
  visibleScripts,
} from './publishing.ts';

const [A, B, C] = toyReleases('a', 'b', 'c');

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
  const HOUR = 1 / 24;
  const options = (day = 100) => ({ keep: 1, olderThan: 10, now: at(day) });

  /** Both runs, an hour between them. */
  async function pruneTwice(entries: Map<string, string>): Promise<number> {
    const marking = await prune(memoryKv(entries), options());
    expect(marking.removed).toBe(0);
    return (await prune(memoryKv(entries), options(100 + HOUR))).removed;
  }

  test('one run marks, a later one removes only what nothing else names', async () => {
    const entries = new Map<string, string>();
    for (const [i, built] of [A, B, C].entries()) await publishing(entries, built, i + 1);
    const before = new Map(entries);
    const marking = await prune(memoryKv(entries), options());
    expect(marking).toMatchObject({ gone: [A.manifest.id], removed: 0, marked: 4 });
    expect(marking.removableAt).toBe(at(100 + HOUR));
    for (const [key, text] of before) if (key !== 'current') expect(entries.get(key)).toBe(text);

    const tooSoon = await prune(memoryKv(entries), options(100 + HOUR / 2));
    expect(tooSoon).toMatchObject({ gone: [], removed: 0, marked: 4 });
    const removing = await prune(memoryKv(entries), options(100 + HOUR));
    expect(removing).toMatchObject({ gone: [], removed: 4, marked: 0, removableAt: null });
    expect(visibleRelease(entries)).toBe(C.manifest.id);
    expect([...entries.keys()].filter((key) => key.startsWith('m/'))).toHaveLength(2);
    expect(pointerOf(entries).releases.map(({ state }) => state)).toEqual(['live', 'live', 'gone']);
    expect(pointerOf(entries).pruning).toBeUndefined();
    await rollback(memoryKv(entries), null);
    expect(visibleRelease(entries)).toBe(B.manifest.id);
  });

  test('what is published again between the two runs stays', async () => {
    const entries = new Map<string, string>();
    for (const [i, built] of [A, B, C].entries()) await publishing(entries, built, i + 1);
    await prune(memoryKv(entries), options());
    await publishing(entries, A, 100.01);
    await prune(memoryKv(entries), options(101));
    expect(visibleRelease(entries)).toBe(A.manifest.id);
  });

  test('a manifest that came since the marks keeps what it names, listed or not', async () => {
    const entries = new Map<string, string>();
    for (const [i, built] of [A, B, C].entries()) await publishing(entries, built, i + 1);
    await prune(memoryKv(entries), options());
    const current = entries.get('current')!;
    await publishing(entries, A, 100.01);
    const whole = new Map(entries);
    entries.set('current', current); // as if its publisher had been stopped before the last write
    await prune(memoryKv(entries), options(101));
    entries.set('current', whole.get('current')!);
    expect(visibleRelease(entries)).toBe(A.manifest.id);
  });

  test('stopped at any write, it is ended by the next one', async () => {
    for (let limit = 0; ; limit++) {
      const entries = new Map<string, string>();
      for (const [i, built] of [A, B, C].entries()) await publishing(entries, built, i + 1);
      await prune(memoryKv(entries), options());
      const stopped = await prune(dyingKv(entries, limit, false), options(101)).then(
        () => false,
        () => true,
      );
      expect(visibleRelease(entries)).toBe(C.manifest.id);
      if (!stopped) break;
      await prune(memoryKv(entries), options(102));
      expect([...entries.keys()].filter((key) => key.startsWith('m/'))).toHaveLength(2);
      expect(pointerOf(entries).pruning).toBeUndefined();
      expect(visibleRelease(entries)).toBe(C.manifest.id);
      expect(limit).toBeLessThan(10);
    }
  });

  test('while one removes, who needs what it removes is refused, everybody else not', async () => {
    const entries = new Map<string, string>();
    for (const [i, built] of [A, B, C].entries()) await publishing(entries, built, i + 1);
    await prune(memoryKv(entries), options());
    await expect(prune(dyingKv(entries, 1, false), options(101))).rejects.toThrow('killed');
    await expect(publishing(entries, A, 101)).rejects.toThrow(
      /^a prune is removing 3 values that this release needs: .*`npm run data -- prune --local`$/,
    );
    await publishing(entries, toyRelease('d'), 101);
    await prune(memoryKv(entries), options(102));
    await publishing(entries, A, 103);
    expect(visibleRelease(entries)).toBe(A.manifest.id);
  });

  test('where what is being removed cannot be told, everybody is refused', async () => {
    const entries = new Map<string, string>();
    for (const [i, built] of [A, B, C].entries()) await publishing(entries, built, i + 1);
    await prune(memoryKv(entries), options());
    await expect(prune(dyingKv(entries, 1, false), options(101))).rejects.toThrow('killed');
    entries.delete(blobKey(pointerOf(entries).pruning!.keys.hash));
    await expect(publishing(entries, toyRelease('d'), 101)).rejects.toThrow(
      /^a prune is removing 6 values that this release needs/,
    );
  });

  test('of two that remove, the one that was overtaken stops', async () => {
    const entries = new Map<string, string>();
    for (const [i, built] of [A, B, C].entries()) await publishing(entries, built, i + 1);
    await prune(memoryKv(entries), options());
    const turns = new Turns();
    const slow = prune(turns.kv('slow', entries), options(101));
    const refusal = expect(slow).rejects.toThrow(/meanwhile: no more is removed/);
    const isClaimed = () => pointerOf(entries).pruning?.remover != null;
    while (!isClaimed()) await turns.go('slow');
    for (let i = 0; i < 3; i++) await turns.go('slow'); // it has waited, and begun to look
    expect((await prune(memoryKv(entries), options(102))).removed).toBe(4);
    await publishing(entries, A, 103);
    while (turns.waiting.length > 0) await turns.go('slow');
    await refusal;
    expect(visibleRelease(entries)).toBe(A.manifest.id);
  });

  test('takes what a stopped publication left behind', async () => {
    const entries = new Map<string, string>();
    await publishing(entries, A, 1);
    const whole = [...entries.keys()];
    await expect(
      publishRelease(dyingKv(entries, 2, false), B, NO_EXTRAS, { now: at(2) }),
    ).rejects.toThrow('killed');
    expect(entries.size).toBeGreaterThan(whole.length);
    expect(await pruneTwice(entries)).toBeGreaterThan(0);
    expect([...entries.keys()].toSorted()).toEqual(whole.toSorted());
  });

  test('leaves keys alone that publishing never writes', async () => {
    const entries = new Map([
      ['b/of-somebody-else', 'x'],
      ['other', 'y'],
    ]);
    await publishing(entries, A, 1);
    await pruneTwice(entries);
    expect(entries.has('b/of-somebody-else') && entries.has('other')).toBe(true);
  });

  test('takes what a release was published with before, but the last of it', async () => {
    const entries = new Map<string, string>();
    for (const [day, card] of ['one', 'two', 'three'].entries()) {
      const extras = { cards: new Map([['x.light.png', card]]), scripts: new Map() };
      await publishRelease(memoryKv(entries), A, extras, { now: at(day) });
    }
    expect(await pruneTwice(entries)).toBe(2); // the first card and its manifest
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
    await pruneTwice(entries);
    expect([...entries.values()]).toContain('script one');
  });

  test('where a kept release is damaged, it removes nothing and names the way on', async () => {
    const entries = new Map<string, string>();
    for (const [i, built] of [A, B, C].entries()) await publishing(entries, built, i + 1);
    const { manifest } = pointerOf(entries);
    entries.set(manifestKey({ id: C.manifest.id, manifest }), '{}');
    await expect(prune(memoryKv(entries), options())).rejects.toThrow(
      /its manifest.*has another content; `npm run data -- publish --repair --local` puts it right$/,
    );
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
  const wide = new Map(['a', 'b'].map((key) => [key, '€'.repeat(50)])); // of three bytes each
  expect(writeBatches(wide, 260).map((batch) => batch.size)).toEqual([1, 1]);
  const many = new Map(Array.from({ length: 10_001 }, (_, i) => [`k${i}`, '']));
  expect(writeBatches(many).map((batch) => batch.size)).toEqual([10_000, 1]);
  expect(() => writeBatches(entries, 50)).toThrow(/^b\/0 has \d+ bytes, more than the 50/);
});

test('reads are split by keys and by bytes, a value of unknown size counting as a large one', () => {
  const keys = Array.from({ length: 250 }, (_, i) => `b/${i}`);
  const sized = (bytes: number) => new Map(keys.map((key) => [key, bytes]));
  const lengths = (sizes?: Map<string, number>) => readBatches(keys, sizes).map((b) => b.length);
  expect(lengths(sized(10))).toEqual([100, 100, 50]);
  expect(lengths(sized(1_000_000))).toEqual(
    Array.from({ length: 13 }, (_, i) => (i < 12 ? 20 : 10)),
  );
  expect(lengths()).toEqual(lengths(sized(1_000_000)));
  expect(lengths(sized(19_000_000))).toHaveLength(250);
  expect(readBatches(keys, sized(10)).flat()).toEqual(keys);
});

/** A time, days after a fixed one. */
function at(day: number): string {
  return new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toISOString();
}

function liveManifest(entries: ReadonlyMap<string, string>, id: string): Manifest {
  const { manifest } = pointerOf(entries);
  return manifestSchema.parse(JSON.parse(entries.get(manifestKey({ id, manifest }))!));
}
