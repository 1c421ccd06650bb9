import type { MetricKey } from '../../../core/metrics.ts';
import type { RankMetricKey, RankMetricName } from '../../../core/ranking/rank-metrics.ts';

/** What a metric that rankings are made by is called, and counted in. */
export const rankMetrics = {
  cost: { name: 'Cost', unit: 'USD per million total tokens' },
  throughput: { name: 'Throughput', unit: 'total tok/s/GPU' },
  output: { name: 'Output throughput', unit: 'output tok/s/GPU' },
  'tokens-per-usd': { name: 'Tokens per dollar', unit: 'total tokens/USD' },
  mw: { name: 'Throughput per megawatt', unit: 'total tok/s/MW' },
  energy: { name: 'Energy', unit: 'J per total token' },
  users: { name: 'Users', unit: 'users/GPU' },
} satisfies Readonly<Record<RankMetricName, { readonly name: string; readonly unit: string }>>;

/** What the best configuration at a metric does, after its name or "What". */
export const bestAt: Readonly<Record<RankMetricName, string>> = {
  cost: 'is cheapest',
  throughput: 'has the most throughput per GPU',
  output: 'has the most output per GPU',
  'tokens-per-usd': 'gives the most tokens per dollar',
  mw: 'has the most throughput per megawatt',
  energy: 'takes the least energy per token',
  users: 'serves the most users per GPU',
};

/** What the best of every speed are headed with, and how a search calls such a ranking. */
export const mostOf: Readonly<Record<RankMetricName, string>> = {
  cost: 'cheapest',
  throughput: 'most throughput per GPU',
  output: 'most output per GPU',
  'tokens-per-usd': 'most tokens per dollar',
  mw: 'most throughput per megawatt',
  energy: 'least energy per token',
  users: 'most users per GPU',
};

/** Words of a search that ask for a ranking by a metric. */
export const askedBy: Readonly<Partial<Record<RankMetricName, readonly string[]>>> = {
  cost: ['cheapest', 'cheap', 'cheaper', 'cost', 'costs', 'price', 'per dollar', 'cost per token'],
  'tokens-per-usd': ['tokens per dollar', 'tokens per usd'],
  throughput: ['fastest', 'faster', 'throughput', 'most throughput', 'rank', 'ranking', 'best'],
  output: ['output throughput', 'most output'],
  energy: ['energy', 'least energy', 'joules', 'efficient', 'most efficient'],
  mw: ['megawatt', 'mw', 'per megawatt', 'per mw', 'power'],
  users: ['users', 'most users', 'users per gpu'],
};

/** Units, as documents state them, of the metrics that only rankings have. */
export const rankUnits: Readonly<Record<Exclude<RankMetricKey, MetricKey>, string>> = {
  tokensPerUsd: 'total tokens per USD',
  usersPerGpu: 'users/GPU',
};
