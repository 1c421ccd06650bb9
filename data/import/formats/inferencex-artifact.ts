import { failedRun } from '../failed-requests.ts';
import { notCompleted, requestOutcome } from './request-outcome.ts';
import type { RequestOutcome } from './request-outcome.ts';
import type { GivenFacts, Row } from './format.ts';
import { inferencexRow } from './inferencex-row.ts';
import { hasKeys, jsonFormat } from './json-format.ts';
import { firstNumber, firstText, numberAt, textAt, valueAt } from './json-path.ts';

/**
 * The artifacts of an InferenceX CI run: `agg_*.json` (one object), `agg_bmk.json` (an array) and
 * both shapes of agentic results.
 *
 * - Detected by `hw` with `tput_per_gpu` or `request_metrics`.
 * - Latencies in seconds, rates per GPU; output per *decode* GPU when disaggregated.
 * - `hw` may carry the runner (`b200-trt`, `cluster:mi355x-amds`, `mi355x-amd_0`): the hardware is
 *   its first part.
 * - GPUs: `tp · pp · pcp_size` on one node (the latter two new, else 1), prefill + decode on several.
 * - Lengths are absent before 2025-12; the file's name says them then (`1k1k`), which is not believed.
 * - `spec_decoding`, in older files `mtp`. No date.
 * - Agentic: the gap at the 90th percentile, `p90_itl` or `request_metrics.latency.itl.p90`; never
 *   the flat `p90_intvty`, which is the fast end.
 *
 * - Agentic: `request_accounting` has the requests that were profiled and those that erred, older ones
 *   `num_requests_total` and `num_requests_successful`.
 *
 * Source: github.com/SemiAnalysisAI/InferenceX, CI artifacts of 2025-10 to 2026-09.
 */
export const inferencexArtifact = jsonFormat({
  name: 'inferencex-artifact',
  looksLike: 'JSON of an InferenceX CI run with "hw" and "tput_per_gpu"',
  detect: (sample) =>
    hasKeys(sample, 'hw', 'tput_per_gpu') || hasKeys(sample, 'hw', 'request_metrics'),
  rows: (result, given) => [row(result, given)],
});

function row(result: unknown, given: GivenFacts): Row {
  const outcome = outcomeOf(result);
  const failure = outcome && failedRun(outcome);
  if (failure !== null) return { problem: failure };
  const isAgentic = firstText(result, 'scenario_type') === 'agentic-coding';
  const isMultinode = flagAt(result, 'is_multinode');
  const total = numberAt(result, 'request_metrics.throughput.total_tput_tps');
  const perGpu = firstNumber(
    result,
    'tput_per_gpu',
    'request_metrics.throughput.per_gpu.total_tput_tps',
  );
  const read = inferencexRow(
    {
      hardware: hardwareOf(textAt(result, 'hw')),
      model: firstText(result, 'infmax_model_prefix', 'model'),
      framework: textAt(result, 'framework'),
      precision: textAt(result, 'precision'),
      spec_method: firstText(result, 'spec_decoding', 'mtp'),
      disagg: flagAt(result, 'disagg'),
      is_multinode: isMultinode,
      image: textAt(result, 'image'),
      benchmark_type: isAgentic ? 'agentic_traces' : 'single_turn',
      offload_mode: firstText(result, 'kv_offloading', 'offloading'),
      isl: numberAt(result, 'isl'),
      osl: numberAt(result, 'osl'),
      conc: numberAt(result, 'conc'),
      ...(isMultinode ? rolesOf(result) : gpusOf(result, total, perGpu)),
      parallelism: isMultinode ? null : parallelismOf(result),
      tput_per_gpu: perGpu,
      output_tput_per_gpu: firstNumber(
        result,
        'output_tput_per_gpu',
        'request_metrics.throughput.per_gpu.output_tput_tps',
      ),
      input_tput_per_gpu: numberAt(result, 'input_tput_per_gpu'),
      p90_itl: firstNumber(result, 'p90_itl', 'request_metrics.latency.itl.p90'),
      ...Object.fromEntries(LATENCIES.map((name) => [name, numberAt(result, name)])),
    },
    given,
  );
  return 'problem' in read ? read : { candidate: { ...read.candidate, outcome } };
}

/** What became of the requests of an agentic run, which alone says it: without those of the warm-up. */
function outcomeOf(result: unknown): RequestOutcome | null {
  const profiled = numberAt(result, 'request_accounting.records_profiled');
  if (profiled !== null) {
    return requestOutcome(profiled, numberAt(result, 'request_accounting.records_error_dropped'));
  }
  const successful = numberAt(result, 'num_requests_successful');
  return requestOutcome(
    successful,
    notCompleted(numberAt(result, 'num_requests_total'), successful),
  );
}

const LATENCIES = [
  'median_intvty',
  'median_tpot',
  'median_ttft',
  'mean_ttft',
  'p99_ttft',
  'median_e2el',
  'p99_e2el',
] as const;

/** `b200` of `b200-trt`, `mi355x` of `cluster:mi355x-amds`. */
function hardwareOf(runner: string | null): string | null {
  return runner === null ? null : runner.replace(/^cluster:/, '').split('-', 1)[0]!;
}

/** A boolean, also written as Python or JSON text; `null` where neither. */
function flagAt(result: unknown, key: string): boolean | null {
  const text = String(valueAt(result, key) ?? '').toLowerCase();
  return text === 'true' ? true : text === 'false' ? false : null;
}

function gpusOf(result: unknown, total: number | null, perGpu: number | null) {
  const tp = numberAt(result, 'tp');
  const width = (firstNumber(result, 'pp') ?? 1) * (firstNumber(result, 'pcp_size') ?? 1);
  // Where both rates are there, their ratio is exact whatever is said of the GPUs.
  const counted = total !== null && perGpu ? Math.round(total / perGpu) : null;
  return {
    decode_tp: counted ?? (tp === null ? null : tp * width),
    decode_ep: numberAt(result, 'ep'),
    decode_dp_attention: flagAt(result, 'dp_attention'),
  };
}

/** How one node's GPUs share the model, where it is not by tensor and expert parallelism alone. */
function parallelismOf(result: unknown): string | null {
  const sizes = [
    ['TP', numberAt(result, 'tp')],
    ['PP', numberAt(result, 'pp')],
    ['PCP', numberAt(result, 'pcp_size')],
    ['EP', numberAt(result, 'ep')],
  ] as const;
  const [, pp, pcp] = sizes.map(([, size]) => size ?? 1);
  if (pp === 1 && pcp === 1) return null;
  const texts = sizes.flatMap(([name, size]) => (size === null ? [] : `${name}${size}`));
  return [...texts, ...(flagAt(result, 'dp_attention') ? ['DPA'] : [])].join(' ');
}

function rolesOf(result: unknown): Readonly<Record<string, unknown>> {
  const roles = ['prefill', 'decode'].flatMap((role) => [
    [`${role}_tp`, numberAt(result, `${role}_tp`)] as const,
    [`${role}_ep`, numberAt(result, `${role}_ep`)] as const,
    [`${role}_dp_attention`, flagAt(result, `${role}_dp_attention`)] as const,
    [`${role}_num_workers`, numberAt(result, `${role}_num_workers`)] as const,
    [`num_${role}_gpu`, numberAt(result, `num_${role}_gpu`)] as const,
  ]);
  return Object.fromEntries(roles);
}
