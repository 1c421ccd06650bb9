import * as z from 'zod/mini';
import { LATENCY_STATS } from '../core/ranking/rank-options.ts';
import { BASES } from '../core/sweep.ts';
import { sourceColumnsSchema } from './rank-chart-document.ts';

const numbers = z.array(z.number());
const maybeNumbers = z.array(z.nullable(z.number()));

/** `/rank/<model>/<workload>.points.json`, version 1: columns of equal length within each object. */
export const rankPointsDocumentSchema = z.object({
  version: z.literal(1),
  id: z.string(),
  release: z.string(),
  basis: z.enum(BASES),
  stat: z.enum(LATENCY_STATS),
  configurations: z.object({ key: z.array(z.string()), points: z.array(z.int()) }),
  points: z.object({
    interactivity: numbers,
    throughput: numbers,
    concurrency: maybeNumbers,
    gpus: maybeNumbers,
    ttft: maybeNumbers,
    ttftP99: maybeNumbers,
    e2el: maybeNumbers,
    e2elP99: maybeNumbers,
    parallelism: maybeNumbers,
    concurrencyOrigin: maybeNumbers,
    source: z.array(z.int()),
    frontier: z.array(z.int()),
  }),
  texts: z.array(z.string()),
  sources: sourceColumnsSchema,
  units: z.record(z.string(), z.string()),
  links: z.object({ sweeps: z.string() }),
});
