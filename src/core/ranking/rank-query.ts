import type { ChartAxis, ChartPoints, ChartScale, Zoom } from './chart-options.ts';
import { FILTER_DIMENSIONS } from './filters.ts';
import type { FilterDimension } from './filters.ts';
import type { RankMetricName } from './rank-metrics.ts';
import type { LatencyStat, RankOptions, RowChoice } from './rank-options.ts';
import type { InteractivityBasis } from '../sweep.ts';

/** The options of a ranking that only its own query keys set. */
export type RankQuery = Pick<
  RankOptions,
  | 'against'
  | 'by'
  | 'chart'
  | 'cost'
  | 'filters'
  | 'interactivityBasis'
  | 'isMeasuredOnly'
  | 'show'
  | 'stat'
>;

/** The values of a query's keys that only rankings take. */
export type RankValues = {
  readonly [D in FilterDimension]?: string;
} & {
  readonly against?: string;
  readonly by?: RankMetricName;
  readonly cost?: number;
  readonly points?: ChartPoints;
  readonly rows?: string;
  readonly show?: RowChoice;
  readonly speed?: InteractivityBasis;
  readonly stat?: LatencyStat;
  readonly x?: ChartAxis;
  readonly y?: RankMetricName;
  readonly yscale?: ChartScale;
  readonly zoom?: Zoom | null;
};

/** The options that the values of query keys ask for; the default of each that has no value. */
export function rankQuery(values: RankValues): RankQuery {
  const filters = FILTER_DIMENSIONS.flatMap((dimension) => {
    const text = values[dimension];
    return text === undefined ? [] : [[dimension, text.split(',')] as const];
  });
  return {
    against: values.against ?? null,
    by: values.by ?? null,
    chart: {
      x: values.x ?? 'interactivity',
      y: values.y ?? null,
      scale: values.yscale ?? null,
      hasBeaten: values.points === 'all',
      front: values.rows ?? '',
      zoom: values.zoom ?? null,
    },
    cost: values.cost ?? null,
    filters: Object.fromEntries(filters),
    interactivityBasis: values.speed ?? null,
    isMeasuredOnly: values.points === 'measured',
    show: values.show ?? 'best',
    stat: values.stat ?? 'p50',
  };
}
