import { leftKnot } from './curve.ts';
import type { Point } from './frontier.ts';

/** How far a curve may bend away from a straight line between two knots; fitted, then set wider. */
const BEND = 9;
/** Two identical runs differ by about this factor, which is all the doubt there is at a knot. */
const RUN_TO_RUN = 1.02;

/** A knot; one that is the median of repeats says by which factor these differ. */
export interface LikelyKnot extends Point {
  readonly spread?: number;
}

/** Ends of a range that is not certain to hold the true value. */
export type LikelyRange = readonly [low: number, high: number];

/**
 * Where the throughput (tok/s/GPU) of a curve likely lies at a target, given the curve's own value
 * there.
 *
 * Narrow beside a knot and wide in the middle between two, always around the curve's value, and, but
 * for the noise between runs, within the knots' throughputs. The noise of a knot is that of any two
 * runs, or that of its own repeats where these differ by more. A rule that was calibrated on full
 * sweeps, not a guarantee: /method has the figures.
 *
 * @param knots - interactivity ascending
 * @param x - target within the knots' range, tok/s/user
 * @param value - the curve's throughput at the target
 */
export function likelyRange(knots: readonly LikelyKnot[], x: number, value: number): LikelyRange {
  const i = leftKnot(knots, x);
  const left = knots[i]!;
  const right = knots[i + 1] ?? left;
  // of the way from right to left; the last knot has no way
  const share = (right.interactivity - x) / (right.interactivity - left.interactivity || 1);
  const read = (bend: number, of = (knot: LikelyKnot) => knot.throughput) =>
    of(right) * (of(left) / of(right)) ** ((bend * share) / (bend * share + 1 - share));
  const noise = read(1, noiseOf);
  return [Math.min(value, read(1 / BEND)) / noise, Math.max(value, read(BEND)) * noise];
}

/** The factor by which a knot may lie apart from what another run would have measured. */
export function noiseOf({ spread = 1 }: LikelyKnot): number {
  return Math.max(spread, RUN_TO_RUN);
}

/** A value with its likely range. All positive. */
export interface LikelyValue {
  readonly value: number;
  readonly likely: LikelyRange;
}

/** A positive value, and how far the ends of its likely range are from it, as logarithms of factors. */
export interface LogSpread {
  readonly value: number;
  /** 0 or more; infinite where the end is not known */
  readonly low: number;
  readonly high: number;
}

/** A value's likely range in logarithms, worked out once for all the ratios that it is part of. */
export function logSpread({ value, likely: [low, high] }: LikelyValue): LogSpread {
  return { value, low: Math.log(value / low), high: Math.log(high / value) };
}

/**
 * The likely range of a ratio `a / b` from those of its two values, combined in logarithms.
 *
 * @see Zou and Donner 2008, "Construction of confidence limits about effect measures", Statistics in
 *   Medicine 27 (MOVER)
 */
export function likelyRatio(a: LikelyValue, b: LikelyValue): LikelyRange {
  return spreadRatio(logSpread(a), logSpread(b));
}

/** As {@link likelyRatio}, of values whose logarithms are worked out already. */
export function spreadRatio(a: LogSpread, b: LogSpread): LikelyRange {
  const ratio = a.value / b.value;
  return [ratio / Math.exp(Math.hypot(a.low, b.high)), ratio * Math.exp(Math.hypot(a.high, b.low))];
}

/** Whether `a` is larger than `b` even at the low end of the likely range of `a / b`. */
export function isSurelyMore(a: LogSpread, b: LogSpread): boolean {
  const ratio = a.value / b.value;
  // Rankings ask this of many pairs, most of which are nearer than the larger of both doubts alone: e^x is over 1 + x.
  // Math.hypot takes thrice as long.
  return (
    ratio > 1 + Math.max(a.low, b.high) && ratio / Math.exp(Math.sqrt(a.low ** 2 + b.high ** 2)) > 1
  );
}
