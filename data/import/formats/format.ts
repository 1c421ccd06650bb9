import type { Deployment } from '../../../src/core/vocabulary.ts';
import type { PointFacts } from '../../../src/core/point-facts.ts';
import type { InteractivityBasis } from '../../../src/core/sweep.ts';
import type { RequestOutcome } from './request-outcome.ts';

/** Why a row cannot become an operating point. */
export const REJECT_REASONS = [
  'malformed',
  'missing-field',
  'unknown-model',
  'pooled-model',
  'unknown-hardware',
  'unknown-precision',
  'unknown-spec-method',
  'unknown-framework',
  'unknown-workload',
  'unknown-benchmark-type',
  'unknown-interactivity-basis',
  'bad-date',
  'future-date',
  'no-interactivity',
  'no-throughput',
  'not-positive',
  'implausible',
  'unreadable-text',
  'failed-run',
  'unknown-unit',
  'several-hardware',
  'lengths-differ',
  'unsupported-tool',
] as const;
/** One of {@link REJECT_REASONS}. */
export type RejectReason = (typeof REJECT_REASONS)[number];

/** Why a result is no row that can be taken. */
export interface RowProblem {
  readonly reason: RejectReason;
  /** the field or value at fault, for the report */
  readonly detail: string;
}

/**
 * The workload as a row states it: a name of the vocabulary, sequence lengths (tokens), or the mean
 * lengths of the requests, which may have been drawn shorter than the workload is called.
 */
export type RowWorkload =
  | { readonly name: string; readonly mean?: MeanLengths }
  | { readonly isl: number | null; readonly osl: number | null }
  | { readonly mean: MeanLengths };

/** Tokens a request, on average over the requests of a run. */
export interface MeanLengths {
  readonly isl: number;
  readonly osl: number;
}

/** The CI run that a row comes from: its number, and which attempt at it. */
interface CiRun {
  readonly number: string;
  /** 1 where the address does not say */
  readonly attempt: number;
}

/** GPUs of one kind that telemetry saw while a benchmark ran. */
export interface GpusSeen {
  /** as the driver calls them, such as `NVIDIA H100 80GB HBM3` */
  readonly name: string;
  readonly count: number;
}

/**
 * A row in the words of its source: keys not yet looked up, facts `null` where absent.
 *
 * `interactivity` (tok/s/user) and `throughput` (tok/s/GPU) are `null` where the row lacks them and
 * may be any number otherwise: the importer judges them, once for all formats.
 */
export interface RowCandidate {
  readonly model: string | null;
  readonly hardware: string | null;
  readonly precision: string | null;
  readonly specMethod: string | null;
  readonly framework: string | null;
  readonly deployment: Deployment | null;
  readonly workload: RowWorkload;
  readonly interactivityBasis: InteractivityBasis;
  readonly offload: string | null;
  readonly interactivity: number | null;
  readonly throughput: number | null;
  readonly facts: PointFacts;
  /** GPUs that telemetry saw: proposed where nobody states them, for others may have seen work */
  readonly gpusSeen?: readonly GpusSeen[];
  /** what became of the requests of the run; `null` or absent where the format does not say */
  readonly outcome?: RequestOutcome | null;
  /** what the format would need and nobody states, for the refusal */
  readonly missing: readonly ('gpus' | 'spec')[];
  /** what was run, beyond the sweep's key and the concurrency: equal text, same configuration */
  readonly configuration: string;
  readonly run: CiRun | null;
  /** as written; judged by the importer */
  readonly date: string | null;
  readonly image: string | null;
  /** of the benchmark's client, which is not the engine */
  readonly toolVersion?: string | null;
  readonly url: string | null;
  readonly attribution: string | null;
  readonly license: string | null;
}

/** What an input may leave to its surroundings: fields of a row that are one text. */
const GIVEN_FIELDS = [
  'model',
  'hardware',
  'precision',
  'specMethod',
  'framework',
  'deployment',
  'offload',
  'date',
  'image',
  'url',
  'attribution',
  'license',
] as const satisfies readonly (keyof RowCandidate)[];

/**
 * What is known of an input without reading it, from whoever imports it or from its place. A given
 * fact stands where a row states none; it never overrides what a row says.
 */
export type GivenFacts = Partial<Pick<RowCandidate, (typeof GIVEN_FIELDS)[number]>> & {
  /** GPUs of the whole deployment */
  readonly gpus?: number;
  /** a name of the vocabulary */
  readonly workload?: string;
};

/** The row with what it leaves open taken from what is given. */
export function withGiven(row: RowCandidate, given: GivenFacts): RowCandidate {
  const open = GIVEN_FIELDS.filter((field) => row[field] === null);
  return {
    ...row,
    ...Object.fromEntries(open.map((field) => [field, given[field] ?? null])),
    workload: givenWorkload(row.workload, given.workload),
    facts: { ...row.facts, gpus: row.facts.gpus ?? given.gpus ?? null },
  };
}

/** Mean lengths stay beside a given name, which has to fit them. */
function givenWorkload(workload: RowWorkload, name: string | undefined): RowWorkload {
  if (name === undefined || 'name' in workload) return workload;
  if ('mean' in workload) return { name, mean: workload.mean };
  return workload.isl === null && workload.osl === null ? { name } : workload;
}

/** What a format makes of a result: a row, or why it is none. */
export type Row = { readonly candidate: RowCandidate } | { readonly problem: RowProblem };

/** An input as a format reads it. */
export interface FormatInput {
  /** path, address or `-`, as the user wrote it */
  readonly name: string;
  readonly text: AsyncIterable<string>;
  readonly given: GivenFacts;
  /** as for {@link Format.detect} */
  readonly sample: string;
  readonly columns?: Readonly<Record<string, string>>;
  /** the text of another file in the folder of this one; `null` where there is none */
  readonly beside?: ((name: string) => Promise<AsyncIterable<string> | null>) | undefined;
  /** told the columns that the format leaves alone */
  readonly onUnused?: (names: readonly string[]) => void;
}

/** One kind of input. Formats are asked in the order of `FORMATS`; the first that detects reads. */
export interface Format {
  readonly name: string;
  /** a file of the same folder that is read with each result, and is none */
  readonly metadata?: string;
  /** how it is recognised, for the message that lists the formats */
  readonly looksLike: string;
  /**
   * @param sample - the first 64 kB of the input, or all of it
   * @param columns - what the columns of a header are called here, by what they are called there
   */
  detect(sample: string, columns?: Readonly<Record<string, string>>): boolean;
  /** Every row of the input in order, each exactly once, without holding more than a few. */
  read(input: FormatInput): AsyncIterable<Row>;
}
