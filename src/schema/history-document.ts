import * as z from 'zod/mini';
import { SEVERITIES } from '../core/notice-facts.ts';
import { byMetric } from '../core/metrics.ts';
import { STATUSES } from '../core/status.ts';
import { BASES, INTERACTIVITY_BASES } from '../core/sweep.ts';
import { knotSchema, leadSchema, qualitySchema, sourceSchema } from './document.ts';

const text = z.nullable(z.string());
const number = z.nullable(z.number());
const labelled = z.object({ key: z.string(), label: z.string() });
const pair = z.tuple([z.number(), z.number()]);

const run = z.object({
  key: z.string(),
  token: text,
  label: z.string(),
  run: text,
  date: text,
  isShown: z.boolean(),
  isPartial: z.boolean(),
  change: z.nullable(leadSchema),
  status: z.nullable(z.enum(STATUSES)),
  ...byMetric(() => number),
  low: number,
  high: number,
  likely: z.nullable(pair),
  concurrency: number,
  ttft: z.nullable(z.tuple([number, number])),
  between: z.nullable(pair),
  usdPerGpuHour: number,
  powerKw: number,
  range: z.nullable(z.object({ min: z.number(), max: z.number() })),
  knots: z.array(knotSchema),
  quality: qualitySchema,
  sources: z.array(sourceSchema),
  links: z.object({ comparison: z.optional(z.string()) }),
});

/** The document of a history, version 1, as `/history/….json` answers. */
export const historyDocumentSchema = z.object({
  version: z.literal(1),
  id: z.string(),
  title: z.string(),
  answer: z.string(),
  release: z.object({ id: z.string(), publishedAt: z.string() }),
  model: labelled,
  workload: labelled,
  row: z.string(),
  hardware: z.string(),
  precision: text,
  specMethod: text,
  framework: text,
  deployment: text,
  basis: z.enum(BASES),
  interactivityBasis: z.enum(INTERACTIVITY_BASES),
  at: number,
  ttftLimit: number,
  rates: z.object({ id: z.string(), asOf: z.string(), tier: z.string(), source: z.string() }),
  ownPrices: z.array(z.string()),
  util: z.number(),
  labels: z.record(z.string(), z.string()),
  change: z.nullable(z.object({ from: z.int(), to: z.int(), lead: leadSchema })),
  units: z.record(z.string(), z.string()),
  runs: z.array(run),
  notices: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(SEVERITIES),
      sides: z.optional(z.array(z.string())),
      text: z.string(),
    }),
  ),
  links: z.catchall(
    z.object({
      page: z.string(),
      pinned: z.string(),
      json: z.string(),
      csv: z.string(),
      md: z.string(),
      ranking: z.string(),
    }),
    z.string(), // forms that come later are additions
  ),
});
