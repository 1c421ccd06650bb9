import type { Knot } from '../comparison-types.ts';
import { likelyRange, logSpread } from '../likely.ts';
import type { LogSpread } from '../likely.ts';
import { isBoundAt, merit, servedAt, spreadAt } from './contender.ts';
import type { Contender } from './contender.ts';

/** Where a configuration stands: a number of which more is better, with how far it likely reaches. */
export interface Standing {
  readonly spread: LogSpread;
  /** only known to be at least that */
  readonly isBound: boolean;
}

/** Where a configuration stands at an interactivity; `null` above its last knot, or of no metric. */
export function standingAt(one: Contender, x: number): Standing | null {
  const served = servedAt(one, x);
  if (served === null || one.weight === null) return null;
  const spread = { ...spreadAt(one, x, served), value: merit(one, x, served) };
  return { spread, isBound: isBoundAt(one, x) };
}

/** The interactivity that a configuration reaches while it keeps up a throughput. */
export interface Reach {
  /** tok/s/user */
  readonly interactivity: number;
  /** where it likely lies; `null` for an end beyond what was measured */
  readonly likely: readonly [low: number | null, high: number | null];
  /** it keeps it up to its last knot, and perhaps further */
  readonly isEnd: boolean;
}

/**
 * How fast (tok/s/user) a configuration can be with at least a throughput (total tok/s/GPU): the
 * last interactivity at which its curve is as high.
 *
 * @returns `null` where not even its first knot is
 */
export function reachOf({ curve, side: { knots } }: Contender, least: number): Reach | null {
  if (knots[0]!.throughput < least) return null;
  const isEnd = knots.at(-1)!.throughput >= least;
  const curveAt = (x: number) => curve.at(x)!;
  const interactivity = isEnd ? curve.max : lastAtLeast(knots, curveAt, least);
  const endOf = (end: 0 | 1) => {
    const read = (x: number) => likelyRange(knots, x, curveAt(x))[end];
    // a low end at the last knot itself is that knot: it is measured
    if (read(curve.max) >= least) return end === 0 ? curve.max : null;
    return read(curve.min) < least ? null : lastAtLeast(knots, read, least);
  };
  return { interactivity, likely: [endOf(0), isEnd ? interactivity : endOf(1)], isEnd };
}

/**
 * A reach as a standing, more interactivity being better; an unknown end of its likely range counts
 * as infinite.
 */
export function standingOfReach({ interactivity, likely: [low, high], isEnd }: Reach): Standing {
  const likely = [low ?? 0, high ?? Infinity] as const;
  return { spread: logSpread({ value: interactivity, likely }), isBound: isEnd };
}

/**
 * The last x at which a falling function is at least a number, between the first knot, where it is,
 * and the last, where it is not. To the last digit that halving gives.
 */
function lastAtLeast(knots: readonly Knot[], read: (x: number) => number, least: number): number {
  let [low, high] = [knots[0]!.interactivity, knots.at(-1)!.interactivity];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return low;
    if (read(middle) >= least) low = middle;
    else high = middle;
  }
}
