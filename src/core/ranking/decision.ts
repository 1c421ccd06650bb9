import { isSurelyMore, spreadRatio } from '../likely.ts';
import type { LikelyRange, LogSpread } from '../likely.ts';
import { isLevelRange } from '../lead.ts';
import type { Outcome } from '../lead.ts';

/** Who is best among some contenders, and whether the data settle it. */
export interface Decision {
  /** index of the best by value */
  readonly best: number;
  /** index of the runner-up by value; `null` for a single contender */
  readonly next: number | null;
  /** as between the sides of a comparison; `only` for a single contender */
  readonly outcome: Outcome | 'only';
  /** better/worse of the best and the runner-up, and where it likely lies; `null` without one */
  readonly ratio: number | null;
  readonly ratioRange: LikelyRange | null;
  /** index of the contender that keeps it open; `null` unless it is */
  readonly against: number | null;
}

/** Whether the data name a leader: it is ahead of all others, or alone. */
export function isSettled(outcome: Decision['outcome']): boolean {
  return outcome === 'ahead' || outcome === 'only';
}

/**
 * The best of some values of which more is better; the rule of a comparison's leader, for many.
 *
 * @param values - positive; `NaN` does not take part; of equal ones the first is best
 * @param spreadOf - how far the likely range of one reaches, asked for only where it matters
 * @param mostOf - a number that the likely range of one surely does not exceed
 * @param isBound - whether one is only known to be at least its value: such are level with none
 * @returns `null` where none takes part
 */
export function decide(
  values: readonly number[],
  spreadOf: (i: number) => LogSpread,
  mostOf: (i: number) => number,
  isBound: (i: number) => boolean,
): Decision | null {
  let [best, next] = [-1, -1];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!(value > 0)) continue;
    if (best < 0 || value > values[best]!) [best, next] = [i, best];
    else if (next < 0 || value > values[next]!) next = i;
  }
  if (best < 0) return null;
  if (next < 0) {
    return { best, next: null, outcome: 'only', ratio: null, ratioRange: null, against: null };
  }
  const leader = spreadOf(best);
  const least = leader.value * Math.exp(-leader.low);
  const ratioRange = spreadRatio(leader, spreadOf(next));
  const pair = { best, next, ratio: leader.value / values[next]!, ratioRange };
  let against = isSurelyMore(leader, spreadOf(next)) ? -1 : next;
  for (let i = 0; i < values.length && against !== next; i++) {
    if (i === best || i === next || !(values[i]! > 0)) continue;
    // ranges that do not meet are told apart: combined they reach less far than end to end
    if (least > mostOf(i) || isSurelyMore(leader, spreadOf(i))) continue;
    if (against < 0 || values[i]! > values[against]!) against = i;
  }
  if (against < 0) return { ...pair, outcome: 'ahead', against: null };
  const isLevel = isLevelRange(ratioRange) && !isBound(best) && !isBound(next);
  return isLevel
    ? { ...pair, outcome: 'level', against: null }
    : { ...pair, outcome: 'open', against };
}
