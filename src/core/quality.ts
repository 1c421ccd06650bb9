import { fitCurve } from './curve.ts';
import type { Point } from './frontier.ts';
import type { Quality } from './comparison-types.ts';

/**
 * How much a curve rests on: its knots and, from 4 of them, the leave-one-out error: the median
 * relative error of predicting each inner knot's throughput from the curve through the others.
 */
export function curveQuality(knots: readonly Point[]): Quality {
  if (knots.length < 4) return { knots: knots.length, leaveOneOutError: null };
  const errors = knots.slice(1, -1).map(({ interactivity, throughput }, i) => {
    // two knots on either side decide the curve at the one left out
    const others = fitCurve([
      ...knots.slice(Math.max(0, i - 1), i + 1),
      ...knots.slice(i + 2, i + 4),
    ]);
    return Math.abs(others.at(interactivity)! - throughput) / throughput;
  });
  return { knots: knots.length, leaveOneOutError: median(errors) };
}

/** The two neighbouring knots that are furthest apart as a ratio; `null` under two knots. */
export function widestGap(
  knots: readonly Pick<Point, 'interactivity'>[],
): { left: number; right: number; factor: number } | null {
  let widest: { left: number; right: number; factor: number } | null = null;
  for (let i = 1; i < knots.length; i++) {
    const [left, right] = [knots[i - 1]!.interactivity, knots[i]!.interactivity];
    if (widest === null || right / left > widest.factor) {
      widest = { left, right, factor: right / left };
    }
  }
  return widest;
}

/** The median of at least one number. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
