import type { Comparison } from '../../core/comparison-types.ts';
import { metricAt } from '../../core/metrics.ts';
import { curvePath, roomPath } from './curve-path.ts';
import { tickText } from '../format.ts';
import { linearTicks, logTicks, scale, tickStep } from './scale.ts';
import type { Scale } from './scale.ts';
import { spread } from './spread.ts';
import type { Rated } from '../words/en/figure.ts';

/** What of a comparison is drawn, whatever the targets. */
export type Plotted = Pick<Comparison, 'sides' | 'band' | 'util'>;

export interface PlotOptions {
  readonly metric: Rated;
  /** `null`: logarithmic where the largest value is over 40 times the smallest */
  readonly yScale: 'linear' | 'log' | null;
  /** px */
  readonly width: number;
  readonly height: number;
}

export interface Tick {
  /** px */
  readonly at: number;
  readonly text: string;
}

/** A chart as positions, px from the left and the top. What targets add is {@link marksOf}'s. */
export interface Plot extends PlotOptions {
  readonly isLog: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** interactivities (tok/s/user) that stand at `left` and `right` */
  readonly xDomain: readonly [number, number];
  readonly x: Scale;
  /** of a value of the metric */
  readonly y: Scale;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  /** left and right end of the common band */
  readonly band: readonly [number, number] | null;
  readonly sides: readonly PlotSide[];
}

export interface PlotSide {
  /** position among the comparison's sides, which gives it its colour and mark */
  readonly index: number;
  readonly path: string;
  /** empty for one knot */
  readonly room: string;
  /** in the order of the side's knots */
  readonly knots: readonly { readonly x: number; readonly y: number }[];
  /** direct label: its lines, and the middle of its left edge */
  readonly label: { readonly x: number; readonly y: number; readonly lines: readonly string[] };
}

const TOP = 48;
const BOTTOM = 40;
/** px, the width of a character of 13 px semibold, on the generous side */
export const EM = 8.8;
const LINE = 15;

/**
 * The chart of a comparison. Derived metrics are drawn point by point from the throughput curve.
 *
 * @returns `null` where no side has the metric at a point, or one has no positive number
 */
export function plotOf({ sides, band, util }: Plotted, options: PlotOptions): Plot | null {
  const { metric, width, height } = options;
  const room = Math.max(14, Math.floor((width * 0.22) / EM)); // characters of a label's line
  const drawn = sides.flatMap((side, index) => {
    const read = (throughput: number) => metricAt(metric, throughput, side, util)!;
    const end = side.knots.at(-1);
    if (!end || read(1) === null) return [];
    const lines = wrapped(side.label, room);
    const longest = Math.max(...lines.map((line) => line.length)) * EM;
    return { knots: side.knots, index, read, end, lines, longest };
  });
  const values = drawn.flatMap(({ knots, read }) => knots.map((k) => read(k.throughput)));
  const xs = drawn.flatMap(({ knots }) => knots.map((k) => k.interactivity));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (!(least > 0 && least <= most && most < Infinity)) return null;
  const isLog = options.yScale ? options.yScale === 'log' : most / least > 40;
  const step = tickStep(most, 5);
  const yDomain = isLog
    ? ([least / 1.2, most * 1.1] as const)
    : ([0, Math.ceil(most / step) * step] as const);
  const bottom = height - BOTTOM;
  const y = scale(yDomain, [bottom, TOP], isLog);
  const yTicks = (isLog ? logTicks(...yDomain) : linearTicks(...yDomain, 5)).map(tickAt(y));

  const left = Math.max(...yTicks.map(({ text }) => text.length)) * EM + 12;
  const [first, last] = [Math.min(...xs), Math.max(...xs)];
  const pad = (last - first) * 0.03 || first * 0.1;
  const xDomain = [first - pad, last] as const;
  // As wide as leaves room for every label at the end of its curve.
  const available = width - left - 14;
  const right =
    left +
    Math.min(
      available,
      ...drawn.map(
        ({ end, longest }) =>
          ((available - longest) / (end.interactivity - first + pad)) * (last - first + pad),
      ),
    );
  const x = scale(xDomain, [left, right], false);

  const ends = drawn.map(({ end, read }) => ({
    x: x(end.interactivity) + 9,
    y: y(read(end.throughput)),
  }));
  const ys = spread(
    ends.map((end) => end.y),
    (i, j) => {
      const [leftmost, other] = ends[i]!.x < ends[j]!.x ? [i, j] : [j, i];
      const isBeside = ends[other]!.x - ends[leftmost]!.x > drawn[leftmost]!.longest;
      return isBeside ? 0 : ((drawn[i]!.lines.length + drawn[j]!.lines.length) * LINE) / 2;
    },
    [TOP, bottom - LINE / 2],
  );
  return {
    ...options,
    isLog,
    left,
    right,
    top: TOP,
    bottom,
    xDomain,
    x,
    y,
    xTicks: linearTicks(...xDomain, width < 480 ? 5 : 8).map(tickAt(x)),
    yTicks,
    band: band && [x(band.min), x(band.max)],
    sides: drawn.map(({ knots, index, read, lines }, i): PlotSide => {
      const projection = { x, y: (throughput: number) => y(read(throughput)) };
      return {
        index,
        path: curvePath(knots, projection),
        room: knots.length > 1 ? roomPath(knots, projection) : '',
        knots: knots.map((k) => ({ x: x(k.interactivity), y: projection.y(k.throughput) })),
        label: { x: ends[i]!.x, y: ys[i]!, lines },
      };
    }),
  };
}

function tickAt(at: Scale) {
  return (value: number): Tick => ({ at: at(value), text: tickText(value) });
}

/** At most three lines of about so many characters; what is left out shows as an ellipsis. */
function wrapped(label: string, room: number): string[] {
  const lines = label.match(new RegExp(`\\S.{0,${room - 1}}(?!\\S)|\\S{${room}}\\S*`, 'gu')) ?? [];
  if (lines.length > 3) lines.splice(3, Infinity, '…');
  return lines.map((line) => (line.length > room + 2 ? `${line.slice(0, room + 1)}…` : line));
}
