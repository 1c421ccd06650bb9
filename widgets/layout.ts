import { headlineMetrics, isOfOutput, metricAt } from '../src/core/metrics.ts';
import type { MetricSide, Rated } from '../src/core/metrics.ts';
import type { AxisScale } from '../src/view/figure/plot.ts';
import { MEASURES, isRated, measureName } from '../src/view/figure/table-cells.ts';
import { parseTargets, pieces } from './settings.ts';
import type { Settings } from './settings.ts';

/** Which views, metrics and widths the figure has: what {@link layoutOf} makes of the settings. */
export type Layout = ReturnType<typeof layoutOf>;

/**
 * What the settings of page and reader come to at a width.
 *
 * @param outer - width of the element, px; 0 where it is not laid out, which counts as 640
 * @param sides - of the comparison, which decide what a chart can be of; none before there is one
 */
export function layoutOf(settings: Settings, outer: number, sides?: readonly MetricSide[]) {
  const { view, metrics, theme, editable, metric, log } = settings;
  const names = pieces(metrics);
  const named = MEASURES.filter((measure) => names.includes(measureName(measure)));
  const measures = named[0] ? named : MEASURES;
  const rated = measures
    .filter(isRated)
    .filter((key) => !sides || sides.some((side) => metricAt(key, 1, side, 1) !== null));
  const inner = (outer || 640) - (/light|dark|system/.test(theme ?? '') ? 32 : 0); // its padding
  const views: readonly string[] = view?.match(/table|chart|card/g) ?? ['chart', 'table'];
  const hasChart = views.includes('chart');
  const isSplit = inner >= 1000 && hasChart && views.includes('table');
  return {
    settings,
    views,
    hasChart,
    measures,
    rated,
    metric:
      [metric, ...headlineMetrics(sides ?? []), ...rated].find((key): key is Rated =>
        rated.some((known) => known === key),
      ) ?? 'throughput',
    yScale: (log as AxisScale | undefined) ?? null,
    isEditable: (editable ?? 'false') !== 'false',
    isNarrow: inner < 600,
    isSplit,
    /** width inside of the padding, px */
    inner,
    /** width of the chart, px */
    width: isSplit ? (inner - 40) * 0.52 : inner,
  };
}

/** Height of a chart of a width, both px. */
export function chartHeight(width: number): number {
  return Math.round(Math.min(452, Math.max(320, width * 0.62)));
}

/**
 * Estimates the height of the figure (px) before there is a document, rather more than less: that
 * much is kept free while it loads, so that nothing below it moves when it is drawn.
 */
export function estimatedHeight({
  settings,
  views,
  hasChart,
  measures,
  isEditable,
  isNarrow,
  isSplit,
  inner,
  width,
}: Layout) {
  // Output tokens have rows only where workloads are compared, or where they are asked for.
  const rows = measures.filter((key) => settings['metrics'] || !isOfOutput(key)).length;
  const src = settings['src'] ?? '';
  const sides = Math.max(2, src.split('-vs-').length);
  const asked = parseTargets(settings['at'] ?? /[?&]at=([\d.,]*)/.exec(src)?.[1]) ?? [1, 2, 3];
  const controls = isEditable ? (isNarrow ? 150 : 76) : 0;
  const heights: Record<string, number> = {
    chart: chartHeight(width) + 16 + controls,
    table:
      (isNarrow
        ? 90 + asked.length * (80 + rows * (sides > 2 ? 82 : 62))
        : 180 + rows * (50 + 29 * sides + (sides > 2 ? 28 : 0))) + (isEditable ? 40 : 0),
    card: inner * 0.525 + 16,
  };
  const others = (isNarrow ? 290 : 170) + (hasChart ? 0 : controls);
  const total = views.reduce((sum, view) => sum + heights[view]!, others);
  const beside = isSplit ? Math.min(heights['chart']!, heights['table']!) : 0;
  return Math.round(total - beside);
}
