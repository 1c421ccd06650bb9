import * as z from 'zod/mini';
import { BASES } from '../core/sweep.ts';
import { NAMED_DIMENSIONS } from '../core/vocabulary.ts';
import type { Catalog, RateCard, Vocabulary } from '../core/vocabulary.ts';

const entry = { key: z.string(), label: z.string() };

/** The vocabulary of a release, without importer aliases. */
export const vocabularySchema: z.ZodMiniType<Vocabulary> = z.object({
  hardware: z.array(z.object({ ...entry, vendor: z.string(), architecture: z.string() })),
  precision: z.array(z.object(entry)),
  specMethod: z.array(z.object(entry)),
  framework: z.array(z.object({ ...entry, family: z.string() })),
  deployment: z.array(z.object(entry)),
  workload: z.array(
    z.object({ ...entry, isl: z.nullable(z.number()), osl: z.nullable(z.number()) }),
  ),
});

/** A rate card of a release. */
export const rateCardSchema: z.ZodMiniType<RateCard> = z.object({
  id: z.string(),
  asOf: z.string(),
  source: z.string(),
  hardware: z.record(
    z.string(),
    z.object({ powerKw: z.nullable(z.number()), usdPerGpuHour: z.record(z.string(), z.number()) }),
  ),
});

/** The catalog as a manifest holds it. */
export const catalogSchema: z.ZodMiniType<Catalog> = z.object({
  models: z.array(
    z.object({ ...entry, aliases: z.array(z.string()), fp4Format: z.optional(z.string()) }),
  ),
  vocabulary: vocabularySchema,
  presets: z.array(
    z.object({
      id: z.string(),
      old: z.array(z.string()),
      basis: z.enum(BASES),
      matched: z.partialRecord(z.enum(NAMED_DIMENSIONS), z.nullable(z.string())),
      targets: z.array(z.number()),
    }),
  ),
  rates: z.array(rateCardSchema),
});
