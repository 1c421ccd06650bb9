/** Ratios up to this are level: consecutive identical runs differ by 3.5 % at the 90th percentile. */
const LEVEL_RATIO = 1.03;

/** A number of one side with the bounds that its neighbouring knots give. */
export interface Candidate {
  readonly side: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

interface ComparedPair {
  /** better/worse of the best side and the runner-up by value, ≥ 1 */
  readonly ratio: number;
  /** what the measured points allow the ratio to be; below 1 the order itself is open */
  readonly ratioRange: readonly [low: number, high: number];
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
export type Outcome = Lead['outcome'];

/**
 * Who leads among the candidates.
 *
 * The best is ahead when the bounds of no other side reach its own; bounds that touch leave it open.
 *
 * @returns `null` for fewer than two candidates
 */
export function leadAmong(candidates: readonly Candidate[], isLowerBetter: boolean): Lead | null {
  const sign = isLowerBetter ? 1 : -1;
  const [best, next, ...rest] = candidates.toSorted((a, b) => sign * (a.value - b.value));
  if (!best || !next) return null;
  const ratioTo = (other: Candidate): number =>
    isLowerBetter ? other.value / best.value : best.value / other.value;
  const [better, worse] = isLowerBetter ? [next, best] : [best, next];
  const ratio = ratioTo(next);
  const pair: ComparedPair = {
    ratio,
    ratioRange: [better.low / worse.high, better.high / worse.low],
  };
  if (ratio <= LEVEL_RATIO) {
    const level = [next, ...rest].filter((other) => ratioTo(other) <= LEVEL_RATIO);
    return { outcome: 'level', sides: [best, ...level].map(({ side }) => side), ...pair };
  }
  const names = { side: best.side, over: next.side };
  const reaching = [next, ...rest].find((other) =>
    isLowerBetter ? best.high >= other.low : best.low <= other.high,
  );
  if (reaching) return { outcome: 'open', ...names, ...pair, against: reaching.side };
  return { outcome: 'ahead', ...names, ...pair, saving: isLowerBetter ? 1 - 1 / ratio : null };
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
