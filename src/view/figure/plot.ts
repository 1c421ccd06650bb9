import type { Range } from '../../core/range.ts';
import type { PlotFrame, Size } from './plot-frame.ts';
import { curvePoints, lensPath, linePath } from './curve-path.ts';
import type { Pair } from './curve-path.ts';
import { linearTicks, scale } from './scale.ts';
import type { Scale } from './scale.ts';
import type { Series } from './series.ts';
import { LOG_FROM, tickAt, valueAxis } from './value-axis.ts';

/** `null`: logarithmic where the largest value is many times the smallest. */
export type AxisScale = 'linear' | 'log' | null;

/** How a chart is drawn, beside its series. */
export interface PlotOptions extends Size {
  readonly yScale: AxisScale;
  /** the stretch of the x axis that is marked; `null` for none */
  readonly band: Range | null;
}

/** A chart as positions, px from the left and the top. What targets add is {@link marksOf}'s. */
export interface Plot extends Size, PlotFrame {
  /** whether the y axis is logarithmic */
  readonly isLog: boolean;
  /** values that stand at `left` and `right` */
  readonly xDomain: readonly [number, number];
  readonly x: Scale;
  readonly y: Scale;
  /** left and right end of the band */
  readonly band: readonly [number, number] | null;
  readonly lines: readonly PlotLine[];
}

/** A series as it is drawn. */
interface PlotLine {
  readonly style: number;
  /** along the curve */
  readonly points: readonly Pair[];
  readonly path: string;
  /** where the curve likely runs; without area for one knot */
  readonly lens: string;
  /** in the order of the series' */
  readonly knots: readonly { readonly x: number; readonly y: number }[];
  /** the lines of its direct label */
  readonly label: readonly string[];
}

const TOP = 48;
const BOTTOM = 40;
/** px, enough for a short label beside the end of the last curve */
const RIGHT = 64;
/** A line of a label: some words, or a piece of a long one. */
const LABEL_LINE = /\S.{0,15}(?!\S)|\S{17}/gu;

/**
 * The chart of some series.
 *
 * @returns `null` without a series, or where one has no positive number
 */
export function plotOf(series: readonly Series[], options: PlotOptions): Plot | null {
  const { yScale, band, width, height } = options;
  const places = series.flatMap(({ knots }) => knots);
  const [xs, ys] = [places.map((place) => place.x), places.map((place) => place.y)];
  const [least, most] = [Math.min(...ys), Math.max(...ys)];
  if (!(least > 0 && least <= most && most < Infinity)) return null;
  const isLog = yScale ? yScale === 'log' : most / least > LOG_FROM;
  const bottom = height - BOTTOM;
  const [y, yTicks, left] = valueAxis(least, most, isLog, 1.4, bottom, TOP);
  const xDomain = [Math.min(...xs), Math.max(...xs)] as const;
  const right = width - RIGHT;
  const x = scale(xDomain, [left, right], false);

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
    xTicks: linearTicks(...xDomain, 6).map(tickAt(x)),
    yTicks,
    band: band && [x(band.min), x(band.max)],
    lines: series.map((one): PlotLine => {
      const points = curvePoints(one, { x, y });
      return {
        style: one.style,
        points,
        path: linePath(points),
        lens: lensPath(one, { x, y }),
        knots: one.knots.map((place) => ({ x: x(place.x), y: y(place.y) })),
        label: one.label.match(LABEL_LINE) ?? [one.label],
      };
    }),
  };
}
