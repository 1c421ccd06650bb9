import { dayOf, meanLengths, positive, runRow, seconds, UNSTATED_RUN } from './benchmark-run.ts';
import { notCompleted, requestOutcome } from './request-outcome.ts';
import { isStated, requestRateOf } from './concurrency-origin.ts';
import type { GivenFacts, Row } from './format.ts';
import { hasKeys, jsonFormat } from './json-format.ts';
import { firstNumber, firstText, numberAt, textAt } from './json-path.ts';

/**
 * vLLM's `vllm bench serve` (0.6 to 0.15 and forks, among them InferenceX's client): one JSON object
 * a file, or one a line with `--append-result`; also the runs of `vllm bench sweep serve`.
 *
 * - Detected by `model_id` with `total_token_throughput`; older versions lack `endpoint_type`.
 * - Latencies in ms (`median_tpot_ms`, only if `tpot` was among `--percentile-metrics`), rates in
 *   tok/s over the whole deployment. A latency without `_ms` is in seconds.
 * - `max_concurrency` is what the client kept up, or beside a finite `request_rate` only its limit;
 *   `null` is an open loop, of that rate or, where it is `"inf"`, of all requests at once.
 * - Lengths are means over the completed requests; the requested ones are nowhere.
 * - Requests failed are `failed`, in older versions `num_prompts` less `completed`.
 * - GPUs are stated only by a sweep over parallelism, or by `--metadata`.
 * - Acceptance rates say that the server speculates, but neither how nor, if absent, that it does not.
 *
 * Refused: no TPOT. Passed over: warm-ups (`run_number` −1) and a sweep's summary.
 *
 * Source: github.com/vllm-project/vllm, `vllm/benchmarks/serve.py` and `sweep/serve.py`.
 */
export const vllm = jsonFormat({
  name: 'vllm',
  looksLike: 'JSON of vllm bench serve with "model_id" and "total_token_throughput"',
  detect: (sample) => hasKeys(sample, 'model_id', 'total_token_throughput'),
  rows: (result, given, name) =>
    isWarmUp(result) || isOfSummary(result, name) ? [] : [row(result, given)],
});

/** Whether it stands in the summary of a sweep, which repeats the runs beside it. */
function isOfSummary(result: unknown, name: string): boolean {
  return /(?:^|[\\/])summary\.json/.test(name) && numberAt(result, 'run_number') !== null;
}

function isWarmUp(result: unknown): boolean {
  return numberAt(result, 'run_number') === -1;
}

/** Whether a server says that it speculated; one that says nothing may have. */
function hasSpeculated(result: unknown): boolean {
  return ['num_drafts', 'acceptance_rate', 'acceptance_length'].some(
    (name) => (numberAt(result, `spec_decode_${name}`) ?? 0) > 0,
  );
}

function row(result: unknown, given: GivenFacts): Row {
  const completed = numberAt(result, 'completed');
  const latency = (name: string) =>
    positive(seconds(numberAt(result, `${name}_ms`)) ?? numberAt(result, name));
  const [tp, pp, dp] = ['tensor', 'pipeline', 'data'].map((kind) =>
    firstNumber(result, `${kind}_parallel_size`, `${kind[0]}p`),
  );
  return runRow(
    {
      ...UNSTATED_RUN,
      model: textAt(result, 'model_id'),
      hardware: textAt(result, 'hardware'),
      gpus: numberAt(result, 'gpus') ?? (tp === null ? null : tp! * (pp ?? 1) * (dp ?? 1)),
      precision: textAt(result, 'precision'),
      speculates: hasSpeculated(result),
      framework: textAt(result, 'engine'),
      parallelism:
        tp === null
          ? null
          : [`TP${tp}`, pp && `PP${pp}`, dp && `DP${dp}`].filter(Boolean).join(' '),
      workload: meanLengths(
        numberAt(result, 'total_input_tokens'),
        numberAt(result, 'total_output_tokens'),
        completed,
      ),
      outcome: requestOutcome(
        completed,
        numberAt(result, 'failed') ?? notCompleted(numberAt(result, 'num_prompts'), completed),
      ),
      concurrency: numberAt(result, 'max_concurrency'),
      isOpenLoop: isStated(result, 'max_concurrency') || isStated(result, 'request_rate'),
      requestRate: requestRateOf(result, 'request_rate'),
      requests: numberAt(result, 'num_prompts'),
      totalThroughput: numberAt(result, 'total_token_throughput'),
      outputThroughput: numberAt(result, 'output_throughput'),
      tpot: latency('median_tpot'),
      latencies: {
        ttft: latency('median_ttft'),
        ttftMean: latency('mean_ttft'),
        ttftP99: latency('p99_ttft'),
        e2el: latency('median_e2el'),
        e2elP99: latency('p99_e2el'),
      },
      date: dayOf(textAt(result, 'date')),
      image: firstText(result, 'image', 'version'),
    },
    given,
  );
}
