import type { MetricKey } from '../../../core/metrics.ts';

/** What each metric is counted in, in documents and as the head of a column. */
export const units: Readonly<Record<MetricKey, string>> = {
  throughput: 'total tok/s/GPU',
  costPerMillionTokens: 'USD per million total tokens',
  throughputPerMw: 'total tok/s/MW',
  joulesPerToken: 'J per total token',
  outputThroughput: 'output tok/s/GPU',
  costPerMillionOutputTokens: 'USD per million output tokens',
};
