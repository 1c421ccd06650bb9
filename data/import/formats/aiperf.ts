import { dayOf, meanLengths, positive, refusedRow, runRow, UNSTATED_RUN } from './benchmark-run.ts';
import { requestOutcome } from './request-outcome.ts';
import type { GivenFacts, GpusSeen, Row } from './format.ts';
import { hasKeys, jsonFormat } from './json-format.ts';
import { firstNumber, firstText, listAt, numberAt, textAt, valueAt } from './json-path.ts';
import { isTokenRate, perSecond, unitText } from './units.ts';

/**
 * NVIDIA AIPerf's `profile_export_aiperf.json` (2025-10 to schema 1.5) and its retired predecessor
 * GenAI-Perf's `profile_export_genai_perf.json`: one JSON object a file.
 *
 * - Detected by `inter_token_latency` (where requests were not streamed: `request_latency` and
 *   `output_sequence_length`), which lies at the top or under `records`, with `input_config`; telemetry
 *   of many GPUs stands before that, so `aiperf_version` or `telemetry_data` do too.
 * - `inter_token_latency` is (end to end − TTFT) ÷ (output − 1): what others call TPOT.
 *   `inter_chunk_latency` is not. Each metric states its `unit`.
 * - Total throughput where stated, else output × (input + output length) ÷ output length.
 * - The load is `concurrency`, or the rate of an open loop, of `input_config.loadgen` (GenAI-Perf:
 *   `perf_analyzer.stimulus`); from schema 1.2 on of the phase called `profiling` among
 *   `input_config.phases`, or what `run_info` says that a sweep varied. `effective_concurrency` is
 *   observed and not read.
 * - The model is the first of `endpoint.model_names`, from schema 1.2 on of `models.items`.
 * - `request_count` are those that were answered, `error_request_count` the others.
 * - Metrics of the warm-up stand apart in `warmup_metrics` (1.4), and are not read.
 * - GPUs that telemetry saw are not GPUs used: proposed, not believed.
 *
 * Refused: cancelled runs; metrics in no unit or one that is not known; without streaming (no
 * inter-token latency). Passed over: files of several runs together or of a part of one
 * (`…_aggregate`, `…_collated`, `…_timeslices`, those in `phases/`).
 *
 * Source: github.com/ai-dynamo/aiperf and github.com/triton-inference-server/perf_analyzer.
 */
export const aiperf = jsonFormat({
  name: 'aiperf',
  looksLike: 'JSON of AIPerf or GenAI-Perf with "input_config" and "inter_token_latency"',
  detect: (sample) =>
    (hasKeys(sample, 'inter_token_latency') ||
      hasKeys(sample, 'request_latency', 'output_sequence_length')) &&
    ['input_config', 'aiperf_version', 'telemetry_data'].some((key) => hasKeys(sample, key)),
  rows: (result, given, name) => (isPartOrSum(name) ? [] : [row(result, given)]),
});

function isPartOrSum(name: string): boolean {
  return /_(?:aggregate|collated|timeslices)\.json|(?:^|[\\/])phases[\\/]/.test(name);
}

function row(result: unknown, given: GivenFacts): Row {
  if (valueAt(result, 'was_cancelled') === true) return refusedRow('failed-run', 'cancelled');
  const at = valueAt(result, 'records') === null ? '' : 'records.';
  if (valueAt(result, `${at}inter_token_latency`) === null) {
    return refusedRow('no-interactivity', 'not streamed: run it with --streaming');
  }
  const ttft =
    valueAt(result, `${at}time_to_first_token`) === null ? 'ttft' : 'time_to_first_token';
  const unitOf = (name: string) => valueAt(result, `${at}${name}.unit`);
  const isUnknown = (name: string) =>
    valueAt(result, `${at}${name}`) !== null &&
    (RATES.includes(name) ? !isTokenRate(unitOf(name)) : perSecond(unitOf(name)) === null);
  const unknown = ['inter_token_latency', ttft, 'request_latency', ...RATES].find(isUnknown);
  if (unknown !== undefined) {
    return refusedRow('unknown-unit', `${unknown} in ${unitText(unitOf(unknown))}`);
  }
  const latency = (name: string, statistic: string) => {
    const value = numberAt(result, `${at}${name}.${statistic}`);
    return positive(value === null ? null : value / perSecond(unitOf(name))!);
  };
  const count = (name: string) => numberAt(result, `${at}${name}.avg`);
  const length = (kind: string) => numberAt(result, `${at}${kind}_sequence_length.avg`);
  const [isl, osl] = [length('input'), length('output')];
  const output = numberAt(result, `${at}output_token_throughput.avg`);
  const total = numberAt(result, `${at}total_token_throughput.avg`);
  const requestRate = loadOf(result, 'request_rate', 'rate');
  return runRow(
    {
      ...UNSTATED_RUN,
      model: modelOf(result),
      gpusSeen: gpusSeen(result),
      workload: meanLengths(isl, osl, 1),
      // Without a failure there is no count of them.
      outcome: requestOutcome(count('request_count'), count('error_request_count') ?? 0),
      concurrency: loadOf(result, 'concurrency', 'concurrency'),
      isOpenLoop: requestRate !== null,
      requestRate,
      totalThroughput:
        total ?? (output === null || !isl || !osl ? null : (output * (isl + osl)) / osl),
      outputThroughput: output,
      tpot: latency('inter_token_latency', 'p50'),
      latencies: {
        ttft: latency(ttft, 'p50'),
        ttftMean: latency(ttft, 'avg'),
        ttftP99: latency(ttft, 'p99'),
        e2el: latency('request_latency', 'p50'),
        e2elP99: latency('request_latency', 'p99'),
      },
      date: dayOf(textAt(result, 'start_time')),
      toolVersion: textAt(result, 'aiperf_version'),
    },
    given,
  );
}

const RATES = ['output_token_throughput', 'total_token_throughput'];

/**
 * A number of the load that was measured.
 *
 * @param name - what it is called up to schema 1.1 and in GenAI-Perf
 * @param inPhase - what it is called in a phase of later ones
 */
function loadOf(result: unknown, name: string, inPhase: string): number | null {
  const phase = listAt(result, 'input_config.phases').find((one) =>
    [textAt(one, 'name'), textAt(one, 'kind')].includes('profiling'),
  );
  // Keys with dots in them, so no path leads to them.
  const varied = valueAt(result, 'run_info.variation_values');
  const value = Object.entries(varied ?? {}).find(([key]) =>
    key.endsWith(`phases.profiling.${inPhase}`),
  );
  return (
    firstNumber(
      result,
      `input_config.loadgen.${name}`,
      `input_config.perf_analyzer.stimulus.${name}`,
    ) ??
    numberAt(phase, inPhase) ??
    numberAt(value, '1')
  );
}

/** By the telemetry of every endpoint. */
function gpusSeen(result: unknown): GpusSeen[] {
  const counts = new Map<string, number>();
  for (const endpoint of valuesOf(valueAt(result, 'telemetry_data.endpoints'))) {
    for (const gpu of valuesOf(valueAt(endpoint, 'gpus'))) {
      const name = textAt(gpu, 'gpu_name');
      if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return Array.from(counts, ([name, count]) => ({ name, count }));
}

function valuesOf(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}

function modelOf(result: unknown): string | null {
  const names = [
    ...listAt(result, 'input_config.endpoint.model_names'),
    ...listAt(result, 'input_config.model_names'),
    ...listAt(result, 'input_config.models.items').map((item) => textAt(item, 'name')),
  ];
  const first = names.find((name) => typeof name === 'string');
  return first ?? firstText(result, 'input_config.model_names');
}
