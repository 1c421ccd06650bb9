import type { PointFacts } from './point-facts.ts';

/** Where figures come from: measured in a benchmark run, or printed on a page. Never mixed. */
export const BASES = ['measured', 'published'] as const;
export type Basis = (typeof BASES)[number];

/** Which latency statistic interactivity is the inverse of. Sweeps of different ones never meet. */
export const INTERACTIVITY_BASES = ['median-tpot', 'mean-tpot', 'p90-itl'] as const;
export type InteractivityBasis = (typeof INTERACTIVITY_BASES)[number];

/** A source of which nothing is stated. Its fields are those of every source, in stored order. */
export const UNSTATED_SOURCE = {
  /** run date, `YYYY-MM-DD` */
  date: null,
  /** engine that ran, a key of the vocabulary */
  framework: null,
  /** container image */
  image: null,
  /** the page or CI run that shows the figure */
  url: null,
  /** terms of the figures */
  license: null,
  /** whose figures they are */
  attribution: null,
  /** name of the result file, without its folder */
  file: null,
  /** what wrote that file, as the importer calls its format, with its version where the file says it */
  tool: null,
  /** first 12 hex digits of the SHA-256 of that file */
  sha256: null,
};

/** Which file a figure was read from: comparisons say it in one text, and only where there is one. */
export const PROVENANCE_FIELDS = ['file', 'tool', 'sha256'] as const;

/** Where an operating point was read, and under which licence. `null` = not stated. */
export type Source = { readonly [F in keyof typeof UNSTATED_SOURCE]: string | null };

/**
 * One measured (or published) configuration at one concurrency.
 *
 * `interactivity` (tok/s/user) and `throughput` (tok/s/GPU: input + output tokens per second over
 * all GPUs of the deployment) are finite and positive; everything else is `null` when not known.
 */
export interface OperatingPoint extends PointFacts {
  readonly interactivity: number;
  readonly throughput: number;
  /** true for a figure that was printed rounded in prose */
  readonly rounded: boolean;
  /** index into the sources of the sweep */
  readonly source: number;
}

/** The fields of a sweep's key in stored order: always stated, perhaps stated, or one of a list. */
export const KEY_FIELDS = {
  model: 'stated',
  hardware: 'stated',
  precision: 'stated',
  specMethod: 'maybe',
  framework: 'maybe',
  deployment: 'maybe',
  workload: 'stated',
  interactivityBasis: INTERACTIVITY_BASES,
  offload: 'maybe',
} as const;
type KeyField = keyof typeof KEY_FIELDS;

/** What all points of a sweep share. `null` = not stated by the source. */
export type SweepKey = {
  readonly [F in KeyField]: (typeof KEY_FIELDS)[F] extends 'stated'
    ? string
    : (typeof KEY_FIELDS)[F] extends 'maybe'
      ? string | null
      : InteractivityBasis;
};

/** Why a run is not the default: newer but thinner than half the fullest; a known issue. */
export const PASSED_OVER = ['partial', 'excluded'] as const;

/** A run that was left out of the default choice, and why. */
export interface PassedOverRun {
  readonly run: string;
  readonly date: string | null;
  readonly why: (typeof PASSED_OVER)[number];
  readonly knots: number;
  readonly reason: string | null;
  readonly url: string | null;
}

/** Which sweep it is, from when, and with whose prices. */
export interface SweepHead {
  readonly key: SweepKey;
  readonly basis: Basis;
  /** CI run number, else date, else the name of the import */
  readonly run: string;
  /** the operator's own name of the run, addressed as `~label` */
  readonly label: string | null;
  /** `YYYY-MM-DD`; newest date among the rows of the run */
  readonly date: string | null;
  /** the rate card that the figures were published with */
  readonly rates: string | null;
}

/** All points of one run of one key. */
export interface Sweep extends SweepHead {
  /** a known issue of effect `warn` that this run has */
  readonly issue: { readonly reason: string; readonly url: string | null } | null;
  readonly passedOver: readonly PassedOverRun[];
  readonly sources: readonly Source[];
  readonly points: readonly OperatingPoint[];
}

/** The key within an object that has its fields among others, in stored order. */
export function sweepKey(fields: SweepKey): SweepKey {
  const names = Object.keys(KEY_FIELDS) as KeyField[];
  return Object.fromEntries(names.map((name) => [name, fields[name]])) as SweepKey;
}

/** The head within an object that has its fields among others, in stored order. */
export function sweepHead({ key, basis, run, label, date, rates }: SweepHead): SweepHead {
  return { key: sweepKey(key), basis, run, label, date, rates };
}

/** The key and basis of a sweep as one line: equal lines, same key. Sorts by model, then workload. */
export function keyText(key: SweepKey, basis: Basis): string {
  const { model, workload, ...rest } = sweepKey(key);
  return [model, workload, ...Object.values(rest), basis].map((value) => value ?? '-').join(' ');
}

/** What names one sweep within a release: its key, basis and run. */
export function sweepId(sweep: Pick<SweepHead, 'key' | 'basis' | 'run'>): string {
  return `${keyText(sweep.key, sweep.basis)} ${sweep.run}`;
}

/** A run as far as the choice of the default needs it. */
interface RunSummary {
  readonly run: string;
  readonly date: string | null;
  readonly knots: number;
}

/**
 * The default among the runs of one key, and the newer ones that are too thin to be it.
 *
 * The default is the newest run whose frontier has at least half as many knots as the fullest.
 * Newer is as {@link newestFirst} has it.
 *
 * @param runs - at least one, excluded runs already taken out, any order
 * @throws RangeError if `runs` is empty
 */
export function defaultRun<R extends RunSummary>(runs: readonly R[]): { run: R; thinner: R[] } {
  const sorted = newestFirst(runs);
  const fullest = Math.max(...runs.map(({ knots }) => knots));
  const at = sorted.findIndex(({ knots }) => knots * 2 >= fullest);
  const run = sorted[at];
  if (run === undefined) throw new RangeError('no runs to choose a default from');
  return { run, thinner: sorted.slice(0, at) };
}

/**
 * Runs from the newest to the oldest: by date, then by run number or name.
 *
 * CI numbers grow with time, so a numbered run without a date stands where its number puts it:
 * right after the dated one with the next smaller number. Any other run without a date is oldest.
 */
export function newestFirst<R extends Pick<RunSummary, 'run' | 'date'>>(runs: readonly R[]): R[] {
  const dated = runs.filter(({ run, date }) => date !== null && CI_NUMBER.test(run));
  const day = ({ run, date }: R): string => {
    if (date !== null || !CI_NUMBER.test(run)) return date ?? '';
    const before = dated.filter((other) => Number(other.run) < Number(run));
    return before.toSorted((a, b) => compareRuns(b.run, a.run))[0]?.date ?? '';
  };
  return runs
    .map((run) => ({ run, day: day(run) }))
    .toSorted((a, b) => compareText(b.day, a.day) || compareRuns(b.run.run, a.run.run))
    .map(({ run }) => run);
}

const CI_NUMBER = /^\d+$/;

function compareRuns(a: string, b: string): number {
  const areNumbers = CI_NUMBER.test(a) && CI_NUMBER.test(b);
  return areNumbers ? Number(a) - Number(b) : compareText(a, b);
}

/** Orders numbers by size, and texts by code unit, the same on every machine and in every locale. */
export function compareText<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Orders points by their axes, then by everything else, so that equal sets are equal lists. */
export function comparePoints(a: OperatingPoint, b: OperatingPoint): number {
  return (
    a.interactivity - b.interactivity ||
    a.throughput - b.throughput ||
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}
