import * as z from 'zod/mini';
import { NOTICE_CODES } from '../core/notices.ts';
import { OUTCOMES } from '../core/lead.ts';
import { byMetric } from '../core/metrics.ts';
import { RELEASE_STATES } from '../core/release.ts';
import { STATUSES } from '../core/status.ts';
import { BASES, INTERACTIVITY_BASES } from '../core/sweep.ts';
import { DIMENSIONS, NAMED_DIMENSIONS } from '../core/vocabulary.ts';
import type { NamedDimension } from '../core/vocabulary.ts';
import { rateCardSchema, vocabularySchema } from './catalog.ts';
import {
  configuration,
  formLinks,
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
import { sweepSchema } from './release.ts';

const basis = z.enum(BASES);
const dimension = z.enum(DIMENSIONS);
const matched = z.partialRecord(z.enum(NAMED_DIMENSIONS), text);

const side = z.object({
  key: z.string(),
  label: z.string(),
  ...configuration,
  workload: text,
  interactivityBasis: z.nullable(z.enum(INTERACTIVITY_BASES)),
  run: text,
  date: text,
  usdPerGpuHour: number,
  powerKw: number,
  outputShare: number,
  range: z.nullable(range),
  knots: z.array(knotSchema),
  quality: qualitySchema,
  sources: z.array(sourceSchema),
});

const value = z.object({
  side: z.string(),
  status: z.enum(STATUSES),
  ...valueFields,
});

/** The comparison document, version 1, as `.json` answers; what `/openapi.json` describes. */
export const comparisonDocumentSchema = z.object({
  version: z.literal(1),
  id: z.string(),
  specificId: z.string(),
  title: z.string(),
  release,
  model: labelled,
  basis,
  interactivityBasis: z.enum(INTERACTIVITY_BASES),
  compared: z.array(dimension),
  shared: z.partialRecord(dimension, z.string()),
  matched,
  mismatch: z.array(dimension),
  pool: z.boolean(),
  rates: z.extend(rates, { tiers: z.optional(z.array(z.string())) }),
  ownPrices: z.array(z.string()),
  util: z.number(),
  ttftLimit: number,
  tokenShares: z.nullable(z.object({ input: z.number(), output: z.number() })),
  labels: z.record(z.string(), z.string()),
  units: z.record(z.string(), z.string()),
  band: z.nullable(range),
  targets: z.array(z.number()),
  sides: z.array(side),
  values: z.array(
    z.object({
      interactivity: z.number(),
      sides: z.array(value),
      best: z.object(byMetric(() => z.nullable(leadSchema))),
    }),
  ),
  equalLoads: z.optional(
    z.array(
      z.object({
        concurrency: z.number(),
        parallelism: text,
        throughput: z.tuple([z.number(), z.number()]),
        interactivity: z.tuple([z.number(), z.number()]),
      }),
    ),
  ),
  summary: z.array(z.string()),
  notices: noticesSchema(z.enum(NOTICE_CODES), { sides: z.optional(z.array(z.string())) }),
  alternatives: z.array(
    z.object({
      id: z.string(),
      basis,
      matched,
      outcome: z.nullable(z.enum(OUTCOMES)),
      ratio: number,
      side: text,
    }),
  ),
  moreAlternatives: z.optional(z.int()),
  bestRecipe: z.nullable(z.object({ id: z.string(), interactivity: z.number(), lead: leadSchema })),
  links: z.catchall(
    z.object({
      page: z.string(),
      specific: z.string(),
      ...formLinks,
    }),
    z.string(), // forms that come later are additions
  ),
});

/** An RFC 9457 problem as this site answers it; which of the optional members there are follows from its type. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  nearest: z.optional(z.array(z.object({ label: z.string(), href: z.string() }))),
  // of an address that cannot be read: which token, where, and what may have been meant
  token: z.optional(z.string()),
  position: z.optional(z.int()),
  candidates: z.optional(z.array(z.string())),
  // of a query
  key: z.optional(z.string()),
  value: z.optional(z.string()),
  // of both
  rule: z.optional(z.string()),
  // of a release that is not there: the current one, and all that can be pinned
  current: z.optional(z.string()),
  releases: z.optional(z.array(z.string())),
});

/** `/catalog.json`. */
export const catalogDocumentSchema = z.object({
  version: z.literal(1),
  release,
  models: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      aliases: z.array(z.string()),
      values: z.object({
        hardware: z.array(text),
        precision: z.array(text),
        specMethod: z.array(text),
        framework: z.array(text),
        deployment: z.array(text),
        workload: z.array(text),
      } satisfies Record<NamedDimension, unknown>),
      combinations: z.array(
        z.object({
          tokens: z.string(),
          basis,
          interactivityBasis: z.enum(INTERACTIVITY_BASES),
          offload: text,
        }),
      ),
      comparisons: z.array(
        z.object({
          id: z.string(),
          basis,
          interactivity: number,
          outcome: z.nullable(z.enum(OUTCOMES)),
          ratio: number,
          side: text,
        }),
      ),
      sweeps: z.array(z.string()),
    }),
  ),
  vocabulary: vocabularySchema,
  rates: z.array(rateCardSchema),
  presets: z.array(
    z.object({ id: z.string(), href: z.string(), basis, targets: z.array(z.number()) }),
  ),
});

