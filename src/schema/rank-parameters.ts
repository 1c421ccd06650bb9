import * as z from 'zod/mini';
import { COST } from '../core/limits.ts';
import { AGGREGATED, UNSTATED_VALUE } from '../core/ranking/filters.ts';
import { CHART_AXES, CHART_POINTS, CHART_SCALES } from '../core/ranking/chart-options.ts';
import { RANK_METRIC_NAMES } from '../core/ranking/rank-metrics.ts';
import { LATENCY_STATS, ROW_CHOICES } from '../core/ranking/rank-options.ts';
import { ROW_ORDERS } from '../core/ranking/row-order.ts';
import { INTERACTIVITY_BASES } from '../core/sweep.ts';
import { oneOf, vocabularyKeys, decimalNumber } from './parameter.ts';

/** The query keys that only rankings take. */
export const RANK_PARAMETERS = {
  against: {
    schema: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(120)),
    rule: 'is the key of a row',
    description: 'Row that ratios are against; the first unless told otherwise',
    print: String,
    example: null,
  },
  by: oneOf(RANK_METRIC_NAMES, null, {
    description: 'What to rank by: cost, or throughput where no row has a price',
    example: 'throughput',
  }),
  cost: decimalNumber(COST, {
    description:
      'Limit in USD per million tokens, in place of at; ranks by the interactivity reached within it',
    example: '0.3',
  }),
  points: oneOf(CHART_POINTS, ['frontier'], {
    description:
      'all: the chart has the points that others beat too, faint; measured: only rows with a measured point within 5 % of the target compete',
    example: 'measured',
  }),
  show: oneOf(ROW_CHOICES, ['best'], {
    description: 'One row per hardware, its best recipe, or every configuration',
    example: 'all',
  }),
  sort: oneOf(ROW_ORDERS, ['rank'], {
    description: 'What the table of the page is in order by',
    example: 'ttft',
  }),
  speed: oneOf(INTERACTIVITY_BASES, null, {
    description:
      'Latency that interactivity is the inverse of; the one that most sweeps have unless told otherwise',
    example: null,
  }),
  stat: oneOf(LATENCY_STATS, ['p50'], {
    description:
      'Percentile of the latencies: in the limit of the first token, and on the axis of the chart',
    example: 'p99',
  }),
  vendor: vocabularyKeys({ description: 'Vendors to rank', example: null }),
  hardware: vocabularyKeys({ description: 'Hardware to rank', example: null }),
  precision: vocabularyKeys({ description: 'Precisions to rank', example: null }),
  spec: vocabularyKeys({
    description: `Speculative decoding to rank; ${UNSTATED_VALUE} where the source does not say`,
    example: null,
  }),
  engine: vocabularyKeys({ description: 'Engines to rank', example: null }),
  x: oneOf(CHART_AXES, ['interactivity'], {
    description:
      'Horizontal axis of the chart: speed, or a latency, on which the frontier is taken anew',
    example: 'ttft',
  }),
  y: oneOf(RANK_METRIC_NAMES, null, {
    description: 'Vertical axis of the chart; what is ranked by unless told otherwise',
    example: 'throughput',
  }),
  yscale: oneOf(CHART_SCALES, null, {
    description:
      'Scale of the vertical axis of the chart, log by itself where its values span more than tenfold (scale is that of pixels)',
    example: 'linear',
  }),
  deployment: vocabularyKeys({
    description: `Deployments to rank; ${AGGREGATED} for both on one set of GPUs`,
    example: null,
  }),
};
