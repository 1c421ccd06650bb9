import { expect, test } from 'vitest';
import { runsOf, told } from '../../generated-runs.ts';
import {
  byParts,
  bySwitches,
  interleaved,
  pruningInterleavings,
  pruningScene,
} from './interleavings.ts';

/** More operations than anybody's two prunes or one publication take. */
const OPERATIONS = 60;

const PAIRS = [
  ['pruner', 'old'],
  ['pruner', 'second'],
] as const;

test.each(PAIRS)(
  'wherever %s and %s stop for the other to run to its end, every release stays whole',
  async (...pair) => {
    const { entries, users } = pruningScene();
    const start = await entries();
    const some = Object.fromEntries(pair.map((name) => [name, users[name]!]));
    const outcomes = new Set<string>();
    for (const parts of bySwitches(pair, 1, OPERATIONS)) {
      const run = await interleaved(new Map(start), some, byParts(parts));
      expect(run.fault).toBeNull();
      outcomes.add(Object.values(run.outcomes).join());
    }
    expect(outcomes).toContain('done,done');
  },
);

test('prunes, publications and rollbacks at once, in random order', async () => {
  const { numRuns, seed } = runsOf(100, 240); // 246 finds a wait left out
  const { runs, faults } = await pruningInterleavings(numRuns, seed);
  told('prunes, publications and rollbacks:', new Map([['interleavings', runs]]));
  expect(runs).toBe(numRuns);
  expect(faults).toEqual([]);
}, 3_600_000);
