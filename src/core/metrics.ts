import { costPerMillionTokens, joulesPerToken, throughputPerMw } from './cost.ts';

/** Everything that a metric is worked out from at one point of a curve. */
export interface MetricInput {
  /** total tok/s/GPU */
  readonly throughput: number;
  /** $/GPU-hr; `null` when not known */
  readonly usdPerGpuHour: number | null;
  /** all-in provisioned power per GPU, kW; `null` when not known */
  readonly powerKw: number | null;
  /** share of the time that the GPUs are busy, in (0, 1] */
  readonly util: number;
  /** output tokens of all tokens, in (0, 1); `null` unless sides of several workloads are compared */
  readonly outputShare: number | null;
}

/** Facts of a side that its metrics are worked out from: price, power, output share. */
export type MetricSide = Pick<MetricInput, 'usdPerGpuHour' | 'powerKw' | 'outputShare'>;

interface MetricDefinition {
  /** field of the JSON document */
  readonly key: string;
  /** its name in `?metrics=` and in the element's attribute; `null` where tables do not show it */
  readonly name: string | null;
  readonly isLowerBetter: boolean;
  /** `null` where a price or a power is not known */
  readonly of: (input: MetricInput) => number | null;
}

/**
 * Every metric that has a best side, in the order in which they are shown. Each is derived from the
 * interpolated throughput, never interpolated itself. Names and units are in the words.
 */
export const METRICS = [
  {
    key: 'throughput',
    name: 'throughput',
    isLowerBetter: false,
    of: ({ throughput }) => throughput,
  },
  {
    key: 'costPerMillionTokens',
    name: 'cost',
    isLowerBetter: true,
    of: ({ throughput, usdPerGpuHour, util }) =>
      costPerMillionTokens(throughput, usdPerGpuHour, util),
  },
  {
    key: 'throughputPerMw',
    name: 'mw',
    isLowerBetter: false,
    of: ({ throughput, powerKw }) => throughputPerMw(throughput, powerKw),
  },
  {
    key: 'joulesPerToken',
    name: null,
    isLowerBetter: true,
    of: ({ throughput, powerKw }) => joulesPerToken(throughput, powerKw),
  },
  {
    key: 'outputThroughput',
    name: 'output',
    isLowerBetter: false,
    of: ({ throughput, outputShare }) => outputShare && throughput * outputShare,
  },
  {
    key: 'costPerMillionOutputTokens',
    name: 'output-cost',
    isLowerBetter: true,
    of: ({ throughput, usdPerGpuHour, util, outputShare }) =>
      outputShare && costPerMillionTokens(throughput * outputShare, usdPerGpuHour, util),
  },
] as const satisfies readonly MetricDefinition[];

export type MetricKey = (typeof METRICS)[number]['key'];

/** Whether a metric counts output tokens only, which are alike in all workloads. */
export function isOfOutput(metric: MetricKey | Measure): boolean {
  return metric === 'outputThroughput' || metric === 'costPerMillionOutputTokens';
}

/** Key of a metric that tables and charts show: one with a name in addresses. */
export type TableMetric = Extract<(typeof METRICS)[number], { readonly name: string }>['key'];

/** What a table can show: {@link TableMetric}s, and two facts of a point that have no best side. */
export type Measure = TableMetric | 'concurrency' | 'ttft';

/** A record with one entry for each metric, by its key. */
export type ByMetric<T> = Readonly<Record<MetricKey, T>>;

/** A record made by calling a function for each metric. */
export function byMetric<T>(make: (metric: (typeof METRICS)[number]) => T): ByMetric<T> {
  return Object.fromEntries(METRICS.map((metric) => [metric.key, make(metric)])) as ByMetric<T>;
}

/** A metric at a throughput (total tok/s/GPU); `null` without throughput, price or power. */
export function metricAt(
  metric: MetricKey,
  throughput: number | null,
  side: MetricSide,
  util: number,
): number | null {
  const { of } = METRICS.find(({ key }) => key === metric)!;
  return throughput === null ? null : of({ ...side, throughput, util });
}

/** A metric that a headline may speak of. */
type HeadlineMetric = Exclude<MetricKey, 'throughputPerMw' | 'joulesPerToken'>;

/**
 * The two metrics that headlines speak of, a throughput and a cost: of total tokens, or of output
 * tokens where workloads are compared, whose total tokens are not alike.
 */
export function headlineMetrics(
  sides: readonly Pick<MetricSide, 'outputShare'>[],
): readonly [throughput: HeadlineMetric, cost: HeadlineMetric] {
  return sides.some(({ outputShare }) => outputShare !== null)
    ? ['outputThroughput', 'costPerMillionOutputTokens']
    : ['throughput', 'costPerMillionTokens'];
}
