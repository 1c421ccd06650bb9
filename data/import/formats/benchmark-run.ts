import { unknownFacts } from '../../../src/core/point-facts.ts';
import type { PointFacts } from '../../../src/core/point-facts.ts';
import { concurrencyOrigin } from './concurrency-origin.ts';
import type { Load } from './concurrency-origin.ts';
import { failedRun } from '../failed-requests.ts';
import type { RequestOutcome } from './request-outcome.ts';
import { withGiven } from './format.ts';
import type {
  GivenFacts,
  GpusSeen,
  RejectReason,
  Row,
  RowCandidate,
  RowWorkload,
} from './format.ts';

/**
 * One run of a benchmark client at one load, as its result file states it; `null` where it does not.
 *
 * Rates are over the whole deployment and latencies in seconds, whatever the file's own units.
 */
export interface BenchmarkRun extends Load {
  readonly model: string | null;
  readonly hardware: string | null;
  readonly gpus: number | null;
  /** as in {@link RowCandidate} */
  readonly gpusSeen: readonly GpusSeen[];
  readonly precision: string | null;
  readonly specMethod: string | null;
  /** the server speculated, however: it is not off */
  readonly speculates: boolean;
  readonly framework: string | null;
  readonly deployment: RowCandidate['deployment'];
  readonly parallelism: string | null;
  readonly workload: RowWorkload;
  /** what became of its requests */
  readonly outcome: RequestOutcome | null;
  /** input + output tok/s */
  readonly totalThroughput: number | null;
  /** tok/s */
  readonly outputThroughput: number | null;
  /** median time per output token after the first */
  readonly tpot: number | null;
  readonly latencies: Partial<
    Pick<PointFacts, 'ttft' | 'ttftMean' | 'ttftP99' | 'e2el' | 'e2elP99'>
  >;
  /** `YYYY-MM-DD` */
  readonly date: string | null;
  /** engine and version, or container image */
  readonly image: string | null;
  /** of the client that wrote the file */
  readonly toolVersion: string | null;
}

/** A run of which nothing is stated, for formats to fill in. */
export const UNSTATED_RUN: BenchmarkRun = {
  model: null,
  hardware: null,
  gpus: null,
  gpusSeen: [],
  precision: null,
  specMethod: null,
  speculates: false,
  framework: null,
  deployment: null,
  parallelism: null,
  workload: { isl: null, osl: null },
  outcome: null,
  concurrency: null,
  observedConcurrency: null,
  isOpenLoop: false,
  requestRate: null,
  requests: null,
  totalThroughput: null,
  outputThroughput: null,
  tpot: null,
  latencies: {},
  date: null,
  image: null,
  toolVersion: null,
};

/**
 * The row of a run: its rates per GPU, what the file leaves open taken from what is given. One in which
 * too many requests failed is refused, and nothing asked for it.
 */
export function runRow(run: BenchmarkRun, given: GivenFacts): Row {
  const failure = run.outcome && failedRun(run.outcome);
  if (failure !== null) return { problem: failure };
  const gpus = run.gpus ?? given.gpus ?? null;
  const perGpu = (rate: number | null) => (rate === null || gpus === null ? null : rate / gpus);
  const candidate: RowCandidate = {
    model: run.model,
    hardware: run.hardware,
    precision: run.precision,
    specMethod: run.specMethod,
    framework: run.framework,
    deployment: run.deployment,
    workload: run.workload,
    interactivityBasis: 'median-tpot',
    offload: null,
    interactivity: run.tpot === null ? null : 1 / run.tpot,
    throughput: perGpu(run.totalThroughput),
    facts: {
      ...unknownFacts(),
      ...run.latencies,
      gpus,
      concurrency: run.concurrency ?? run.observedConcurrency,
      concurrencyOrigin: concurrencyOrigin(run),
      // Of a disaggregated deployment the output is per decode GPU, which these files do not count.
      outputThroughput: run.deployment === 'disagg' ? null : perGpu(run.outputThroughput),
      tpot: run.tpot,
      parallelism: run.parallelism,
    },
    gpusSeen: run.gpusSeen,
    outcome: run.outcome,
    missing: missingFacts(run, given),
    configuration: [run.parallelism ?? '-', gpus ?? '-'].join(' '),
    run: null,
    date: run.date,
    image: run.image,
    toolVersion: run.toolVersion,
    url: null,
    attribution: null,
    license: null,
  };
  return { candidate: withGiven(candidate, given) };
}

/** What makes no row without being stated: the way of speculating only where a server speculated. */
function missingFacts(run: BenchmarkRun, given: GivenFacts): RowCandidate['missing'] {
  const gpus = run.gpus ?? given.gpus ?? null;
  const method = run.specMethod ?? given.specMethod ?? null;
  const isMethod = method !== null && !NOT_SPECULATING.has(method.toLowerCase());
  return [
    ...(gpus === null && run.totalThroughput !== null ? ['gpus' as const] : []),
    ...(run.speculates && !isMethod ? ['spec' as const] : []),
  ];
}

/** What people call it that nothing is speculated. */
const NOT_SPECULATING = new Set(['off', 'none', 'no', 'false']);

/** A result that is no operating point, with the reason. */
export function refusedRow(reason: RejectReason, detail: string): Row {
  return { problem: { reason, detail } };
}

/** Milliseconds in seconds. */
export function seconds(milliseconds: number | null): number | null {
  return milliseconds === null ? null : milliseconds / 1000;
}

/** A positive finite number, such as a latency that was measured; `null` otherwise. */
export function positive(value: number | null): number | null {
  return value !== null && Number.isFinite(value) && value > 0 ? value : null;
}

/**
 * The workload of requests that had these tokens together; not known where a total or the count is not.
 *
 * @param requests - 1 where the tokens are those of a request already
 */
export function meanLengths(
  input: number | null,
  output: number | null,
  requests: number | null,
): RowWorkload {
  if (input === null || output === null || !requests) return { isl: null, osl: null };
  return { mean: { isl: input / requests, osl: output / requests } };
}

/** The day of a date-and-time as tools write it: `20251231-235959`, ISO 8601 or `YYYY-MM-DD …`. */
export function dayOf(text: string | null): string | null {
  const [, year, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)(?:\D|$)/.exec(text ?? '') ?? [];
  return year === undefined ? null : `${year}-${month}-${day}`;
}

/** The UTC day of seconds since 1970, as a text or number; `null` where it is none. */
export function dayOfEpoch(secondsSince1970: number | null): string | null {
  const isDate = secondsSince1970 !== null && secondsSince1970 > 0 && secondsSince1970 < 1e11;
  return isDate ? new Date(secondsSince1970 * 1000).toISOString().slice(0, 10) : null;
}
