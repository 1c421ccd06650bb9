import { headlineMetrics, metricAt } from '../src/core/metrics.ts';
import type { MetricSide, TableMetric } from '../src/core/metrics.ts';
import { SPLIT, THEME_INSET, WIDE, chartWidth } from '../src/view/embed/height.ts';
import type { AxisScale } from '../src/view/figure/plot.ts';
import { MEASURES, hasBest, measureName } from '../src/view/figure/table-cells.ts';
import { pieces } from './settings.ts';
import type { Settings } from './settings.ts';

/** Which views, metrics and widths the figure has: what {@link layoutOf} makes of the settings. */
export type Layout = ReturnType<typeof layoutOf>;

/**
 * What the settings of page and reader come to at a width.
 *
 * @param outer - width of what is in the element, px; 0 where it is not laid out, which counts as 640
 * @param sides - of the comparison, which decide what a chart can be of
 */
export function layoutOf(settings: Settings, outer: number, sides: readonly MetricSide[]) {
  const { view, metrics, theme, editable, metric, log } = settings;
  const named = MEASURES.filter((measure) => pieces(metrics).includes(measureName(measure)));
  const measures = named[0] ? named : MEASURES;
  const rated = measures
    .filter(hasBest)
    .filter((key) => sides.some((side) => metricAt(key, 1, side, 1) !== null));
  const own = theme?.match(/light|dark|system/)?.[0];
  const inner = (outer || 640) - (own ? THEME_INSET : 0);
  const views: readonly string[] = view?.match(/table|chart|card/g) ?? ['chart', 'table'];
  const hasChart = views.includes('chart');
  const isSplit = inner >= SPLIT && hasChart && views.includes('table');
  return {
    settings,
    theme: own,
    views,
    hasChart,
    measures,
    rated,
    metric:
      [metric, ...headlineMetrics(sides), ...rated].find((key): key is TableMetric =>
        rated.includes(key as TableMetric),
      ) ?? 'throughput',
    yScale: log as AxisScale, // or not set, which leaves it to the data as `null` does
    isEditable: (editable ?? 'false') !== 'false',
    isNarrow: inner < WIDE,
    isSplit,
    /** width of the chart, px */
    width: chartWidth(inner, isSplit),
  };
}
