import * as z from 'zod/mini';
import { STATUSES } from '../core/status.ts';
import { BASES, INTERACTIVITY_BASES } from '../core/sweep.ts';
import {
  configuration,
  knotSchema,
  labelled,
  leadSchema,
  noticesSchema,
  number,
  qualitySchema,
  range,
  rates,
  release,
  sourceSchema,
  text,
  valueFields,
} from './document-parts.ts';

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
  ...valueFields,
  usdPerGpuHour: number,
  powerKw: number,
  range: z.nullable(range),
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
  release,
  model: labelled,
  workload: labelled,
  row: z.string(),
  ...configuration,
  basis: z.enum(BASES),
  interactivityBasis: z.enum(INTERACTIVITY_BASES),
  at: number,
  ttftLimit: number,
  rates,
  ownPrices: z.array(z.string()),
  util: z.number(),
  labels: z.record(z.string(), z.string()),
  change: z.nullable(z.object({ from: z.int(), to: z.int(), lead: leadSchema })),
  units: z.record(z.string(), z.string()),
  runs: z.array(run),
  notices: noticesSchema(z.string(), { sides: z.optional(z.array(z.string())) }),
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
