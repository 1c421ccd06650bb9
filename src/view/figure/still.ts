import type { Comparison } from '../../core/comparison-types.ts';
import { headlineMetrics } from '../../core/metrics.ts';
import type { Measure } from '../../core/metrics.ts';
import { MOST_CHART } from '../embed/height.ts';
import { h } from '../markup/markup.ts';
import type { Child, Markup } from '../markup/markup.ts';
import { altText } from '../text/summary.ts';
import type { Words } from '../words/words.ts';
import { marksOf } from './plot-marks.ts';
import { knotTitles, plotGround, plotSvg } from './plot-svg.ts';
import { plotOf } from './plot.ts';
import { metricSeries } from './series.ts';
import { figuresTable } from './table.ts';

/** Sizes (px) that a chart is drawn in where no script measures its place; it scales from there. */
const WIDE_CHART = { width: 640, height: MOST_CHART };
const NARROW_CHART = { width: 344, height: 340 };

/** Points up to which each has a title of its own; with more the page would grow too long. */
const MOST_TITLED = 40;

/** The chart of a comparison without a script, wide and narrow, of which one shows; [] without a curve. */
export function stillCharts(c: Comparison, words: Words): readonly Markup[] {
  const [metric] = headlineMetrics(c.sides);
  const series = metricSeries(c, metric);
  const isTitled = c.sides.flatMap(({ knots }) => knots).length <= MOST_TITLED;
  const draw = (size: typeof WIDE_CHART, name: string, titles?: ReturnType<typeof knotTitles>) => {
    const plot = plotOf(series, { yScale: null, band: c.band, ...size });
    if (plot === null) return [];
    const ground = plotGround(plot, metric, words.figure, titles);
    const marks = marksOf(plot, c, metric);
    return h('div', { class: name }, plotSvg(plot, marks, altText(c, words), ground));
  };
  return [
    draw(WIDE_CHART, 'wide-chart', isTitled ? knotTitles(c, words.chart) : undefined),
    draw(NARROW_CHART, 'narrow-chart'),
  ].flat();
}

/** The table of a comparison, wide and narrow, of which one shows; [] without a target. */
export function stillTables(
  c: Comparison,
  words: Words['figure'],
  measures?: readonly Measure[],
): readonly Child[] {
  if (c.targets.length === 0) return [];
  return [
    figuresTable(c, words, { measures }),
    figuresTable(c, words, { measures, isNarrow: true }),
  ];
}
