import type { Words } from '../words/words.ts';
import { axisTitles } from './axis-titles.ts';
import { n } from './curve-path.ts';
import { markPath } from './mark.ts';
import { h } from '../markup/markup.ts';
import type { Child, Markup } from '../markup/markup.ts';
import type { PlotMarks } from './plot-marks.ts';
import type { Plot } from './plot.ts';
import { plotText } from './plot-text.ts';
import { DASHES } from './theme.ts';
import { LINE } from './value-axis.ts';
import type { Comparison } from '../../core/comparison-types.ts';
import type { TableMetric } from '../../core/metrics.ts';

/**
 * The SVG of a chart that stays when a target moves: the layer below the targets, and the one above
 * them.
 */
export type PlotGround = readonly [under: Markup, over: Markup];

/**
 * The chart as an SVG tree with real text. Colours come from classes and custom properties.
 *
 * @param label - what the chart shows, for those who do not see it
 */
export function plotSvg(
  plot: Plot,
  { targets, bracket, labels }: PlotMarks,
  label: string,
  [under, over]: PlotGround,
): Markup {
  const { width, height, top } = plot;
  return h(
    'svg',
    { class: 'plot', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label },
    under,
    targets.map(({ at, text, textAt, line }) => [
      h('path', { class: 'target', d: line }),
      h('circle', { class: 'label', cx: n(at), cy: top - 6, r: 3 }),
      plotText(textAt, top - 14, text, 'middle', 'label'),
    ]),
    over,
    bracket && h('path', { class: 'curve', d: bracket }),
    labels.map(({ style, lines, box, leader }) =>
      h(
        'g',
        { class: style >= 0 && `side-${style + 1}` },
        leader && h('path', { stroke: 'currentColor', d: leader }),
        lines.map((text, i) => plotText(box[0], box[1] + i * LINE + 11, text, null, 'label')),
      ),
    ),
  );
}

/** The axes, the band, the curves with their lenses, knots and labels. */
export function plotGround(
  plot: Plot,
  metric: TableMetric,
  words: Words['figure'],
  knotTitle: (side: number, knot: number) => Child = () => null,
): PlotGround {
  const { height, left, right, top, bottom, band, xTicks, yTicks, lines: series } = plot;
  const [xTitle, yTitle] = axisTitles(plot, metric, words);
  const under = h(
    'g',
    null,
    band &&
      h('path', {
        class: 'band',
        d: `M${n(band[0])} ${top}H${n(Math.max(band[1], band[0] + 1))}V${bottom}H${n(band[0])}`,
      }),
    yTicks.map(({ at, text }) => [
      h('path', { class: 'grid', d: `M${left} ${n(at)}H${n(right)}` }),
      plotText(left - 8, at + 4, text, 'end'),
    ]),
    h('path', { class: 'axis', d: `M${left} ${bottom}H${n(right)}` }),
    xTicks.map(({ at, text }) => plotText(at, bottom + 17, text, 'middle')),
    plotText(0, 12, yTitle),
    plotText(right, height - 6, xTitle, 'end'),
  );
  const over = h(
    'g',
    null,
    series.map(({ style, lens }) => h('path', { class: `lens side-${style + 1}`, d: lens })),
    series.map(({ style, path, knots }) =>
      h(
        'g',
        { class: `side-${style + 1}` },
        h('path', { class: 'curve', d: path, 'stroke-dasharray': DASHES[style] ?? null }),
        knots.map((at, i) =>
          markPath(style, { transform: `translate(${n(at.x)} ${n(at.y)})` }, knotTitle(style, i)),
        ),
      ),
    ),
  );
  return [under, over];
}

/** What each knot says on hover: its side and its figures. */
export function knotTitles({ sides }: Pick<Comparison, 'sides'>, words: Words['chart']) {
  return (side: number, knot: number): Markup => {
    const { label, knots } = sides[side]!;
    const { interactivity, throughput, repeats, spread } = knots[knot]!;
    const median = repeats && spread ? words.median(repeats, spread) : '';
    return h('title', null, words.knot(label, interactivity, throughput) + median);
  };
}
