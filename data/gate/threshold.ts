import type { Comparison } from '../../src/core/comparison-types.ts';
import { likelyRatio } from '../../src/core/likely.ts';
import type { LikelyRange } from '../../src/core/likely.ts';

/** What may be asked of, as it is written, with the field that has it and its unit. */
const METRICS = {
  throughput: { field: 'throughput', unit: 'tok/s/GPU' },
  cost: { field: 'costPerMillionTokens', unit: 'USD per million tokens' },
} as const;

type Metric = keyof typeof METRICS;

/** A change of a metric that fails a run, such as `throughput at 60 falls by more than 5 %, decided`. */
export interface Threshold {
  /** as it was written */
  readonly text: string;
  readonly metric: Metric;
  /** tok/s/user; `null` for every target of the comparison */
  readonly at: number | null;
  readonly direction: 'falls' | 'rises';
  /** share of the value before, over 0 */
  readonly by: number;
  /** only where the whole likely range of the change is beyond it */
  readonly isDecided: boolean;
}

/** What a threshold says of the change at one target. */
export interface Judgement {
  readonly threshold: Threshold;
  /** tok/s/user */
  readonly at: number;
  /**
   * `beyond`: the change is further than the threshold; `open`: its value is, and its likely range
   * reaches back, where the threshold asks for a decided one; `unread`: a side has no number there
   */
  readonly outcome: 'within' | 'beyond' | 'open' | 'unread';
  /** `null` where one side has no number */
  readonly change: Change | null;
}

interface Change {
  readonly before: number;
  readonly after: number;
  readonly unit: string;
  /** after / before, and where that likely lies */
  readonly ratio: number;
  readonly likely: LikelyRange;
}

const GRAMMAR =
  /^(?<metric>[a-z]+)(?: at (?<at>\d+(?:\.\d)?))? (?<direction>falls|rises) by more than (?<percent>\d+(?:\.\d+)?) ?%(?<decided>, decided)?$/;

/**
 * A threshold from its words.
 *
 * @throws RangeError for others, with what may be written
 */
export function parseThreshold(text: string): Threshold {
  const plain = text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const { metric, at, direction, percent, decided } = GRAMMAR.exec(plain)?.groups ?? {};
  if (metric === undefined || !Object.hasOwn(METRICS, metric) || Number(percent) <= 0) {
    throw new RangeError(
      `"${text}": is no threshold: write it like "throughput at 60 falls by more than 5 %, decided"; of ${Object.keys(METRICS).join(' or ')}, without "at" for every target, without "decided" by the values alone`,
    );
  }
  return {
    text: plain,
    metric: metric as Metric,
    at: at === undefined ? null : Number(at),
    direction: direction as Threshold['direction'],
    by: Number(percent) / 100,
    isDecided: decided !== undefined,
  };
}

/**
 * The judgements of a threshold on a comparison whose first side is the run before and whose second the
 * run after: one at its `at`, without it one at each target; none where the sides share no speed.
 */
export function judge(comparison: Comparison, threshold: Threshold): Judgement[] {
  const { field, unit } = METRICS[threshold.metric];
  const read = comparison.values.filter(
    ({ interactivity }) => threshold.at === null || interactivity === threshold.at,
  );
  return read.map(({ interactivity: at, sides: [one, other] }) => {
    const [before, after] = [one?.[field] ?? null, other?.[field] ?? null];
    if (before === null || after === null || !one?.likely || !other?.likely) {
      return { threshold, at, outcome: 'unread', change: null };
    }
    // the cost is a price through the throughput: its range is that of the throughput, turned round
    const rangeOf = (value: number, throughput: number, [low, high]: LikelyRange) =>
      field === 'throughput'
        ? { value, likely: [low, high] as const }
        : { value, likely: [(value * throughput) / high, (value * throughput) / low] as const };
    const likely = likelyRatio(
      rangeOf(after, other.throughput!, other.likely),
      rangeOf(before, one.throughput!, one.likely),
    );
    const change = { before, after, unit, ratio: after / before, likely };
    return { threshold, at, outcome: outcomeOf(change, threshold), change };
  });
}

function outcomeOf({ ratio, likely: [low, high] }: Change, threshold: Threshold) {
  const { direction, by, isDecided } = threshold;
  const isBeyond = (end: number) => (direction === 'falls' ? end < 1 - by : end > 1 + by);
  if (!isBeyond(ratio)) return 'within';
  const nearest = direction === 'falls' ? high : low;
  return isDecided && !isBeyond(nearest) ? 'open' : 'beyond';
}
