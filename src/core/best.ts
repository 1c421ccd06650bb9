import type { Best, Metric } from './comparison-types.ts';

/** Ratios up to this are a tie: consecutive identical runs differ by 3.5 % at the 90th percentile. */
export const TIE_RATIO = 1.03;

/** A number of one side with the bounds that its neighbouring knots give. */
export interface Candidate {
  readonly side: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Whether a smaller number is the better one. */
export function lowerIsBetter(metric: Metric): boolean {
  return metric === 'costPerMillionTokens' || metric === 'joulesPerToken';
}

/**
 * The best candidate against the runner-up; `null` with fewer than two.
 *
 * It is decided when the bounds of no other side reach the best one's. Bounds that touch are not
 * decided.
 */
export function bestOf(candidates: readonly Candidate[], metric: Metric): Best | null {
  const lower = lowerIsBetter(metric);
  const sign = lower ? 1 : -1;
  const [best, next, ...rest] = candidates.toSorted((a, b) => sign * (a.value - b.value));
  if (!best || !next) return null;
  const [better, worse] = lower ? [next, best] : [best, next];
  const ratio = better.value / worse.value;
  const tie = ratio <= TIE_RATIO;
  return {
    side: tie ? null : best.side,
    over: tie ? null : next.side,
    ratio,
    ratioRange: [better.low / worse.high, better.high / worse.low],
    decided: [next, ...rest].every((other) =>
      lower ? best.high < other.low : best.low > other.high,
    ),
    tie,
    saving: lower ? 1 - 1 / ratio : null,
  };
}

/** Positions among the sides of the best and the runner-up; -1 for what is in a tie or not there. */
export function placesOf(
  best: Best | null | undefined,
  sides: readonly { readonly key: string }[],
): number[] {
  return [best?.side, best?.over].map((wanted) => sides.findIndex(({ key }) => key === wanted));
}