const ids = z.array(z.string());

/** `/changes.json`. */
export const changesDocumentSchema = z.object({
  version: z.literal(1),
  from: release,
  to: release,
  models: ids,
  sweeps: z.object({ added: ids, removed: ids }),
  unchanged: z.int(),
  comparisons: z.array(
    z.object({
      id: z.string(),
      isPreset: z.boolean(),
      kind: z.enum(['appeared', 'disappeared', 'assignment', 'values']),
      assignments: z.array(z.object({ side: z.string(), before: ids, after: ids })),
      before: text,
      after: text,
      values: z.array(
        z.object({
          side: z.string(),
          interactivity: z.number(),
          metric: z.enum(['throughput', 'costPerMillionTokens']),
          before: number,
          after: number,
          relative: number,
        }),
      ),
      largest: number,
    }),
  ),
  left: z.array(z.object({ model: z.string(), href: z.string() })),
});

/** `/search.json`. */
export const searchDocumentSchema = z.object({
  version: z.literal(1),
  release,
  query: z.string(),
  corrected: z.array(z.object({ word: z.string(), as: z.string() })),
  unknown: z.array(z.object({ word: z.string(), nearest: z.array(z.string()) })),
  dropped: z.array(z.string()),
  withoutData: z.array(z.string()),
  hits: z.array(
    z.object({
      kind: z.enum(['comparison', 'ranking', 'model']),
      title: z.string(),
      answer: text,
      href: z.string(),
      json: z.string(),
    }),
  ),
});

/** `/sweeps/<model>/<workload>.json`. */
export const sweepsDocumentSchema = z.object({
  version: z.literal(1),
  release,
  model: z.string(),
  workload: z.string(),
  points: z.enum(['frontier', 'all']),
  units: z.record(z.string(), z.string()),
  sweeps: z.array(sweepSchema),
  links: z.object({ frontiers: z.string(), points: z.string() }),
});

/** `/releases.json`. */
export const releasesSchema = z.object({
  current: z.string(),
  previous: text,
  publishedAt: z.string(),
  releases: z.array(
    z.object({ id: z.string(), publishedAt: z.string(), state: z.enum(RELEASE_STATES) }),
  ),
});

/** `/health`. */
export const healthSchema = z.object({
  status: z.enum(['ok', 'stale']),
  release: z.string(),
  publishedAt: z.string(),
  current: z.string(),
  why: z.nullable(z.string()),
  build: z.string(),
});

/** `/badge/….json`: https://shields.io/badges/endpoint-badge. */
export const badgeSchema = z.object({
  schemaVersion: z.literal(1),
  label: z.string(),
  message: z.string(),
  color: z.string(),
  labelColor: z.string(),
  cacheSeconds: z.int(),
});

/** `/oembed`: https://oembed.com, type rich; without a thumbnail where none is small enough. */
export const oembedSchema = z.object({
  version: z.literal('1.0'),
  type: z.literal('rich'),
  title: z.string(),
  provider_name: z.string(),
  provider_url: z.string(),
  cache_age: z.int(),
  html: z.string(),
  width: z.int(),
  height: z.int(),
  thumbnail_url: z.optional(z.string()),
  thumbnail_width: z.optional(z.int()),
  thumbnail_height: z.optional(z.int()),
});

const versionsSchema = z.object({
  moving: z.string(),
  versions: z.array(
    z.object({
      name: z.string(),
      url: z.string(),
      integrity: z.string(),
      bytes: z.int(),
      isCurrent: z.boolean(),
    }),
  ),
});

/** `/widgets/versions.json`: of the element of comparisons, and of that of rankings. */
export const scriptVersionsSchema = z.object({ ...versionsSchema.shape, ranking: versionsSchema });
