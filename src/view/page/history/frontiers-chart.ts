import type { History } from '../../../core/history/history-types.ts';
import { targetText } from '../../format.ts';
import { hairlinePath, n } from '../../figure/curve-path.ts';
import type { Pair } from '../../figure/curve-path.ts';
import { placeTexts, pointsBetween } from '../../figure/placement.ts';
import type { TextToPlace } from '../../figure/placement.ts';
import type { Size } from '../../figure/plot-frame.ts';
import type { PlotMarks } from '../../figure/plot-marks.ts';
import { plotGround, plotSvg } from '../../figure/plot-svg.ts';
import { plotOf } from '../../figure/plot.ts';
import type { Plot } from '../../figure/plot.ts';
import { metricSeries } from '../../figure/series.ts';
import { h } from '../../markup/markup.ts';
import type { Markup } from '../../markup/markup.ts';
import { historyName } from '../../text/history-summary.ts';
import type { Words } from '../../words/words.ts';

/** Index of the side whose colour and marks the run in front has. */
const FRONT = 0;
/** In place of the index of a side: a label in the colour of text. */
const PLAIN = -1;

/**
 * The throughput of every run over interactivity: that of the run which rankings show in front, the
 * others as hairlines.
 *
 * @param size - px
 * @returns `null` where no run has a curve
 */
export function frontiersChart(history: History, size: Size, all: Words): Markup | null {
  const { runs, util, at } = history;
  const sides = runs.map(({ side }) => side);
  const series = metricSeries({ sides, util }, 'throughput');
  const plot = plotOf(series, { yScale: null, band: null, ...size });
  if (plot === null) return null;
  const shown = series.findIndex(({ style }) => runs[style]!.isShown);
  const front = shown < 0 ? series.length - 1 : shown;
  const titleOf = (knot: number) => {
    const { label, knots } = sides[series[front]!.style]!;
    const { interactivity, throughput } = knots[knot]!;
    return h('title', null, all.chart.knot(label, interactivity, throughput));
  };
  const lines = [{ ...plot.lines[front]!, style: FRONT }];
  const [under, over] = plotGround({ ...plot, lines }, 'throughput', all.figure, (_, knot) =>
    titleOf(knot),
  );
  const others = series.filter((_, i) => i !== front);
  const muted = others.map(({ knots, at: read, label }) => {
    const [only, second] = knots;
    const title = h('title', null, label);
    // a path of one point shows nothing
    return second === undefined
      ? h('circle', { class: 'other', cx: n(plot.x(only!.x)), cy: n(plot.y(only!.y)), r: 2 }, title)
      : h('path', { class: 'other', d: hairlinePath({ knots, at: read }, plot) }, title);
  });
  const oldest = front === 0 ? null : 0;
  const targets = targetMark(plot, at);
  const marks: PlotMarks = {
    targets,
    bracket: null,
    labels: placeTexts(plot, labels(plot, front, oldest), [
      ...plot.lines.flatMap(curveOf),
      ...targets.flatMap(({ at: x }) => pointsBetween([x, plot.top], [x, plot.bottom])),
    ]),
  };
  const label = all.history.frontiersLabel(historyName(history, all), series.length);
  return plotSvg(plot, marks, label, [h('g', null, under, muted), over]);
}

function curveOf({ points }: Plot['lines'][number]): Pair[] {
  return points.flatMap((point, i) => pointsBetween(points[i - 1] ?? point, point));
}

/** The run in front and the oldest one are named beside their curves. */
function labels({ lines }: Plot, front: number, oldest: number | null): TextToPlace[] {
  const named = (i: number, style: number): TextToPlace => ({
    style,
    lines: lines[i]!.label,
    places: curveOf(lines[i]!).toReversed(),
  });
  return [named(front, FRONT), ...(oldest === null ? [] : [named(oldest, PLAIN)])];
}

/** The target, where it lies within the chart. */
function targetMark(
  { x, xDomain: [first, last], top, bottom }: Plot,
  at: number | null,
): PlotMarks['targets'] {
  if (at === null || at < first || at > last) return [];
  const place = x(at);
  return [
    { at: place, text: targetText(at), textAt: place, line: `M${n(place)} ${top - 6}V${bottom}` },
  ];
}
