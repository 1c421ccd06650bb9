import { fitCurve } from '../../core/curve.ts';
import type { Zoom } from '../../core/ranking/chart-options.ts';
import { isSettled } from '../../core/ranking/decision.ts';
import { rankMetric } from '../../core/ranking/rank-metrics.ts';
import { inFront } from '../../core/ranking/in-front.ts';
import type { RankFigure, RankRow } from '../../core/ranking/ranking-types.ts';
import { rankName, distinctiveParts } from './rank-name.ts';
import { curvePoints, hairlinePath, linePath, n } from './curve-path.ts';
import type { PlotFrame, Size } from './plot-frame.ts';
import type { Pair } from './curve-path.ts';
import { LABEL_GAP, placeLabels } from './rank-labels.ts';
import type { LabelPlace } from './rank-labels.ts';
import { linearTicks, logTicks, scale } from './scale.ts';
import type { Scale } from './scale.ts';
import type { Place, Series } from './series.ts';
import { DASHES } from './theme.ts';
import type { RankFigureWords } from '../words/words.ts';
import { LINE, LOG_FROM, axisOver, tickAt, valueAxis } from './value-axis.ts';
import type { Tick } from './value-axis.ts';

/** A curve of a ranking's chart. */
export interface RankLine {
  readonly key: string;
  /** position among the styles of lines for the first four, then ink; `null` for a muted one */
  readonly style: number | null;
  readonly path: string;
  readonly knots: readonly Place[];
  /** path of dots: points that others beat; '' of one without a colour, and of none */
  readonly beaten: string;
  /** direct label; `null` for a muted curve, and for one whose end is out of sight */
  readonly label: (LabelPlace & { readonly lines: readonly string[] }) | null;
}

/** A stretch of the strip under the axis. */
export interface LeadBar {
  readonly from: number;
  readonly to: number;
  readonly style: number | null;
  /** one row leads, and the data tell */
  readonly isDecided: boolean;
  readonly text: string;
}

/** The chart of a ranking as positions, px from the left and the top. */
export interface RankPlot extends Size, PlotFrame {
  readonly isLogX: boolean;
  readonly isLogY: boolean;
  /** it shows a part, at whose edges curves are cut */
  readonly isZoomed: boolean;
  /** over a latency; `null` over interactivity */
  readonly xTitle: string | null;
  readonly x: Scale;
  readonly y: Scale;
  /** muted ones first, so that the others lie above them */
  readonly lines: readonly RankLine[];
  /** the target, where it lies within the chart */
  readonly target: Tick | null;
  readonly strip: readonly LeadBar[];
}

/** How a ranking's chart is shown: its size, and what its reader chose, such as a zoom. */
interface RankPlotView extends Size {
  readonly zoom?: Zoom | null;
  /**
   * rows that have colour and label before all others, as `inFront` reads them, in their order; where it
   * names none the first have, as many as there is room for
   */
  readonly front?: string;
  /** where more is drawn than the frontiers of the rows */
  readonly source?: ChartSource;
}

/** A curve in the units of the axes. */
interface RankSeries extends Pick<Series, 'knots'> {
  readonly row: RankRow;
  /** `null` where only straight lines join its points, as nothing is read between them */
  readonly at: Series['at'] | null;
  /** points that others beat */
  readonly beaten?: readonly Place[];
}

/** What a chart draws of the rows. */
export interface ChartSource {
  /** of a latency; `null` for interactivity */
  readonly xTitle: string | null;
  /** what a row has in the chart; `null` where it has nothing */
  readonly seriesOf: (r: RankFigure, row: RankRow) => RankSeries | null;
  /** dots at some places (px) as one path */
  readonly dotsPath: (places: readonly Place[]) => string;
}

