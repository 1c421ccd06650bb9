import * as z from 'zod/mini';
import { BASES } from '../core/sweep.ts';
import { rateCardSchema, vocabularySchema } from './catalog.ts';
import { labelled, number, text } from './document-parts.ts';

const texts = z.array(z.string());
const maybeTexts = z.array(text);
const maybeNumbers = z.array(number);

/** Sources, a row each; `sweep` has the tokens of its sweep where several are pooled. */
export const sourceColumnsSchema = z.object({
  date: maybeTexts,
  framework: maybeTexts,
  image: maybeTexts,
  url: maybeTexts,
  license: maybeTexts,
  attribution: maybeTexts,
  sweep: maybeTexts,
});

/** `/rank/<model>/<workload>.chart.json`, version 1: columns of equal length within each object. */
export const rankChartDocumentSchema = z.object({
  version: z.literal(1),
  id: z.string(),
  release: z.string(),
  model: labelled,
  workload: labelled,
  basis: z.enum(BASES),
  at: number,
  tokenShares: z.nullable(z.object({ input: z.number(), output: z.number() })),
  card: rateCardSchema,
  tier: z.string(),
  vocabulary: vocabularySchema,
  links: z.object({ points: z.string() }),
  configurations: z.object({
    key: texts,
    hardware: texts,
    precision: maybeTexts,
    specMethod: maybeTexts,
    framework: maybeTexts,
    deployment: maybeTexts,
    run: maybeTexts,
    date: maybeTexts,
    knots: z.array(z.int()),
  }),
  knots: z.object({
    interactivity: z.array(z.number()),
    throughput: z.array(z.number()),
    concurrency: maybeNumbers,
    gpus: maybeNumbers,
    ttft: maybeNumbers,
    spread: maybeNumbers,
    parallelism: maybeNumbers,
    concurrencyOrigin: maybeNumbers,
    source: z.array(z.int()),
  }),
  texts,
  sources: sourceColumnsSchema,
});
