import * as z from 'zod/mini';
import { BASES } from '../core/sweep.ts';
import type { OperatingPoint, Source, Sweep, SweepHead, SweepKey } from '../core/sweep.ts';
import { MAX_LABEL_LENGTH, MAX_TEXT_LENGTH, plainText } from './plain-text.ts';
import { factsShape, keyShape, maybe, sourceShape } from './sweep-shapes.ts';

/** What a page printed beside a throughput: to check our own figures, never shown. */
interface Printed {
  /** USD per million total tokens */
  readonly costPerMillionTokens: number | null;
  /** tok/s/MW */
  readonly throughputPerMw: number | null;
}

/** A point as its file has it. */
export interface FilePoint extends OperatingPoint {
  readonly printed?: Printed | undefined;
}

/** A sweep as its file has it: its key's fields beside the others, without the model, which is the file's. */
export interface FileSweep
  extends Omit<SweepKey, 'model'>, Omit<SweepHead, 'key'>, Pick<Sweep, 'sources'> {
  readonly points: readonly FilePoint[];
}

/** The content of a file of sweeps: those of one model. */
export interface SweepFile {
  readonly model: string;
  readonly sweeps: readonly FileSweep[];
}

const text = plainText(MAX_LABEL_LENGTH);
const long = plainText(MAX_TEXT_LENGTH);
const positive = z.number().check(z.positive());

const date = maybe(z.iso.date());
const { model: _model, ...keyOfSweep } = keyShape(text);

const source: z.ZodMiniType<Source> = z.strictObject(
  sourceShape(text, {
    date,
    image: maybe(long),
    url: maybe(z.url().check(z.maxLength(MAX_TEXT_LENGTH))),
  }),
);

const point: z.ZodMiniType<FilePoint> = z.strictObject({
  interactivity: positive,
  throughput: positive,
  ...factsShape({ text, amount: positive, count: z.int().check(z.positive()) }),
  rounded: z._default(z.boolean(), false),
  source: z.int().check(z.nonnegative()),
  printed: z.optional(
    z.strictObject({ costPerMillionTokens: maybe(positive), throughputPerMw: maybe(positive) }),
  ),
});

/** `sweeps/<model>.json`, and what the importer writes */
export const sweepFileSchema: z.ZodMiniType<SweepFile> = z.strictObject({
  model: text,
  sweeps: z.array(
    z.strictObject({
      ...keyOfSweep,
      basis: z.enum(BASES),
      run: text,
      label: maybe(text),
      date,
      rates: maybe(text),
      sources: z.array(source).check(z.minLength(1)),
      points: z.array(point).check(z.minLength(1)),
    }),
  ),
});
