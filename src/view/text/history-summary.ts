import type { History, HistoryRun } from '../../core/history/history-types.ts';
import type { Lead } from '../../core/lead.ts';
import type { LikelyRange } from '../../core/likely.ts';
import { decimalsFor, numberText } from '../format.ts';
import { rankName } from '../figure/rank-name.ts';
import { statedOnce } from '../stated-once.ts';
import type { Words } from '../words/words.ts';

/** What became of a throughput: a change only where the data settle it. */
type ChangeKind = 'up' | 'down' | 'level' | 'open';

/** A lead between two runs as the change from the earlier to the later one. */
export interface Change {
  readonly kind: ChangeKind;
  /** better/worse, ≥ 1 */
  readonly ratio: number;
  /** where later/earlier likely lies */
  readonly range: LikelyRange;
}

/**
 * The change that a lead between two runs is.
 *
 * @param after - key of the later run's side
 */
export function changeOf(lead: Lead, after: string): Change {
  const { ratio, ratioRange } = lead;
  const better = lead.outcome === 'level' ? lead.sides[0] : lead.side;
  const isMore = better === after;
  const range: LikelyRange = isMore ? ratioRange : [1 / ratioRange[1], 1 / ratioRange[0]];
  const kind = lead.outcome === 'ahead' ? (isMore ? 'up' : 'down') : lead.outcome;
  return { kind, ratio, range };
}

/** What readers call the configuration. */
export function historyName(h: History, words: Words): string {
  return rankName(h, h, words.ranking);
}

/** The title of a history: its configuration, and how many runs there are. */
export function historyTitle(h: History, words: Words): string {
  return words.history.title(historyName(h, words), h.runs.length);
}

/** In a sentence: what became of the throughput at the target, as far as the data tell. */
export function historyAnswer(h: History, { history: words }: Words): string {
  const { runs, change } = h;
  const where = words.where(h.at, h.ttftLimit);
  const decimals = historyDecimals(runs);
  const wordsOf = ({ side, value }: HistoryRun) => ({
    label: side.label,
    throughput: numberText(value!.throughput!, decimals.throughput),
  });
  const withNumber = runs.filter(hasNumber);
  const [only] = withNumber;
  if (only === undefined) return words.none(where, runs.length);
  if (change === null) return words.only(where, wordsOf(only), runs.length);
  const [from, to] = [runs[change.from]!, runs[change.to]!];
  const { kind, ratio, range } = changeOf(change.lead, to.side.key);
  const sentence = {
    up: () => words.up(where, wordsOf(from), wordsOf(to), ratio),
    down: () => words.down(where, wordsOf(from), wordsOf(to), ratio),
    level: () => words.level(where, wordsOf(from), wordsOf(to)),
    open: () => words.open(where, wordsOf(from), wordsOf(to), range),
  }[kind]();
  return (
    sentence +
    (withNumber.length < runs.length ? words.reached(withNumber.length, runs.length) : '')
  );
}

/** How many decimals throughputs have, and the ends of likely ranges. */
interface HistoryDecimals {
  readonly throughput: number;
  readonly likely: number;
}

/**
 * How many decimals the figures of a history are printed with, the same in sentence, table and
 * charts: as many as four significant digits of the largest throughput need, or three of the
 * smallest, without those that would be 0 in every one; at least three digits of likely ranges.
 */
export function historyDecimals(runs: readonly HistoryRun[]): HistoryDecimals {
  const values = runs.flatMap(({ value }) => value?.throughput ?? []);
  const most = Math.max(decimalsFor([Math.max(...values)], 4), decimalsFor(values, 3));
  const isEnough = (decimals: number) =>
    values.every((value) => Number(value.toFixed(decimals)) === Number(value.toFixed(most)));
  const throughput = [...Array(most).keys()].find(isEnough) ?? most;
  const ends = runs.flatMap(({ value }) => value?.likely ?? []);
  return { throughput, likely: Math.max(throughput, decimalsFor(ends, 3)) };
}

/** Whether a run has a number at the target. */
export function hasNumber({ value }: HistoryRun): boolean {
  return value !== null && value.throughput !== null;
}

/** A run's change against the one before, as a table says it; `null` where there is none to say. */
export function changeText({ change, side }: HistoryRun, { history: words }: Words): string | null {
  if (change === null) return null;
  const { kind, ratio, range } = changeOf(change, side.key);
  const { up, down, level, open } = words.changes;
  return {
    up: () => up(ratio),
    down: () => down(ratio),
    level: () => level,
    open: () => open(range),
  }[kind]();
}

/** The images of a run, each once. */
export function imagesOf({ side }: HistoryRun): string[] {
  return statedOnce(side.sources.map(({ image }) => image));
}