/** Curves with a label of their own; in a narrow chart the lines that lead to more would cross it. */
const LABELLED = 8;
const LABELLED_NARROW = 4;
/** px */
const NARROW = 480;
const TOP = 44;
const BOTTOM = 58;
/** px of a character of a label, on the generous side */
const CHARACTER = 8.7;
/** share of the width that labels may take before they are wrapped */
const LABELS = 0.22;
/** the x axis is logarithmic where the highest speed is over this many times the lowest */
const LOG_X_FROM = 30;

/**
 * The chart of a ranking: a metric over interactivity, or over a latency, one curve a row. Over a
 * latency straight lines join the points, as nothing is read between them.
 *
 * @returns `null` without a curve that has the metric
 */
export function rankPlot(
  r: RankFigure,
  { width, height, zoom: asked = null, front = '', source }: RankPlotView,
  words: RankFigureWords,
): RankPlot | null {
  const all = r.rows.flatMap(
    (row) => (source ? source.seriesOf(r, row) : speedSeries(r, row)) ?? [],
  );
  const isInFront = inFront(front);
  const place = ({ row }: RankSeries) => front.split(',').indexOf(row.key);
  const first = all.filter(({ row }) => isInFront(row.key)).toSorted((a, b) => place(a) - place(b));
  const drawn = [...first, ...all.filter((series) => !first.includes(series))];
  const xTitle = source?.xTitle ?? null;
  if (drawn.length === 0) return null;
  const room = width < NARROW ? LABELLED_NARROW : LABELLED;
  const count = Math.min(room, first.length || room);
  const labelled = drawn.slice(0, count);
  const coloured = Math.min(count, DASHES.length);
  const places = [
    ...drawn.flatMap(({ knots }) => knots),
    ...drawn.slice(0, coloured).flatMap(({ beaten = [] }) => beaten),
  ];
  const [xs, ys] = [places.map((place) => place.x), places.map((place) => place.y)];
  const [slowest, fastest] = [Math.min(...xs), Math.max(...xs)];
  const [least, most] = [Math.min(...ys), Math.max(...ys)];
  const isLogX = fastest / slowest > LOG_X_FROM;
  const scaleY = r.chart.scale ?? (most / least > LOG_FROM ? 'log' : 'linear');
  const isLogY = scaleY === 'log';
  // a logarithmic axis has no 0, where one that was linear may have begun
  const zoom = isLogY && asked?.y[0] === 0 ? null : asked;
  const bottom = height - BOTTOM;
  const [y, yTicks, left] = zoom
    ? axisOver(zoom.y, isLogY, bottom, TOP)
    : valueAxis(least, most, isLogY, 1.15, bottom, TOP);
  const characters = Math.max(13, Math.floor((width * LABELS) / CHARACTER));
  const texts = labelled.map(({ row }) =>
    wrappedLabel(rankName(distinctiveParts(row, r.rows), r, words), characters),
  );
  const longest = Math.max(characters >> 1, ...texts.flat().map((line) => line.length));
  const right = width - longest * CHARACTER - LABEL_GAP;
  const pad = isLogX ? 0 : (fastest - slowest) * 0.02 || slowest * 0.1;
  const xDomain =
    zoom?.x ?? ([slowest - pad, fastest > slowest ? fastest : fastest + pad] as const);
  const x = scale(xDomain, [left, right], isLogX);
  const ends = labelled.map(({ knots, at }) => {
    const end = Math.max(Math.min(knots.at(-1)!.x, xDomain[1]), knots[0]!.x);
    const height = y(at ? at(end) : knots.at(-1)!.y);
    const within = Math.min(Math.max(height, TOP), bottom);
    // half a pixel, for an end at the very edge
    const isCut = Math.abs(height - within) > 0.5;
    return { x: Math.round(x(end)), y: Math.round(within), isCut };
  });
  const isInSight = ({ x: end }: Place) => end >= left - 0.5 && end <= right + 0.5;
  const outlines = labelled.map((series) => outlineOf(series, { x, y }));
  const labelPlaces = placeLabels(
    ends.map((end, i) => ({
      end,
      isCut: end.isCut,
      width: Math.max(...texts[i]!.map((line) => line.length)) * CHARACTER,
      height: texts[i]!.length * LINE + 2,
    })),
    outlines,
    { left, right, top: TOP, bottom },
  );
  const project = (place: Place) => ({ x: x(place.x), y: y(place.y) });
  const pathOf = (series: RankSeries, i: number) => {
    const { knots, at } = series;
    return i < count || at === null
      ? linePath(outlines[i] ?? outlineOf(series, { x, y }))
      : hairlinePath({ knots, at }, { x, y });
  };
  const lines = drawn.map((series, i): RankLine => ({
    key: series.row.key,
    style: i < count ? i : null,
    // of many curves only some are looked at
    get path() {
      return pathOf(series, i);
    },
    get knots() {
      return series.knots.map(project);
    },
    beaten: (i < coloured && source?.dotsPath((series.beaten ?? []).map(project))) || '',
    label: i < count && isInSight(ends[i]!) ? { ...labelPlaces[i]!, lines: texts[i]! } : null,
  }));
  const styleOf = (key: string) => lines.find((line) => line.key === key)?.style ?? null;
  const within = (value: number) => Math.min(Math.max(value, xDomain[0]), xDomain[1]);
  return {
    width,
    height,
    left,
    right,
    top: TOP,
    bottom,
    isLogX,
    isLogY,
    isZoomed: zoom !== null,
    xTitle,
    x,
    y,
    xTicks: (isLogX
      ? logTicks(...xDomain, (right - left) / 30)
      : linearTicks(...xDomain, width < NARROW ? 5 : 8)
    ).map(tickAt(x)),
    yTicks,
    lines: lines.toReversed(),
    target:
      xTitle === null && r.at !== null && r.at >= xDomain[0] && r.at <= xDomain[1]
        ? tickAt(x)(r.at)
        : null,
    strip: (xTitle === null ? r.leaders : []).flatMap(({ from, to, row, outcome }) => {
      // who leads may be of a later release than the curves
      const leader = r.configurations[row];
      if (!leader) return [];
      const isDecided = isSettled(outcome);
      return {
        from: x(within(from)),
        to: x(within(to + 0.1)),
        style: styleOf(row),
        isDecided,
        text: isDecided ? rankName(leader, r, words) : words.notTold,
      };
    }),
  };
}

