import { headlineMetrics, isOfOutput, metricAt } from '../src/core/metrics.ts';
import type { MetricSide, Rated } from '../src/core/metrics.ts';
import { SPLIT, WIDE, chartWidth, figureHeight } from '../src/view/embed/height.ts';
import type { AxisScale } from '../src/view/figure/plot.ts';
import { MEASURES, isRated, measureName } from '../src/view/figure/table-cells.ts';
import { parseTargets, pieces } from './settings.ts';
import type { Settings } from './settings.ts';

/** Which views, metrics and widths the figure has: what {@link layoutOf} makes of the settings. */
export type Layout = ReturnType<typeof layoutOf>;

/**
 * What the settings of page and reader come to at a width.
 *
 * @param outer - width of what is in the element, px; 0 where it is not laid out, which counts as 640
 * @param sides - of the comparison, which decide what a chart can be of; none before there is one
 */
export function layoutOf(settings: Settings, outer: number, sides?: readonly MetricSide[]) {
  const { view, metrics, theme, editable, metric, log } = settings;
  const named = MEASURES.filter((measure) => pieces(metrics).includes(measureName(measure)));
  const measures = named[0] ? named : MEASURES;
  const rated = measures
    .filter(isRated)
    .filter((key) => !sides || sides.some((side) => metricAt(key, 1, side, 1) !== null));
  const inner = (outer || 640) - (/light|dark|system/.test(theme ?? '') ? 32 : 0); // its padding
  const views: readonly string[] = view?.match(/table|chart|card/g) ?? ['chart', 'table'];
  const hasChart = views.includes('chart');
  const isSplit = inner >= SPLIT && hasChart && views.includes('table');
  return {
    settings,
    views,
    hasChart,
    measures,
    rated,
    metric:
      [metric, ...headlineMetrics(sides ?? []), ...rated].find((key): key is Rated =>
        rated.includes(key as Rated),
      ) ?? 'throughput',
    yScale: log as AxisScale, // or not set, which leaves it to the data as `null` does
    isEditable: (editable ?? 'false') !== 'false',
    isNarrow: inner < WIDE,
    isSplit,
    /** width inside of the padding, px */
    inner,
    /** width of the chart, px */
    width: chartWidth(inner, isSplit),
  };
}

/**
 * Estimates the height of the figure (px) before there is a document, rather more than less: that
 * much is kept free while it loads, so that nothing below it moves when it is drawn.
 */
export function estimatedHeight({
  settings,
  views,
  measures,
  isEditable,
  isNarrow,
  inner,
}: Layout): number {
  // Output tokens have rows only where workloads are compared, or where they are asked for.
  const rows = measures.filter((key) => settings['metrics'] || !isOfOutput(key)).length;
  const src = settings['src'] ?? '';
  const sides = Math.max(2, src.split('-vs-').length);
  const asked = parseTargets(settings['at'] ?? /[?&]at=([\d.,]*)/.exec(src)?.[1]) ?? [1, 2, 3];
  return figureHeight(
    {
      views,
      measures: rows,
      gains: sides,
      sides,
      targets: asked.length,
      fields: isEditable ? 2 + sides : 0,
    },
    isNarrow ? 290 : 200,
    inner,
  );
}
