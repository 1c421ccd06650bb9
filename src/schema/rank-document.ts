import * as z from 'zod/mini';
import { OUTCOMES } from '../core/lead.ts';
import {
  configuration,
  formLinks,
  labelled,
  noticesSchema,
  number,
  range,
  rates,
  release,
  sourceSchema,
  text,
} from './document-parts.ts';
import { FILTER_DIMENSIONS } from '../core/ranking/filters.ts';
import type { FilterDimension } from '../core/ranking/filters.ts';
import { byRowMetric, RANK_METRIC_NAMES } from '../core/ranking/rank-metrics.ts';
import { CHART_AXES, CHART_POINTS, CHART_SCALES } from '../core/ranking/chart-options.ts';
import { LATENCY_STATS, ROW_CHOICES } from '../core/ranking/rank-options.ts';
import { ROW_STATUSES } from '../core/ranking/ranking-types.ts';
import { BASES, INTERACTIVITY_BASES } from '../core/sweep.ts';

const likely = z.tuple([z.number(), z.number()]);
const outcome = z.enum([...OUTCOMES, 'only']);

/** What a row is worth at an interactivity. */
const figures = {
  ...byRowMetric(() => number),
  byLikely: z.nullable(likely),
  concurrency: number,
  isConcurrencyApproximate: z.nullable(z.boolean()),
  ttft: z.nullable(z.tuple([number, number])),
};

const row = z.object({
  key: z.string(),
  ...configuration,
  rank: z.nullable(z.int()),
  isTied: z.boolean(),
  status: z.enum(ROW_STATUSES),
  reachLikely: z.nullable(z.tuple([number, number])),
  ratio: number,
  range: z.nullable(range),
  usdPerGpuHour: number,
  powerKw: number,
  run: text,
  date: text,
  ...figures,
  interactivity: number,
  low: number,
  high: number,
  likely: z.nullable(likely),
  gpus: z.nullable(z.tuple([number, number])),
  parallelism: z.nullable(z.tuple([text, text])),
  bound: z.nullable(
    z.object({
      ...figures,
      interactivity: z.number(),
      low: z.number(),
      high: z.number(),
      likely,
      gpus: z.tuple([number, number]),
      parallelism: z.tuple([text, text]),
    }),
  ),
  knots: z.int(),
  sources: z.array(sourceSchema),
  runs: z.int(),
  links: z.object({ comparison: z.optional(z.string()), history: z.optional(z.string()) }),
});

/** The values of a dimension that a ranking can be filtered by, with the rows that each would leave. */
export const filterValuesSchema = z.array(
  z.object({ key: z.string(), label: text, count: z.int(), active: z.boolean() }),
);

/** The document of a ranking, version 1, as `/rank/….json` answers. */
export const rankingDocumentSchema = z.object({
  version: z.literal(1),
  id: z.string(),
  title: z.string(),
  answer: z.string(),
  leading: text,
  method: z.string(),
  source: z.string(),
  release,
  model: labelled,
  workload: labelled,
  basis: z.enum(BASES),
  interactivityBasis: z.enum(INTERACTIVITY_BASES),
  at: number,
  cost: number,
  by: z.enum(RANK_METRIC_NAMES),
  show: z.enum(ROW_CHOICES),
  stat: z.enum(LATENCY_STATS),
  ttftLimit: number,
  isMeasuredOnly: z.boolean(),
  chart: z.object({
    x: z.enum(CHART_AXES),
    y: z.enum(RANK_METRIC_NAMES),
    scale: z.nullable(z.enum(CHART_SCALES)),
    points: z.enum(CHART_POINTS),
  }),
  pool: z.boolean(),
  rates,
  ownPrices: z.array(z.string()),
  util: z.number(),
  tokenShares: z.nullable(z.object({ input: z.number(), output: z.number() })),
  labels: z.record(z.string(), z.string()),
  units: z.record(z.string(), z.string()),
  against: text,
  counts: z.object({ all: z.int(), fitting: z.int(), shown: z.int() }),
  rows: z.array(row),
  lead: z.nullable(
    z.object({
      row: z.string(),
      over: text,
      against: text,
      outcome,
      ratio: number,
      ratioRange: z.nullable(likely),
    }),
  ),
  leaders: z.array(
    z.object({ from: z.number(), to: z.number(), row: z.string(), over: text, outcome }),
  ),
  configurations: z.record(z.string(), z.object(configuration)),
  filters: z.object(
    Object.fromEntries(
      FILTER_DIMENSIONS.map((dimension) => [dimension, filterValuesSchema]),
    ) as Record<FilterDimension, typeof filterValuesSchema>,
  ),
  asked: z.partialRecord(z.enum(FILTER_DIMENSIONS), z.array(z.string())),
  notices: noticesSchema(z.string(), { rows: z.optional(z.array(z.string())) }),
  links: z.catchall(
    z.object({
      page: z.string(),
      ...formLinks,
      builder: z.string(),
      sweeps: z.string(),
    }),
    z.string(), // forms that come later are additions
  ),
});
