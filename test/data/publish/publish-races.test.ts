import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publishRelease } from '../../../data/publish/publish.ts';
import { rollback } from '../../../data/publish/rollback.ts';
import {
  NO_EXTRAS,
  Turns,
  pointerOf,
  publishing,
  toyReleases,
  visibleRelease,
} from './publishing.ts';

const [OLD, A, B] = toyReleases('o', 'a', 'b');
const NOW = '2026-06-01T00:00:00.000Z';

/** Runs users to their ends in the given order of turns, looking at what is visible after each. */
async function run(
  turns: Turns,
  users: Readonly<Record<string, Promise<unknown>>>,
  order: readonly number[],
  look: () => void,
): Promise<Record<string, 'done' | 'refused'>> {
  const outcomes: Record<string, 'done' | 'refused'> = {};
  for (const [name, promise] of Object.entries(users)) {
    promise.then(
      () => (outcomes[name] = 'done'),
      () => (outcomes[name] = 'refused'),
    );
  }
  await new Promise((settled) => setImmediate(settled));
  for (let step = 0; turns.waiting.length > 0; step++) {
    const { waiting } = turns;
    await turns.go(waiting[(order[step % order.length] ?? 0) % waiting.length]!);
    look();
  }
  return outcomes;
}

const orders = fc.array(fc.nat(3), { minLength: 1, maxLength: 60 });

test('in every interleaving of two publishers a reader sees one whole release', async () => {
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      const entries = new Map<string, string>();
      await publishing(entries, OLD, 1);
      const turns = new Turns();
      const publish = (name: string, built: typeof A) =>
        publishRelease(turns.kv(name, entries), built, NO_EXTRAS, { now: NOW });
      const seen = new Set<string | null>();
      const outcomes = await run(turns, { a: publish('a', A), b: publish('b', B) }, order, () =>
        seen.add(visibleRelease(entries)),
      );
      const { release } = pointerOf(entries);
      const [winner, loser] = release === A.manifest.id ? (['a', B] as const) : (['b', A] as const);
      expect(outcomes[winner]).toBe('done');
      // KV has no compare-and-swap: who looked before and wrote after the other overwrites it, and
      // the other, told that it is done, was visible, whole, until then.
      const isTold = outcomes[winner === 'a' ? 'b' : 'a'] === 'refused';
      expect(isTold || seen.has(loser.manifest.id)).toBe(true);
      for (const id of seen) expect([OLD, A, B].map((built) => built.manifest.id)).toContain(id);
    }),
    { numRuns: 300 },
  );
});

test('a publisher and a rollback at once: one whole release', async () => {
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      const entries = new Map<string, string>();
      await publishing(entries, OLD, 1);
      await publishing(entries, A, 2);
      const turns = new Turns();
      const outcomes = await run(
        turns,
        {
          publish: publishRelease(turns.kv('publish', entries), B, NO_EXTRAS, { now: NOW }),
          rollback: rollback(turns.kv('rollback', entries), null),
        },
        order,
        () => visibleRelease(entries),
      );
      expect(Object.values(outcomes)).toContain('done');
    }),
    { numRuns: 200 },
  );
});

test('who finds that another moved current meanwhile changes nothing and says so', async () => {
  const entries = new Map<string, string>();
  await publishing(entries, OLD, 1);
  const turns = new Turns();
  const slow = publishRelease(turns.kv('slow', entries), A, NO_EXTRAS, { now: NOW });
  await turns.go('slow'); // has read current
  await publishing(entries, B, 2);
  const refusal = expect(slow).rejects.toThrow(
    `someone else moved "current" (to release ${B.manifest.id}) meanwhile: nothing was changed`,
  );
  while (turns.waiting.length > 0) await turns.go('slow');
  await refusal;
  expect(visibleRelease(entries)).toBe(B.manifest.id);
});
