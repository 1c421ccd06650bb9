import * as z from 'zod/mini';
import { COST } from '../core/limits.ts';
import { AGGREGATED, UNSTATED_VALUE } from '../core/ranking/filters.ts';
import { CHART_AXES, CHART_POINTS, CHART_SCALES } from '../core/ranking/chart-options.ts';
import type { Zoom } from '../core/ranking/chart-options.ts';
import { RANK_METRIC_NAMES } from '../core/ranking/rank-metrics.ts';
import { LATENCY_STATS, ROW_CHOICES } from '../core/ranking/rank-options.ts';
import { ALL_BUT } from '../core/ranking/in-front.ts';
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
  rows: {
    schema: z.pipe(
      z
        .string()
        .check(z.regex(/^ *(!|[a-z0-9]+(-[a-z0-9]+)*)([ ,]+(!|[a-z0-9]+(-[a-z0-9]+)*))*[ ,]*$/)),
      // their order is that of their colours
      z.transform((text: string) => [...new Set(text.split(/[ ,]+/).filter(Boolean))].join(',')),
    ),
    rule: `is keys of rows, joined with commas; with ${ALL_BUT} among them, all rows but these`,
    description: `Rows that the chart has in front, with colour and label in this order, all others muted; with ${ALL_BUT} among them, all rows but these`,
    print: String,
    example: null,
  },
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
  workload: {
    schema: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(80)),
    rule: 'is the key of a workload',
    description: 'In place of the workload in the path, as the form of the page sends it',
    print: () => null,
    example: null,
  },
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
  zoom: {
    schema: z.pipe(
      z
        .string()
        .check(
          z.regex(/^\d{1,15}(\.\d{1,15})?(e-\d{1,2})?(,\d{1,15}(\.\d{1,15})?(e-\d{1,2})?){3}$/),
        ),
      z.transform((text: string): Zoom | null => {
        const [x = 0, x2 = 0, y = 0, y2 = 0] = text.split(',').map(Number);
        // where it is so small that its ends are the same as written, it shows all
        return x > 0 && x2 > x && y2 > y ? { x: [x, x2], y: [y, y2] } : null;
      }),
    ),
    rule: 'is the ends of the horizontal axis and those of the vertical, four numbers joined with commas',
    description: 'The part of the chart that is shown, in the units of its axes',
    print: (value: unknown) =>
      value === null
        ? null
        : Object.values(value as Zoom)
            .flat()
            .join(','),
    example: '20,90,0.1,0.5',
  },
  deployment: vocabularyKeys({
    description: `Deployments to rank; ${AGGREGATED} for both on one set of GPUs`,
    example: null,
  }),
};
