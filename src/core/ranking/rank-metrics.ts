import { METRICS } from '../metrics.ts';
import type { MetricInput, MetricKey } from '../metrics.ts';

/** Key of a metric that rankings have: those of {@link METRICS}, and two of their own. */
export type RankMetricKey = MetricKey | 'tokensPerUsd' | 'usersPerGpu';

/** Everything that a metric of a ranking is worked out from. */
interface RankMetricInput extends MetricInput {
  /** tok/s/user */
  readonly interactivity: number;
}

interface RankMetric {
  /** its name in `?by=` */
  readonly name: string;
  /** field of the JSON document */
  readonly key: RankMetricKey;
  readonly isLowerBetter: boolean;
  /** `null` where a price, a power or the tokens of the workload are not known */
  readonly of: (input: RankMetricInput) => number | null;
}

/** Every metric that configurations can be ranked by, by the name that an address gives it. */
export const RANK_METRICS = [
  registered('cost', 'costPerMillionTokens'),
  registered('throughput', 'throughput'),
  registered('output', 'outputThroughput'),
  {
    name: 'tokens-per-usd',
    key: 'tokensPerUsd',
    isLowerBetter: false,
    of: ({ throughput, usdPerGpuHour, util }: RankMetricInput) =>
      usdPerGpuHour === null ? null : (throughput * util * 3600) / usdPerGpuHour,
  },
  registered('mw', 'throughputPerMw'),
  registered('energy', 'joulesPerToken'),
  {
    name: 'users',
    key: 'usersPerGpu',
    isLowerBetter: false,
    // each user takes the output tokens of one interactivity
    of: ({ throughput, outputShare, interactivity }: RankMetricInput) =>
      outputShare && (throughput * outputShare) / interactivity,
  },
] as const satisfies readonly RankMetric[];

/** Every metric that a row is read in: those that it can be ranked by, and the others of tables. */
const ROW_METRICS: readonly Pick<RankMetric, 'key' | 'of'>[] = [
  ...RANK_METRICS,
  ...METRICS.filter(({ key }) => !RANK_METRICS.some((ranked) => ranked.key === key)),
];

/** Makes something for each metric of a row, by its key. */
export function byRowMetric<T>(
  make: (metric: Pick<RankMetric, 'of'>) => T,
): Readonly<Record<RankMetricKey, T>> {
  const made = {} as Record<RankMetricKey, T>;
  for (const metric of ROW_METRICS) made[metric.key] = make(metric);
  return made;
}

export type RankMetricName = (typeof RANK_METRICS)[number]['name'];
export const RANK_METRIC_NAMES: readonly RankMetricName[] = RANK_METRICS.map(({ name }) => name);

/** The metric of a name in `?by=`. */
export function rankMetric(name: RankMetricName): (typeof RANK_METRICS)[number] {
  return RANK_METRICS.find((metric) => metric.name === name)!;
}

function registered<const N extends string, const K extends MetricKey>(name: N, key: K) {
  const { isLowerBetter, of } = METRICS.find((metric) => metric.key === key)!;
  return { name, key, isLowerBetter, of };
}

/**
 * The metric as a factor on throughput, turned so that more is better; `null` where it is not known.
 * Every metric is a throughput times a constant, or a constant through one, so this is all that an
 * order at one speed needs.
 */
export function rankWeight(
  name: RankMetricName,
  input: Omit<RankMetricInput, 'throughput' | 'interactivity'>,
): number | null {
  const { isLowerBetter, of } = rankMetric(name);
  const perUnit = of({ ...input, throughput: 1, interactivity: 1 });
  return perUnit && (isLowerBetter ? 1 / perUnit : perUnit);
}
