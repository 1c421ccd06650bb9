import type { Range } from '../../core/range.ts';
import { curvePath, lensPath } from './curve-path.ts';
import { tickText } from '../format.ts';
import { linearTicks, logTicks, scale, tickStep } from './scale.ts';
import type { Scale } from './scale.ts';
import type { Series } from './series.ts';
import { spread } from './spread.ts';

/** `null`: logarithmic where the largest value is many times the smallest. */
export type AxisScale = 'linear' | 'log' | null;

export interface PlotOptions {
  readonly yScale: AxisScale;
  /** the stretch of the x axis that is marked; `null` for none */
  readonly band: Range | null;
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
export interface Plot extends Pick<PlotOptions, 'width' | 'height'> {
  /** whether the y axis is logarithmic */
  readonly isLog: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** values that stand at `left` and `right` */
  readonly xDomain: readonly [number, number];
  readonly x: Scale;
  readonly y: Scale;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  /** left and right end of the band */
  readonly band: readonly [number, number] | null;
  readonly lines: readonly PlotLine[];
}

/** A series as it is drawn. */
interface PlotLine {
  readonly style: number;
  readonly path: string;
  /** where the curve likely runs; empty for one knot */
  readonly lens: string;
  /** in the order of the series' */
  readonly knots: readonly { readonly x: number; readonly y: number }[];
  /** direct label: its lines, and the middle of its left edge */
  readonly label: { readonly x: number; readonly y: number; readonly lines: readonly string[] };
}

const TOP = 48;
const BOTTOM = 40;
/** px, the width of a character of 13 px semibold, on the generous side */
export const EM = 8.8;
const LINE = 15;
/** A y axis is logarithmic by itself where the largest value is over this many times the smallest. */
const LOG_FROM = 10;

/**
 * The chart of some series.
 *
 * @returns `null` without a series, or where one has no positive number
 */
export function plotOf(series: readonly Series[], options: PlotOptions): Plot | null {
  const { yScale, band, width, height } = options;
  const lineLength = Math.max(14, Math.floor((width * 0.22) / EM)); // characters of a label's line
  const places = series.flatMap(({ knots }) => knots);
  const [xs, ys] = [places.map((place) => place.x), places.map((place) => place.y)];
  const [least, most] = [Math.min(...ys), Math.max(...ys)];
  if (!(least > 0 && least <= most && most < Infinity)) return null;
  const isLog = yScale ? yScale === 'log' : most / least > LOG_FROM;
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
  const labels = series.map(({ label, knots }) => {
    const lines = wrapped(label, lineLength);
    return { lines, width: Math.max(...lines.map((line) => line.length)) * EM, end: knots.at(-1)! };
  });
  // As wide as leaves room for every label at the end of its curve.
  const available = width - left - 14;
  const right =
    left +
    Math.min(
      available,
      ...labels.map(
        (label) => ((available - label.width) / (label.end.x - first + pad)) * (last - first + pad),
      ),
    );
  const x = scale(xDomain, [left, right], false);

  const ends = labels.map(({ end }) => ({ x: x(end.x) + 9, y: y(end.y) }));
  const labelYs = spread(
    ends.map((end) => end.y),
    (i, j) => {
      const [leftmost, other] = ends[i]!.x < ends[j]!.x ? [i, j] : [j, i];
      const isBeside = ends[other]!.x - ends[leftmost]!.x > labels[leftmost]!.width;
      return isBeside ? 0 : ((labels[i]!.lines.length + labels[j]!.lines.length) * LINE) / 2;
    },
    [TOP, bottom - LINE / 2],
  );
  return {
    width,
    height,
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
    lines: series.map((one, i): PlotLine => {
      return {
        style: one.style,
        path: curvePath(one, { x, y }),
        lens: one.knots.length > 1 ? lensPath(one, { x, y }) : '',
        knots: one.knots.map((place) => ({ x: x(place.x), y: y(place.y) })),
        label: { x: ends[i]!.x, y: labelYs[i]!, lines: labels[i]!.lines },
      };
    }),
  };
}

function tickAt(at: Scale) {
  return (value: number): Tick => ({ at: at(value), text: tickText(value) });
}

/** At most three lines of about so many characters; what is left out shows as an ellipsis. */
export function wrapped(label: string, room: number): string[] {
  const lines = label.match(new RegExp(`\\S.{0,${room - 1}}(?!\\S)|\\S{${room}}\\S*`, 'gu')) ?? [];
  if (lines.length > 3) lines.splice(3, Infinity, '…');
  return lines.map((line) => (line.length > room + 2 ? `${line.slice(0, room + 1)}…` : line));
}
