import { leftKnot } from './curve.ts';
import type { Point } from './frontier.ts';

/** How far a curve may bend away from a straight line between two knots; fitted, then set wider. */
const BEND = 9;
/** Two identical runs differ by about this factor, which is all the doubt there is at a knot. */
const RUN_TO_RUN = 1.02;

/** Ends of a range that is not certain to hold the true value. */
export type LikelyRange = readonly [low: number, high: number];

/**
 * Where the throughput (tok/s/GPU) of a curve likely lies at a target, given the curve's own value
 * there.
 *
 * Narrow beside a knot and wide in the middle between two, always around the curve's value, and, but
 * for the noise between runs, within the knots' throughputs. A rule that was calibrated on full
 * sweeps, not a guarantee: /method has the figures.
 *
 * @param knots - interactivity ascending
 * @param x - target within the knots' range, tok/s/user
 * @param value - the curve's throughput at the target
 */
export function likelyRange(knots: readonly Point[], x: number, value: number): LikelyRange {
  const i = leftKnot(knots, x);
  const left = knots[i]!;
  const right = knots[i + 1] ?? left;
  // of the way from right to left; the last knot has no way
  const share = (right.interactivity - x) / (right.interactivity - left.interactivity) || 0;
  const at = (part: number) => right.throughput * (left.throughput / right.throughput) ** part;
  const low = at(share / (share + BEND * (1 - share)));
  const high = at((BEND * share) / (BEND * share + 1 - share));
  return [Math.min(value, low) / RUN_TO_RUN, Math.max(value, high) * RUN_TO_RUN];
}

/** A value with its likely range. All positive. */
export interface LikelyValue {
  readonly value: number;
  readonly likely: LikelyRange;
}

/**
 * The likely range of a ratio `a / b` from those of its two values, combined in logarithms.
 *
 * @see Zou and Donner 2008, "Construction of confidence limits about effect measures", Statistics in
 *   Medicine 27 (MOVER)
 */
export function likelyRatio(a: LikelyValue, b: LikelyValue): LikelyRange {
  const ratio = a.value / b.value;
  const [aLow, aHigh] = logDistances(a);
  const [bLow, bHigh] = logDistances(b);
  return [ratio * Math.exp(-Math.hypot(aLow, bHigh)), ratio * Math.exp(Math.hypot(aHigh, bLow))];
}

/** How far the ends of a likely range are from the value, as logarithms of factors. */
function logDistances({ value, likely: [low, high] }: LikelyValue): [number, number] {
  return [Math.log(value / low), Math.log(high / value)];
}