/** The frontier of a row over interactivity; `null` without one, and without the metric. */
export function speedSeries(r: RankFigure, row: RankRow): RankSeries | null {
  const { knots, usdPerGpuHour, powerKw } = row;
  const { of } = rankMetric(r.chart.y ?? r.by);
  const outputShare = r.tokenShares && r.tokenShares.output;
  const read = (throughput: number, interactivity: number) =>
    of({ throughput, interactivity, usdPerGpuHour, powerKw, util: r.util, outputShare });
  if (knots.length === 0 || read(1, 1) === null) return null;
  const curve = fitCurve(knots);
  const at = (x: number) => read(curve.at(x)!, x)!;
  const places = knots.map(({ interactivity: x, throughput }) => ({ x, y: read(throughput, x)! }));
  return { row, knots: places, at };
}

/** A series as points, px: on its curve, or its knots. */
function outlineOf(
  { knots, at }: RankSeries,
  projection: { readonly x: Scale; readonly y: Scale },
): Pair[] {
  const { x, y } = projection;
  return at
    ? curvePoints({ knots, at }, projection)
    : knots.map((knot) => [n(x(knot.x)), n(y(knot.y))]);
}

/** At most three lines of about so many characters; what is left out shows as an ellipsis. */
function wrappedLabel(label: string, room: number): string[] {
  const lines = label.match(new RegExp(`\\S.{0,${room - 1}}(?!\\S)|\\S{${room}}\\S*`, 'gu')) ?? [];
  if (lines.length > 3) lines.splice(3, Infinity, '…');
  return lines.map((line) => (line.length > room + 2 ? `${line.slice(0, room + 1)}…` : line));
}
