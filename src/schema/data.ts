import * as z from 'zod/mini';
import { BASES } from '../core/sweep.ts';
import { NAMED_DIMENSIONS } from '../core/vocabulary.ts';
import { MAX_LABEL_LENGTH, MAX_TEXT_LENGTH, plainText } from './plain-text.ts';
import type {
  ModelEntry,
  NamedDimension,
  Preset,
  RateCard,
  Vocabulary,
  VocabularyEntry,
} from '../core/vocabulary.ts';

/** The catalog files of `data/`; sweep-file.ts has the files of sweeps. */

const label = plainText(MAX_LABEL_LENGTH);
const text = plainText(MAX_TEXT_LENGTH);
const positive = z.number().check(z.positive());
const tokens = z.nullable(z.int().check(z.positive()));
const month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month is YYYY-MM'));

const entryFields = { key: label, label };
const entry: z.ZodMiniType<VocabularyEntry> = z.strictObject(entryFields);

/** A model with what benchmark rows call it. */
export interface DataModel extends ModelEntry {
  /** spellings of this one model in benchmark rows, lower case; none for a pooled entry */
  readonly raw: readonly string[];
  /** models that a publisher put under one label, as rows call them; none for a model of its own */
  readonly pools: readonly string[];
}

/** `models.json` */
export const modelsSchema: z.ZodMiniType<DataModel[]> = z.array(
  z.strictObject({
    ...entryFields,
    raw: z.array(text),
    pools: z._default(z.array(text), []),
    aliases: z.array(text),
    fp4Format: z.optional(label),
  }),
);

/** Other names that benchmark rows have for a key; never tokens of an address. */
export type Aliases = Readonly<Record<NamedDimension, Readonly<Record<string, string>>>>;

const aliases = z.record(text, text);

const vocabularyFields = {
  hardware: z.array(z.strictObject({ ...entryFields, vendor: label, architecture: label })),
  precision: z.array(entry),
  specMethod: z.array(entry),
  framework: z.array(z.strictObject({ ...entryFields, family: label })),
  deployment: z.array(entry),
  workload: z.array(z.strictObject({ ...entryFields, isl: tokens, osl: tokens })),
};

/** `vocabulary.json`: the vocabulary, and the importer's aliases apart from it. */
export const vocabularySchema: z.ZodMiniType<Vocabulary & { readonly aliases: Aliases }> =
  z.strictObject({
    ...vocabularyFields,
    aliases: z.strictObject({
      hardware: aliases,
      precision: aliases,
      specMethod: aliases,
      framework: aliases,
      deployment: aliases,
      workload: aliases,
    }),
  });

/** The part of a vocabulary that another one is to have besides its own. */
export type VocabularyOverlay = Partial<Vocabulary> & { readonly aliases?: Partial<Aliases> };

/** `vocabulary.json` of a directory that is merged over the shipped data: any part of it. */
export const vocabularyOverlaySchema: z.ZodMiniType<VocabularyOverlay> = z.partial(
  z.strictObject({
    ...vocabularyFields,
    aliases: z.partialRecord(z.enum(NAMED_DIMENSIONS), aliases),
  }),
);

/** `rates/<id>.json` */
export const rateCardSchema: z.ZodMiniType<RateCard> = z.strictObject({
  id: text,
  asOf: month,
  source: text,
  hardware: z.record(
    text,
    z.strictObject({
      powerKw: z.nullable(positive),
      usdPerGpuHour: z.record(text, positive),
    }),
  ),
});

/** `presets.json` */
export const presetsSchema: z.ZodMiniType<Preset[]> = z.array(
  z.strictObject({
    id: text,
    old: z.array(z.string().check(z.startsWith('/'))),
    basis: z.enum(BASES),
    matched: z.strictObject({
      hardware: z.optional(text),
      precision: z.optional(text),
      specMethod: z.optional(z.nullable(text)),
      framework: z.optional(z.nullable(text)),
      deployment: z.optional(z.nullable(text)),
      workload: z.optional(text),
    }),
    targets: z.array(z.number()),
  }),
);

/** `exclude` leaves the sweeps out and names them, `warn` keeps them behind others. */
const ISSUE_EFFECTS = ['exclude', 'warn'] as const;

/** A benchmark run that is known to be bad, or a part of it. */
export interface KnownIssue {
  /** as the run of a sweep */
  readonly run: string;
  readonly effect: (typeof ISSUE_EFFECTS)[number];
  readonly reason: string;
  readonly url: string | null;
  /** the sweeps of the run that it concerns, by the dimensions given here; all without it */
  readonly only: Readonly<Partial<Record<NamedDimension, string>>>;
}

/** `known-issues.json` */
export const knownIssuesSchema: z.ZodMiniType<KnownIssue[]> = z.array(
  z.strictObject({
    run: text,
    effect: z.enum(ISSUE_EFFECTS),
    reason: text,
    url: z.nullable(z.url()),
    only: z._default(z.partialRecord(z.enum(NAMED_DIMENSIONS), text), {}),
  }),
);
