import { likelyRatio } from './likely.ts';
import type { LikelyRange, LikelyValue } from './likely.ts';

/** A difference that is likely below this factor is too small to speak of a leader. */
export const LEVEL_WITHIN = 1.05;

/** A number of one side, with its likely range and the bounds that its neighbouring knots give. */
export interface Candidate extends LikelyValue {
  readonly side: string;
  readonly low: number;
  readonly high: number;
}

interface ComparedPair {
  /** better/worse of the best side and the runner-up by value, ≥ 1 */
  readonly ratio: number;
  /** where the ratio likely lies; where it holds 1 the order itself is open */
  readonly ratioRange: LikelyRange;
  /** what the neighbouring knots allow the ratio to be */
  readonly possible: readonly [low: number, high: number];
}

/** One side is better than every other one. */
export interface Ahead extends ComparedPair {
  readonly outcome: 'ahead';
  readonly side: string;
  /** the runner-up */
  readonly over: string;
  /** 1 − 1/ratio, always below 1, for metrics where lower is better; `null` for the others */
  readonly saving: number | null;
}

/** The best sides differ too little to speak of a leader. */
export interface Level extends ComparedPair {
  readonly outcome: 'level';
  /** the sides that are level with the best one, that one first; at least two */
  readonly sides: readonly string[];
}

/** The data do not tell which side is better. */
export interface Open extends ComparedPair {
  readonly outcome: 'open';
  /** the better by value, which may not be the better one */
  readonly side: string;
  readonly over: string;
  /** the side that keeps it open: the runner-up, or another one that reaches as far */
  readonly against: string;
}

/**
 * Who leads in a metric at a target. There is a leader, and a saving, only where one side is ahead;
 * `null` stands where fewer than two sides have a number.
 */
export type Lead = Ahead | Level | Open;
/** How it stands with who leads. */
export type Outcome = Lead['outcome'];
export const OUTCOMES = ['ahead', 'level', 'open'] as const satisfies readonly Outcome[];

/**
 * Who leads among the candidates.
 *
 * The best is `ahead` when the likely range of its ratio to every other side lies above 1, else
 * `level` with the runner-up when that of theirs lies within 5 % of 1, else it is `open`.
 *
 * @returns `null` for fewer than two candidates
 */
export function leadAmong(candidates: readonly Candidate[], isLowerBetter: boolean): Lead | null {
  const sign = isLowerBetter ? 1 : -1;
  const [best, next, ...rest] = candidates.toSorted((a, b) => sign * (a.value - b.value));
  if (!best || !next) return null;
  const others = [next, ...rest];
  const pairOf = (other: Candidate): ComparedPair => {
    const [more, less] = isLowerBetter ? [other, best] : [best, other];
    return {
      ratio: more.value / less.value,
      ratioRange: likelyRatio(more, less),
      possible: [more.low / less.high, more.high / less.low],
    };
  };
  const pair = pairOf(next);
  const names = { side: best.side, over: next.side };
  const against = others.find((other) => pairOf(other).ratioRange[0] <= 1);
  if (!against) {
    return {
      outcome: 'ahead',
      ...names,
      ...pair,
      saving: isLowerBetter ? 1 - 1 / pair.ratio : null,
    };
  }
  const level = others.filter((other) => isLevelRange(pairOf(other).ratioRange));
  if (level.includes(next)) {
    return { outcome: 'level', sides: [best, ...level].map(({ side }) => side), ...pair };
  }
  return { outcome: 'open', ...names, ...pair, against: against.side };
}

/** Whether a ratio that likely lies within a range is too small a difference to speak of. */
export function isLevelRange([low, high]: LikelyRange): boolean {
  return low >= 1 / LEVEL_WITHIN && high <= LEVEL_WITHIN;
}

/** The side that is ahead for sure; `null` where there is none. */
export function leaderOf(lead: Lead | null): string | null {
  return lead?.outcome === 'ahead' ? lead.side : null;
}

/** What the side that is ahead saves against the runner-up, in (0, 1); `null` where there is none. */
export function savingOf(lead: Lead | null): number | null {
  return lead?.outcome === 'ahead' ? lead.saving : null;
}

/** Whether two metrics have the same outcome for the same sides. */
export function isSamePair(a: Lead, b: Lead): boolean {
  return a.outcome === b.outcome && leadSides(a).join() === leadSides(b).join();
}

/** Whether two metrics say the same, by the same ratio. */
export function isSameLead(a: Lead, b: Lead): boolean {
  return isSamePair(a, b) && Math.abs(a.ratio / b.ratio - 1) < 1e-9;
}

/** The sides that a lead speaks of: the best and the runner-up, or those that are level. */
export function leadSides(lead: Lead): readonly string[] {
  return lead.outcome === 'level' ? lead.sides : [lead.side, lead.over];
}
