import * as z from 'zod/mini';
import { BASES } from '../core/sweep.ts';

const text = z.nullable(z.string());
const number = z.nullable(z.number());
const labelled = z.object({ key: z.string(), label: z.string() });
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
  card: z.object({
    id: z.string(),
    asOf: z.string(),
    source: z.string(),
    hardware: z.record(
      z.string(),
      z.object({ powerKw: number, usdPerGpuHour: z.record(z.string(), z.number()) }),
    ),
  }),
  tier: z.string(),
  vocabulary: z.object({
    hardware: z.array(z.extend(labelled, { vendor: z.string(), architecture: z.string() })),
    precision: z.array(labelled),
    specMethod: z.array(labelled),
    framework: z.array(z.extend(labelled, { family: z.string() })),
    deployment: z.array(labelled),
    workload: z.array(z.extend(labelled, { isl: number, osl: number })),
  }),
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
