import type { CompareOptions } from '../options.ts';
import type { Basis, InteractivityBasis } from '../sweep.ts';
import type { ChartOptions } from './chart-options.ts';
import type { Filters } from './filters.ts';
import type { RankMetricName } from './rank-metrics.ts';

/** One row per hardware, its best recipe; or every configuration. */
export const ROW_CHOICES = ['best', 'all'] as const;
export type RowChoice = (typeof ROW_CHOICES)[number];

/**
 * Which latency a limit of the first token and an axis of the chart speak of: the median, or the
 * 99th percentile.
 */
export const LATENCY_STATS = ['p50', 'p99'] as const;
export type LatencyStat = (typeof LATENCY_STATS)[number];

/** What a reader may ask of a ranking. */
export interface RankOptions extends Omit<CompareOptions, 'at'> {
  /** target, tok/s/user; `null` = the middle of the speeds that most curves cover */
  readonly at: number | null;
  /** in place of a target, a limit in $/M tokens; ranks by the interactivity reached within it */
  readonly cost: number | null;
  /** `null` = cost, or throughput where no row has a price */
  readonly by: RankMetricName | null;
  readonly show: RowChoice;
  readonly filters: Filters;
  readonly stat: LatencyStat;
  /** key of the row that ratios are against; `null` = the first */
  readonly against: string | null;
  /** only rows with a knot within 5 % of the target compete */
  readonly isMeasuredOnly: boolean;
  readonly chart: ChartOptions;
  readonly basis: Basis | null;
  /** sweeps of different ones are never ranked together; `null` = the one that most sweeps have */
  readonly interactivityBasis: InteractivityBasis | null;
}
