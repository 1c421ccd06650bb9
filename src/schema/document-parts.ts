import * as z from 'zod/mini';
import { byMetric } from '../core/metrics.ts';
import { SEVERITIES } from '../core/notice-facts.ts';

/** A text, or `null` where there is none. */
export const text = z.nullable(z.string());

/** A number, or `null` where it is not known. */
export const number = z.nullable(z.number());

/** The ends of a stretch of interactivities, tok/s/user. */
export const range = z.object({ min: z.number(), max: z.number() });

/** The release that a document was made from. */
export const release = z.object({ id: z.string(), publishedAt: z.string() });

/** A key of the catalog with its name. */
export const labelled = z.object({ key: z.string(), label: z.string() });

/** The rate card and tier that prices are of. */
export const rates = z.object({
  id: z.string(),
  asOf: z.string(),
  tier: z.string(),
  source: z.string(),
});

/** What tells a configuration from others; `null` = not stated, or pooled. */
export const configuration = {
  hardware: z.string(),
  precision: text,
  specMethod: text,
  framework: text,
  deployment: text,
};

/** What a side is worth at a target, and the positions of the knots beside it. */
export const valueFields = {
  ...byMetric(() => number),
  low: number,
  high: number,
  likely: z.nullable(z.tuple([z.number(), z.number()])),
  concurrency: number,
  ttft: z.nullable(z.tuple([number, number])),
  between: z.nullable(z.tuple([z.int(), z.int()])),
};

/** Notices with their sentence. */
export function noticesSchema<Code extends z.ZodMiniType, Places extends z.core.$ZodShape>(
  code: Code,
  places: Places,
) {
  const severity = z.enum(SEVERITIES);
  return z.array(z.object({ code, severity, ...places, text: z.string() }));
}

const pair = {
  ratio: z.number().check(z.minimum(1)),
  ratioRange: z.tuple([z.number(), z.number()]),
  possible: z.tuple([z.number(), z.number()]),
};

/** Who leads in a metric: a saving is there only where one side is ahead. */
export const leadSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('ahead'),
    side: z.string(),
    over: z.string(),
    ...pair,
    saving: number,
  }),
  z.object({ outcome: z.literal('level'), sides: z.array(z.string()), ...pair }),
  z.object({
    outcome: z.literal('open'),
    side: z.string(),
    over: z.string(),
    ...pair,
    against: z.string(),
  }),
]);

/** Addresses that comparisons and rankings both name: their forms, and the page under its release. */
export const formLinks = {
  pinned: z.string(),
  json: z.string(),
  csv: z.string(),
  md: z.string(),
  chart: z.string(),
  svg: z.string(),
  png: z.string(),
  embed: z.string(),
};

/** Where knots come from, under what terms. */
export const sourceSchema = z.object({
  date: text,
  framework: text,
  image: text,
  url: text,
  license: text,
  attribution: text,
  file: z.optional(z.string()),
  sweep: text,
});

/** A point of a side's frontier. */
export const knotSchema = z.object({
  interactivity: z.number(),
  throughput: z.number(),
  concurrency: number,
  concurrencyOrigin: z.optional(z.string()),
  gpus: number,
  ttft: number,
  parallelism: text,
  repeats: z.optional(z.int()),
  spread: z.optional(z.number()),
  source: z.int(),
});

/** How well a curve predicts its own points. */
export const qualitySchema = z.object({ knots: z.int(), leaveOneOutError: number });
