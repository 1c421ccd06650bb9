import type { Range } from '../range.ts';
import { defaultTargets } from '../band.ts';

/**
 * The speed (tok/s/user) that most ranges hold, the middle of the widest such stretch: a whole number
 * where one lies inside.
 *
 * @returns `null` without a range
 */
export function mostCoveredSpeed(ranges: readonly Range[]): number | null {
  const ends = [...new Set(ranges.flatMap(({ min, max }) => [min, max]))].toSorted((a, b) => a - b);
  const covering = (from: number, to: number) =>
    ranges.filter(({ min, max }) => min <= from && max >= to).length;
  // a single point may be held by more ranges than any stretch, where one ends as another begins
  const stretches = ends.flatMap((from, i): Range[] => {
    const to = ends[i + 1];
    return to === undefined ? [{ min: from, max: from }] : [{ min: from, max: to }];
  });
  const counted = stretches.map((stretch) => ({
    ...stretch,
    count: covering(stretch.min, stretch.max),
  }));
  const most = Math.max(...counted.map(({ count }) => count));
  const best = counted
    .filter(({ count }) => count === most)
    .toSorted((a, b) => b.max - b.min - (a.max - a.min) || a.min - b.min)[0];
  if (best === undefined) return null;
  const targets = defaultTargets(best);
  return targets[(targets.length - 1) >> 1]!;
}
