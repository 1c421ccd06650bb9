import * as z from 'zod/mini';
import { BASES, INTERACTIVITY_BASES } from '../core/sweep.ts';
import type { Basis, InteractivityBasis, OperatingPoint, Source } from '../core/sweep.ts';

/** What a page printed beside a throughput: to check our own figures, never shown. */
export interface Printed {
  /** USD per million total tokens */
  readonly costPerMillionTokens: number | null;
  /** tok/s/MW */
  readonly throughputPerMw: number | null;
}

export interface FilePoint extends OperatingPoint {
  readonly printed?: Printed | undefined;
}

/** A sweep as its file has it: without the model, which is the file's. */
export interface FileSweep {
  readonly hardware: string;
  readonly precision: string;
  readonly specMethod: string | null;
  readonly framework: string | null;
  readonly deployment: string | null;
  readonly workload: string;
  readonly interactivityBasis: InteractivityBasis;
  readonly offload: string | null;
  readonly basis: Basis;
  readonly run: string;
  readonly label: string | null;
  readonly date: string | null;
  readonly rates: string | null;
  readonly sources: readonly Source[];
  readonly points: readonly FilePoint[];
}

export interface SweepFile {
  readonly model: string;
  readonly sweeps: readonly FileSweep[];
}

const text = z.string().check(z.minLength(1));
const positive = z.number().check(z.positive());

/** A field that may be `null` may also be left out: absent is `null`. */
const maybeText = z._default(z.nullable(text), null);
const maybePositive = z._default(z.nullable(positive), null);
const date = z._default(z.nullable(z.iso.date()), null);

const source: z.ZodMiniType<Source> = z.strictObject({
  date,
  framework: maybeText,
  image: maybeText,
  url: z._default(z.nullable(z.url()), null),
  license: maybeText,
  attribution: maybeText,
});

const point: z.ZodMiniType<FilePoint> = z.strictObject({
  interactivity: positive,
  throughput: positive,
  outputThroughput: maybePositive,
  inputThroughput: maybePositive,
  concurrency: maybePositive,
  gpus: z._default(z.nullable(z.int().check(z.positive())), null),
  ttft: maybePositive,
  ttftP99: maybePositive,
  tpot: maybePositive,
  e2el: maybePositive,
  powerW: maybePositive,
  parallelism: maybeText,
  rounded: z._default(z.boolean(), false),
  source: z.int().check(z.nonnegative()),
  printed: z.optional(
    z.strictObject({ costPerMillionTokens: maybePositive, throughputPerMw: maybePositive }),
  ),
});

/** `sweeps/<model>.json`, and what the importer writes */
export const sweepFileSchema: z.ZodMiniType<SweepFile> = z.strictObject({
  model: text,
  sweeps: z.array(
    z.strictObject({
      hardware: text,
      precision: text,
      specMethod: maybeText,
      framework: maybeText,
      deployment: maybeText,
      workload: text,
      interactivityBasis: z.enum(INTERACTIVITY_BASES),
      offload: maybeText,
      basis: z.enum(BASES),
      run: text,
      label: maybeText,
      date,
      rates: maybeText,
      sources: z.array(source).check(z.minLength(1)),
      points: z.array(point).check(z.minLength(1)),
    }),
  ),
});
