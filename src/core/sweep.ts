/** Where figures come from: measured in a benchmark run, or printed on a page. Never mixed. */
export const BASES = ['measured', 'published'] as const;
export type Basis = (typeof BASES)[number];

/** Which latency statistic interactivity is the inverse of. Sweeps of different ones never meet. */
export const INTERACTIVITY_BASES = ['median-tpot', 'mean-tpot', 'p90-itl'] as const;
export type InteractivityBasis = (typeof INTERACTIVITY_BASES)[number];

/** Where an operating point was read, and under which licence. `null` = not stated. */
export interface Source {
  /** run date, `YYYY-MM-DD` */
  readonly date: string | null;
  readonly framework: string | null;
  /** container image */
  readonly image: string | null;
  /** the page or CI run that shows the figure */
  readonly url: string | null;
  readonly license: string | null;
  readonly attribution: string | null;
}

/**
 * One measured (or published) configuration at one concurrency.
 *
 * `interactivity` (tok/s/user) and `throughput` (tok/s/GPU: input + output tokens per second over
 * all GPUs of the deployment) are finite and positive; everything else is `null` when not known.
 */
export interface OperatingPoint {
  readonly interactivity: number;
  readonly throughput: number;
  /** output tokens per second per GPU; when disaggregated, per *decode* GPU */
  readonly outputThroughput: number | null;
  /** input tokens per second per GPU; when disaggregated, per *prefill* GPU */
  readonly inputThroughput: number | null;
  /** requests in flight over the whole deployment */
  readonly concurrency: number | null;
  /** GPUs of the whole deployment */
  readonly gpus: number | null;
  /** median time to first token, s */
  readonly ttft: number | null;
  /** 99th percentile of the time to first token, s */
  readonly ttftP99: number | null;
  /** median time per output token, s */
  readonly tpot: number | null;
  /** median end-to-end latency, s */
  readonly e2el: number | null;
  /** measured power per GPU, W; not the provisioned power of a rate card */
  readonly powerW: number | null;
  /** e.g. `TP8 EP8`, `prefill 2×TP4, decode TP8 DPA` */
  readonly parallelism: string | null;
  /** true for a figure that was printed rounded in prose */
  readonly rounded: boolean;
  /** index into the sources of the sweep */
  readonly source: number;
}

/** What all points of a sweep share. `null` = not stated by the source. */
export interface SweepKey {
  readonly model: string;
  readonly hardware: string;
  readonly precision: string;
  readonly specMethod: string | null;
  readonly framework: string | null;
  readonly deployment: string | null;
  readonly workload: string;
  readonly interactivityBasis: InteractivityBasis;
  readonly offload: string | null;
}

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

/** All points of one run of one key. */
export interface Sweep {
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
  /** a known issue of effect `warn` that this run has */
  readonly issue: { readonly reason: string; readonly url: string | null } | null;
  readonly passedOver: readonly PassedOverRun[];
  readonly sources: readonly Source[];
  readonly points: readonly OperatingPoint[];
}

const KEY_FIELDS = [
  'model',
  'workload',
  'hardware',
  'precision',
  'specMethod',
  'framework',
  'deployment',
  'interactivityBasis',
  'offload',
] as const satisfies readonly (keyof SweepKey)[];

/** The key and basis of a sweep as one line: equal lines, same key. Sorts by model, then workload. */
export function keyText(key: SweepKey, basis: Basis): string {
  return [...KEY_FIELDS.map((field) => key[field] ?? '-'), basis].join(' ');
}

/** What names one sweep within a release: its key, basis and run. */
export function sweepId(sweep: Pick<Sweep, 'key' | 'basis' | 'run'>): string {
  return `${keyText(sweep.key, sweep.basis)} ${sweep.run}`;
}

/** A run as far as the choice of the default needs it. */
export interface RunSummary {
  readonly run: string;
  readonly date: string | null;
  readonly knots: number;
}

/**
 * The default among the runs of one key, and the newer ones that are too thin to be it.
 *
 * The default is the newest run whose frontier has at least half as many knots as the fullest.
 * Newer means a later date, then a larger run number; an unknown date is the oldest.
 *
 * @param runs - at least one, excluded runs already taken out, any order
 * @throws RangeError if `runs` is empty
 */
export function defaultRun<R extends RunSummary>(runs: readonly R[]): { run: R; thinner: R[] } {
  const newestFirst = runs.toSorted(newerFirst);
  const fullest = Math.max(...runs.map(({ knots }) => knots));
  const at = newestFirst.findIndex(({ knots }) => knots * 2 >= fullest);
  const run = newestFirst[at];
  if (run === undefined) throw new RangeError('no runs to choose a default from');
  return { run, thinner: newestFirst.slice(0, at) };
}

/** Orders runs newest first: by date, then by run number or name. */
export function newerFirst(a: Omit<RunSummary, 'knots'>, b: Omit<RunSummary, 'knots'>): number {
  return compareText(b.date ?? '', a.date ?? '') || compareRuns(b.run, a.run);
}

function compareRuns(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  return Number.isFinite(x) && Number.isFinite(y) ? x - y : compareText(a, b);
}

/** Orders by code unit, the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
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
