import type { RankMetricName } from './rank-metrics.ts';

/** What the chart of a ranking has on its horizontal axis: speed, or a latency. */
export const CHART_AXES = ['interactivity', 'ttft', 'e2el'] as const;
export type ChartAxis = (typeof CHART_AXES)[number];
export type Latency = Exclude<ChartAxis, 'interactivity'>;

/** How the vertical axis counts; without a choice it is logarithmic where its values span much. */
export const CHART_SCALES = ['linear', 'log'] as const;
export type ChartScale = (typeof CHART_SCALES)[number];

/**
 * The points that count: those on the frontier; these with the beaten ones drawn faint; or, of the
 * configurations, only those with a point near the target.
 */
export const CHART_POINTS = ['frontier', 'all', 'measured'] as const;
export type ChartPoints = (typeof CHART_POINTS)[number];

/** What a reader may ask of the chart of a ranking; nothing of it moves a number of its rows. */
export interface ChartOptions {
  readonly x: ChartAxis;
  /** `null` = what is ranked by */
  readonly y: RankMetricName | null;
  /** of the vertical axis; `null` = as its values need it */
  readonly scale: ChartScale | null;
  /** points that others beat are drawn too */
  readonly hasBeaten: boolean;
  /** rows that stand before the others, as `inFront` reads them; empty for none */
  readonly front: string;
  /** `null` = the whole chart */
  readonly zoom: Zoom | null;
}

/** A part of a chart, in the units of its axes, ascending. */
export interface Zoom {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** Whether a chart needs more than the frontier of throughput over interactivity. */
export function needsAllPoints({ x, hasBeaten }: ChartOptions): boolean {
  return x !== 'interactivity' || hasBeaten;
}
