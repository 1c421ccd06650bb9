import { middleTarget } from '../core/band.ts';
import type { Comparison, Metric } from '../core/comparison-types.ts';
import { metricOf } from '../core/values.ts';
import { curvePath, roomPath } from './curve-path.ts';
import type { Projection } from './curve-path.ts';
import { ratioRangeText, ratioText, targetText, tickText } from './format.ts';
import { placeLabels } from './plot-labels.ts';
import type { Label } from './plot-labels.ts';
import { linearScale, logScale, tickStep } from './scale.ts';

/** What of a comparison is drawn. */
export type Plotted = Pick<Comparison, 'sides' | 'targets' | 'values' | 'band' | 'util'>;

export interface PlotOptions {
  readonly metric: Exclude<Metric, 'joulesPerToken'>;
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

/** A chart as positions, px from the left and the top. */
export interface Plot extends PlotOptions {
  readonly isLog: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** interactivities (tok/s/user) that stand at `left` and `right` */
  readonly xDomain: readonly [number, number];
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  /** left and right end of the common band */
  readonly band: readonly [number, number] | null;
  readonly sides: readonly PlotSide[];
  /** `textAt` is where the value stands, beside its line where lines are close */
  readonly targets: readonly (Tick & { readonly textAt: number })[];
  /** the gap at the middle target; `text` is its ratio, `range` what the points allow */
  readonly bracket: {
    readonly x: number;
    readonly from: number;
    readonly to: number;
    readonly text: string;
    readonly range: string | null;
  } | null;
}

export interface PlotSide {
  /** position among the comparison's sides, which gives it its colour and mark */
  readonly index: number;
  readonly path: string;
  readonly room: string;
  /** in the order of the side's knots */
  readonly knots: readonly { readonly x: number; readonly y: number }[];
  readonly label: Label;
}

const TOP = 48;
const BOTTOM = 40;
const EM = 8.2; // px, the width of a character of 13 px semibold, on the generous side
const LINE = 15;

/**
 * The chart of a comparison. Derived metrics are drawn point by point from the throughput curve.
 *
 * @returns `null` where no side has the metric at a point
 */
export function plotOf(c: Plotted, options: PlotOptions): Plot | null {
  const { metric, width, height } = options;
  const drawn = c.sides.flatMap((side, index) => {
    const read = (throughput: number) => metricOf(metric, throughput, side, c.util);
    if (side.knots.length === 0 || read(1) === null) return [];
    return { side, index, read: (throughput: number) => read(throughput)! };
  });
  if (drawn.length === 0) return null;

  const values = drawn.flatMap(({ side, read }) => side.knots.map((k) => read(k.throughput)));
  const xs = drawn.flatMap(({ side }) => side.knots.map((k) => k.interactivity));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const isLog = (options.yScale ?? (most / least > 40 ? 'log' : 'linear')) === 'log';

  const step = tickStep(most, 5);
  const yDomain = isLog
    ? ([least / 1.2, most * 1.1] as const)
    : ([0, roundedUp(most, step)] as const);
  const yRange = [height - BOTTOM, TOP] as const;
  const y = isLog ? logScale(yDomain, yRange) : linearScale(yDomain, yRange, 5);
  const yTicks = y.ticks.map((value) => ({ at: y.at(value), text: tickText(value) }));
  const left = Math.max(...yTicks.map(({ text }) => text.length)) * EM + 12;
  const room = Math.max(14, Math.floor((width * 0.22) / EM)); // characters of a label's line
  const lines = drawn.map(({ side }) => wrapped(side.label, room));
  const [first, last] = [Math.min(...xs), Math.max(...xs)];
  const pad = (last - first) * 0.03 || first * 0.1;
  const xDomain = [first - pad, last] as const;
  // As wide as leaves room for every label at the end of its curve.
  const widths = drawn.map(({ side }, i) => {
    const share = (side.knots.at(-1)!.interactivity - first + pad) / (last - first + pad);
    const longest = Math.max(...lines[i]!.map((line) => line.length));
    return (width - left - 14 - longest * EM) / share;
  });
  const right = left + Math.min(width - left - 14, ...widths);
  const x = linearScale(xDomain, [left, right], width < 480 ? 5 : 8);

  const labels = placeLabels(
    drawn.map(({ side, read }, i) => {
      const end = side.knots.at(-1)!;
      const at = { x: x.at(end.interactivity) + 9, y: y.at(read(end.throughput)) };
      const longest = Math.max(...lines[i]!.map((line) => line.length));
      return { ...at, width: longest * EM, height: lines[i]!.length * LINE, lines: lines[i]! };
    }),
    [TOP, height - BOTTOM],
  );
  const sides = drawn.map(({ side, index, read }, i): PlotSide => {
    const projection: Projection = {
      x: x.at,
      y: (throughput) => y.at(read(throughput)),
      isLinear: !isLog && metric !== 'costPerMillionTokens',
    };
    return {
      index,
      path: curvePath(side.knots, projection),
      room: roomPath(side.knots, projection),
      knots: side.knots.map((k) => ({ x: x.at(k.interactivity), y: projection.y(k.throughput) })),
      label: labels[i]!,
    };
  });

  const within = c.targets.filter((target) => target >= first && target <= last);
  return {
    ...options,
    isLog,
    left,
    right,
    top: TOP,
    bottom: height - BOTTOM,
    xDomain,
    xTicks: x.ticks.map((value) => ({ at: x.at(value), text: tickText(value) })),
    yTicks,
    band: c.band && [x.at(c.band.min), x.at(c.band.max)],
    sides,
    targets: spread(within.map((target) => ({ at: x.at(target), text: targetText(target) }))),
    bracket: bracketOf(c, metric, x.at, y.at),
  };
}

function bracketOf(
  { targets, values }: Plotted,
  metric: PlotOptions['metric'],
  x: (value: number) => number,
  y: (value: number) => number,
): Plot['bracket'] {
  const middle = middleTarget(targets);
  const read = values.find(({ interactivity }) => interactivity === middle);
  const best = read?.best[metric];
  const valueOf = (key: string | null) =>
    read?.sides.find(({ side }) => side === key)?.[metric] ?? null;
  const [from, to] = [valueOf(best?.side ?? null), valueOf(best?.over ?? null)];
  if (middle === null || !best || best.tie || from === null || to === null) return null;
  const [a, b] = [y(from), y(to)];
  return {
    x: x(middle),
    from: Math.min(a, b),
    to: Math.max(a, b),
    text: best.decided ? ratioText(best.ratio) : `~${ratioText(best.ratio)}`,
    range: best.decided ? null : ratioRangeText(best.ratioRange),
  };
}

/** Texts of close targets pushed apart, both by the same, until none covers the next. */
function spread(ticks: readonly Tick[]): Plot['targets'] {
  const places = ticks.map(({ at }) => at);
  for (let round = 0; round < 20; round++) {
    for (let i = 1; i < places.length; i++) {
      const room = ((ticks[i - 1]!.text.length + ticks[i]!.text.length) * EM) / 2 + 4;
      const push = Math.max(0, (room - places[i]! + places[i - 1]!) / 2);
      places[i - 1]! -= push;
      places[i]! += push;
    }
  }
  return ticks.map((tick, i) => ({ ...tick, textAt: places[i]! }));
}

/** The next multiple of the step. */
function roundedUp(value: number, step: number): number {
  return Number((Math.ceil(value / step) * step).toPrecision(12));
}

/** At most three lines of about so many characters, the last cut off with an ellipsis. */
function wrapped(label: string, room: number): string[] {
  const lines: string[] = [''];
  for (const word of label.split(' ')) {
    const line = lines.at(-1)!;
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + word.length < room) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  if (lines.length > 3) lines.splice(3, Infinity, '…');
  return lines.map((line) => (line.length > room + 2 ? `${line.slice(0, room + 1)}…` : line));
}
