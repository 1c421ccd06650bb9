import * as z from 'zod/mini';
import type { Catalog } from '../core/vocabulary.ts';

const entry = { key: z.string(), label: z.string() };
const named = z.nullable(z.string());

/** The catalog as a manifest holds it: models and vocabulary without importer aliases. */
export const catalogSchema: z.ZodMiniType<Catalog> = z.object({
  models: z.array(z.object({ ...entry, aliases: z.array(z.string()) })),
  vocabulary: z.object({
    hardware: z.array(z.object({ ...entry, vendor: z.string(), architecture: z.string() })),
    precision: z.array(z.object(entry)),
    specMethod: z.array(z.object(entry)),
    framework: z.array(z.object({ ...entry, family: z.string() })),
    deployment: z.array(z.object(entry)),
    workload: z.array(
      z.object({ ...entry, isl: z.nullable(z.number()), osl: z.nullable(z.number()) }),
    ),
  }),
  presets: z.array(
    z.object({
      id: z.string(),
      old: z.array(z.string()),
      basis: z.enum(['measured', 'published']),
      matched: z.object({
        hardware: z.optional(named),
        precision: z.optional(named),
        specMethod: z.optional(named),
        framework: z.optional(named),
        deployment: z.optional(named),
        workload: z.optional(named),
      }),
      targets: z.array(z.number()),
    }),
  ),
  rates: z.array(
    z.object({
      id: z.string(),
      asOf: z.string(),
      source: z.string(),
      hardware: z.record(
        z.string(),
        z.object({
          powerKw: z.nullable(z.number()),
          usdPerGpuHour: z.object({
            hyperscaler: z.optional(z.number()),
            neocloud: z.optional(z.number()),
            rental: z.optional(z.number()),
          }),
        }),
      ),
    }),
  ),
});
