import { byMetric } from '../../../core/metrics.ts';
import type { MetricKey, TableMetric } from '../../../core/metrics.ts';
import { figure } from './figure.ts';

/** Units of the metrics that tables do not show. */
const NOT_SHOWN: Readonly<Record<Exclude<MetricKey, TableMetric>, string>> = {
  joulesPerToken: 'J per total token',
};

/** What each metric is counted in, in documents and as the head of a column. */
export const units: Readonly<Record<MetricKey, string>> = byMetric(({ key }) =>
  key in figure.measures
    ? figure.measures[key as TableMetric][1]
    : NOT_SHOWN[key as keyof typeof NOT_SHOWN],
);
