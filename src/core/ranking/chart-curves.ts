import type { ChartAxis, ChartOptions, ChartScale } from './chart-options.ts';
import type { RankMetricName } from './rank-metrics.ts';

/** A point in the units of a chart's axes. */
export interface ChartPoint {
  /** tok/s/user, or s */
  readonly x: number;
  /** of the metric of the vertical axis */
  readonly y: number;
}

/** The points of one row. */
export interface ChartCurve {
  /** those that no other beats, x ascending; `null` over interactivity, where they are the row's knots */
  readonly frontier: readonly ChartPoint[] | null;
  /** those that another beats, where they are asked for */
  readonly beaten: readonly ChartPoint[];
}

/** What the chart of a ranking shows beside the curves of its rows. */
export interface RankChart extends Pick<ChartOptions, 'front' | 'zoom'> {
  readonly x: ChartAxis;
  readonly y: RankMetricName;
  /** of the vertical axis; `null` = as its values need it */
  readonly scale: ChartScale | null;
  readonly hasBeaten: boolean;
  /** by the key of the row; empty where the rows' own knots are all that is drawn */
  readonly curves: Readonly<Record<string, ChartCurve>>;
  /** rows that have points, but none with the latency of the horizontal axis: not drawn */
  readonly undrawn: number;
  /** points of the other rows whose latency is not known: not drawn either */
  readonly unplaced: number;
}
