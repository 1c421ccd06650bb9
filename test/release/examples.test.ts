import { expect, test } from 'vitest';
import { releaseExamples } from '../../src/release/examples.ts';
import { indexOf } from './release-contents.ts';

test('the ranking of the examples is the one with most rows', () => {
  const of = (workload: string, hardware: readonly string[]) =>
    hardware.map((key) => ({ workload, hardware: key }));
  for (const keys of [
    [...of('1k1k', ['g1', 'g2']), ...of('8k1k', ['g1', 'g2', 'm3'])],
    [...of('8k1k', ['g1', 'g2', 'm3']), ...of('1k1k', ['g1', 'g2'])],
  ]) {
    const { comparison, ranking } = releaseExamples(indexOf(keys));
    expect(comparison).toMatchObject({ id: 'mo-1/fp8/g1-vs-g2', basis: 'measured' });
    expect(ranking).toMatchObject({ workload: '8k1k', basis: 'measured' });
    expect(ranking!.filters.hardware).toHaveLength(2); // of three
  }
});
