import type { History, HistoryRun } from '../../../core/history/history-types.ts';
import type { LikelyRange } from '../../../core/likely.ts';
import type { PlotFrame, Size } from '../../figure/plot-frame.ts';
import { scale } from '../../figure/scale.ts';
import { axisOver } from '../../figure/value-axis.ts';
import type { Tick } from '../../figure/value-axis.ts';
import { imagesOf } from '../../text/history-summary.ts';

/** A run in the line over time, px. */
export interface TimePoint {
  readonly run: HistoryRun;
  readonly x: number;
  /** `null` where it has no number at the target */
  readonly read: {
    readonly y: number;
    readonly throughput: number;
    readonly likely: LikelyRange;
    /** px, from the low to the high end of the likely range */
    readonly bar: readonly [number, number];
  } | null;
  /** of an image that the run before does not have: the letter that stands for it */
  readonly letter: string | null;
}

/** The throughput at the target over the days of the runs, as positions. */
interface Timeline extends PlotFrame {
  /** by their days, or, as not all state one, in their order */
  readonly isByDay: boolean;
  /** the oldest first */
  readonly points: readonly TimePoint[];
}

const TOP = 48;
const BOTTOM = 40;
const RIGHT = 24;
/** The axis spans at least this factor, lest the noise between runs look like news. */
const LEAST_SPAN = 1.3;
/** px that the text of a tick needs */
const LABEL = 84;
const DAY_MS = 86_400_000;

/**
 * Where everything stands in the chart of throughput over time.
 *
 * @returns `null` where no run has a number at the target
 */
export function timelineOf(
  { runs }: Pick<History, 'runs'>,
  { width, height }: Size,
): Timeline | null {
  const likely = runs.flatMap(({ value }) => value?.likely ?? []);
  if (likely.length === 0) return null;
  const [low, high] = [Math.min(...likely), Math.max(...likely)];
  const spare = Math.max(1.04, Math.sqrt(LEAST_SPAN / (high / low)));
  const bottom = height - BOTTOM;
  const [y, yTicks, left] = axisOver([low / spare, high * spare], false, bottom, TOP);
  const right = width - RIGHT;
  const dates = runs.flatMap(({ side }) => side.date ?? []);
  const isByDay = dates.length === runs.length;
  const days = isByDay ? placesInTime(dates) : [...runs.keys()];
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const pad = (last - first) * 0.06 || 0.5;
  const x = scale([first - pad, last + pad], [left, right], false);
  const letters = imageLetters(runs);
  return {
    left,
    right,
    top: TOP,
    bottom,
    yTicks,
    xTicks: ticks(
      runs.map(({ side }, i) => ({ at: x(days[i]!), text: side.date ?? side.label })),
      left,
    ),
    isByDay,
    points: runs.map((run, i): TimePoint => {
      const { throughput = null, likely: range = null } = run.value ?? {};
      const isChange = letters[i] !== letters[i - 1];
      return {
        run,
        x: x(days[i]!),
        read:
          throughput === null || range === null
            ? null
            : { y: y(throughput), throughput, likely: range, bar: [y(range[0]), y(range[1])] },
        letter: isChange ? letters[i]! : null,
      };
    }),
  };
}

/** Days as numbers; runs of one day stand beside each other within it, in their order. */
function placesInTime(dates: readonly string[]): number[] {
  return dates.map((date, i) => {
    const same = dates.filter((other) => other === date).length;
    const before = dates.slice(0, i).filter((other) => other === date).length;
    return Date.parse(date) / DAY_MS + before / same;
  });
}

/** The days or names of runs, as many as have room: of days of one year only the first has that. */
function ticks(names: readonly Tick[], left: number): Tick[] {
  const list: Tick[] = [];
  let year = 'none';
  let end = left - LABEL;
  for (const { at, text } of names) {
    if (at - end < LABEL) continue;
    list.push({ at, text: text.startsWith(year) ? text.slice(5) : text });
    [year, end] = [/^\d{4}-/.exec(text)?.[0] ?? year, at];
  }
  return list;
}

/**
 * The letter of each run's images: `A` for those of the first, `B` for the next ones that are others.
 * Empty for a run that states none, and for all where there is only one.
 */
export function imageLetters(runs: readonly HistoryRun[]): string[] {
  const names = runs.map((run) => imagesOf(run).join(' '));
  const all = [...new Set(names)].filter((name) => name !== '');
  return names.map((name) => (all.length < 2 || name === '' ? '' : letterAt(all.indexOf(name))));
}

/** `A` to `Z`, then `AA`. */
function letterAt(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterAt(Math.floor(index / 26) - 1) + letter;
}
