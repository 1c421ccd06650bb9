import { fitCurve } from '../curve.ts';
import type { Curve } from '../curve.ts';
import { likelyRange, logSpread } from '../likely.ts';
import type { LogSpread } from '../likely.ts';
import type { RankedSide } from './ranked-side.ts';

/**
 * A configuration prepared to be compared with many others: its fitted curve and its metric as a
 * factor on throughput. It has at least one knot.
 */
export interface Contender {
  readonly side: RankedSide;
  readonly curve: Curve;
  /**
   * What of a throughput (total tok/s/GPU) counts: times this it is the metric, turned so that more
   * is better. `null` where the metric is not known.
   */
  readonly weight: number | null;
  /** the metric is counted in users, who each take the interactivity of their configuration */
  readonly isPerUser: boolean;
}

/** The contender of a configuration; `null` for one without a knot. */
export function contender(
  side: RankedSide,
  weight: number | null,
  isPerUser: boolean,
): Contender | null {
  return side.knots.length === 0 ? null : { side, curve: fitCurve(side.knots), weight, isPerUser };
}

/**
 * The metric turned so that more is better, at an interactivity, for a throughput served there.
 * `NaN` where the metric is not known.
 */
export function merit({ curve, weight, isPerUser }: Contender, x: number, served: number): number {
  const total = weight === null ? NaN : served * weight;
  return isPerUser ? total / Math.max(x, curve.min) : total;
}

/**
 * The throughput (total tok/s/GPU) at which a configuration serves an interactivity (tok/s/user):
 * that of its curve, or, below its first knot, that knot's, which serves the slower speed too.
 *
 * @returns `null` above its last knot
 */
export function servedAt({ curve, side }: Contender, x: number): number | null {
  return x < curve.min ? side.knots[0]!.throughput : curve.at(x);
}

/** Whether a configuration is measured only at higher speeds, so that {@link servedAt} is a bound. */
export function isBoundAt({ curve }: Contender, x: number): boolean {
  return x < curve.min;
}

/** How far the likely range of {@link servedAt} reaches. */
export function spreadAt({ curve, side }: Contender, x: number, served: number): LogSpread {
  const likely = likelyRange(side.knots, Math.max(x, curve.min), served);
  return logSpread({ value: served, likely });
}
