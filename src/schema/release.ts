import * as z from 'zod/mini';
import { RELEASE_STATES } from '../core/release.ts';
import type { Manifest, ModelIndex, Pointer, ScriptIndex, WorkloadBlob } from '../core/release.ts';
import { BASES, PASSED_OVER } from '../core/sweep.ts';
import type { OperatingPoint, Source, Sweep, SweepHead, SweepKey } from '../core/sweep.ts';
import { catalogSchema } from './catalog.ts';
import { factsShape, keyShape, maybe, sourceShape } from './sweep-shapes.ts';
import type { Shape } from './sweep-shapes.ts';

const blobRef = z.object({ hash: z.string(), size: z.number() });
const blobRefs = z.record(z.string(), blobRef);

/** What the key `current` holds. */
export const pointerSchema: z.ZodMiniType<Pointer> = z.object({
  release: z.string(),
  manifest: z.string(),
  previous: z.nullable(z.string()),
  publishedAt: z.string(),
  scripts: blobRef,
  releases: z.array(
    z.object({
      id: z.string(),
      manifest: z.string(),
      earlier: z.optional(z.array(z.string())),
      publishedAt: z.string(),
      state: z.enum(RELEASE_STATES),
      keep: z.optional(z.boolean()),
    }),
  ),
  pruning: z.optional(
    z.object({ keys: blobRef, markedAt: z.string(), remover: z.nullable(z.string()) }),
  ),
});

const absentText = maybe(z.string());
const no = z._default(z.boolean(), false);

const sweepKeySchema: z.ZodMiniType<SweepKey> = z.object(keyShape(z.string()));

const head = {
  key: sweepKeySchema,
  basis: z.enum(BASES),
  run: z.string(),
  label: absentText,
  date: absentText,
  rates: absentText,
} satisfies Shape<SweepHead>;

/** What `m/<release>.<hash>` holds. */
export const manifestSchema: z.ZodMiniType<Manifest> = z.object({
  schema: z.literal(2),
  id: z.string(),
  publishedAt: z.string(),
  catalog: catalogSchema,
  data: blobRefs,
  cards: blobRefs,
  scripts: blobRefs,
});

/** What the blob holds that a pointer names as its scripts. */
export const scriptIndexSchema: z.ZodMiniType<ScriptIndex> = blobRefs;

/** What a blob `i/<model>` holds. */
export const modelIndexSchema: z.ZodMiniType<ModelIndex> = z.object({
  model: z.string(),
  sweeps: z.array(
    z.object({
      ...head,
      isDefault: no,
      hasIssue: no,
      curve: z.array(z.number()),
      spreads: z.optional(z.array(z.number())),
    }),
  ),
  points: z.array(blobRef),
});

const sourceSchema: z.ZodMiniType<Source> = z.object(sourceShape(z.string(), {}));

const pointSchema: z.ZodMiniType<OperatingPoint> = z.object({
  interactivity: z.number(),
  throughput: z.number(),
  ...factsShape({ text: z.string(), amount: z.number(), count: z.number() }),
  rounded: no,
  source: z.number(),
});

/**
 * A sweep as a release stores it, without the fields that are `null`, `false` or an empty list (most
 * of a point's): the defaults here are what they stand for.
 */
export const sweepSchema: z.ZodMiniType<Sweep> = z.object({
  ...head,
  issue: z._default(z.nullable(z.object({ reason: z.string(), url: absentText })), null),
  passedOver: z._default(
    z.array(
      z.object({
        run: z.string(),
        date: absentText,
        why: z.enum(PASSED_OVER),
        knots: z.number(),
        reason: absentText,
        url: absentText,
      }),
    ),
    [],
  ),
  sources: z.array(sourceSchema),
  points: z.array(pointSchema),
});

/** What a blob of a workload holds. */
export const workloadBlobSchema: z.ZodMiniType<WorkloadBlob> = z.object({
  model: z.string(),
  workload: z.string(),
  sweeps: z.array(sweepSchema),
});
