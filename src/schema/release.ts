import * as z from 'zod/mini';
import { RELEASE_STATES } from '../core/release.ts';
import type { Manifest, Pointer, WorkloadBlob } from '../core/release.ts';
import { BASES, PASSED_OVER } from '../core/sweep.ts';
import type { OperatingPoint, Source, Sweep, SweepKey } from '../core/sweep.ts';
import { catalogSchema } from './catalog.ts';
import { factsShape, keyShape, maybe, sourceShape } from './sweep-shapes.ts';

/** What the key `current` holds. */
export const pointerSchema: z.ZodMiniType<Pointer> = z.object({
  release: z.string(),
  previous: z.nullable(z.string()),
  publishedAt: z.string(),
  releases: z.array(
    z.object({
      id: z.string(),
      publishedAt: z.string(),
      state: z.enum(RELEASE_STATES),
      keep: z.optional(z.boolean()),
    }),
  ),
});

const basis = z.enum(BASES);
const absentText = maybe(z.string());
const no = z._default(z.boolean(), false);

const sweepKeySchema: z.ZodMiniType<SweepKey> = z.object(keyShape(z.string()));

const blobRefs = z.record(z.string(), z.object({ hash: z.string(), size: z.number() }));

/** What `m/<release>` holds. */
export const manifestSchema: z.ZodMiniType<Manifest> = z.object({
  schema: z.literal(1),
  id: z.string(),
  publishedAt: z.string(),
  catalog: catalogSchema,
  sweeps: z.array(
    z.object({
      key: sweepKeySchema,
      basis,
      run: z.string(),
      label: absentText,
      date: absentText,
      rates: absentText,
      isDefault: no,
      hasIssue: no,
      curve: z.array(z.number()),
    }),
  ),
  data: blobRefs,
  cards: blobRefs,
  scripts: blobRefs,
});

const sourceSchema: z.ZodMiniType<Source> = z.object(sourceShape(z.string(), {}));

const pointSchema: z.ZodMiniType<OperatingPoint> = z.object({
  interactivity: z.number(),
  throughput: z.number(),
  ...factsShape({ text: z.string(), amount: z.number(), count: z.number() }),
  rounded: no,
  source: z.number(),
});

/** A sweep as a release stores it; what is absent there is filled in. */
export const sweepSchema: z.ZodMiniType<Sweep> = z.object({
  key: sweepKeySchema,
  basis,
  run: z.string(),
  label: absentText,
  date: absentText,
  rates: absentText,
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

/**
 * What a blob of a workload holds. Stored without the fields that are `null`, `false` or an empty
 * list (most of a point's): the defaults here are what they stand for.
 */
export const workloadBlobSchema: z.ZodMiniType<WorkloadBlob> = z.object({
  model: z.string(),
  workload: z.string(),
  sweeps: z.array(sweepSchema),
});

/** What the id of a release was made of, as it was written. */
export interface WrittenRelease {
  readonly catalog: unknown;
  readonly data: Readonly<Record<string, { readonly hash: string }>>;
}

/** A manifest before any default is filled in. */
export const writtenReleaseSchema: z.ZodMiniType<WrittenRelease> = z.object({
  catalog: z.unknown(),
  data: z.record(z.string(), z.object({ hash: z.string() })),
});
