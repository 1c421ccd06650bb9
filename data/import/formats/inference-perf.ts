import { meanLengths, positive, runRow, UNSTATED_RUN } from './benchmark-run.ts';
import { requestOutcome } from './request-outcome.ts';
import type { GivenFacts, Row } from './format.ts';
import { hasKeys, jsonFormat } from './json-format.ts';
import { firstNumber, numberAt } from './json-path.ts';

/**
 * inference-perf's `stage_N_lifecycle_metrics.json`: one JSON object a file.
 *
 * - Detected by `load_summary` with `successes` and `time_per_output_token`.
 * - Latencies in seconds. `normalized_time_per_output_token` includes the first token's time: never
 *   read.
 * - `load_summary.concurrency` is what was kept up; without it the loop was open, at
 *   `requested_rate` where that is stated.
 * - Neither model, hardware, GPUs nor date: they stand in manifests beside the file.
 *
 * Passed over: `summary_lifecycle_metrics.json`, of all stages together.
 *
 * Source: github.com/kubernetes-sigs/inference-perf, `inference_perf/reportgen`.
 */
export const inferencePerf = jsonFormat({
  name: 'inference-perf',
  looksLike: 'JSON of an inference-perf stage with "load_summary" and "successes"',
  detect: (sample) => hasKeys(sample, 'load_summary', 'successes'),
  rows: (result, given, name) =>
    /(?:^|[\\/])summary_[^\\/]*$/.test(name) ? [] : [row(result, given)],
});

function row(result: unknown, given: GivenFacts): Row {
  const latency = (metric: string, ...statistics: readonly string[]) =>
    positive(firstNumber(result, ...statistics.map((one) => `successes.latency.${metric}.${one}`)));
  return runRow(
    {
      ...UNSTATED_RUN,
      workload: meanLengths(
        numberAt(result, 'successes.prompt_len.mean'),
        numberAt(result, 'successes.output_len.mean'),
        1,
      ),
      outcome: requestOutcome(
        numberAt(result, 'successes.count'),
        numberAt(result, 'failures.count'),
      ),
      concurrency: numberAt(result, 'load_summary.concurrency'),
      isOpenLoop: true,
      requestRate: numberAt(result, 'load_summary.requested_rate'),
      totalThroughput: numberAt(result, 'successes.throughput.total_tokens_per_sec'),
      outputThroughput: numberAt(result, 'successes.throughput.output_tokens_per_sec'),
      tpot: latency('time_per_output_token', 'median', 'p50'),
      latencies: {
        ttft: latency('time_to_first_token', 'median', 'p50'),
        ttftMean: latency('time_to_first_token', 'mean'),
        ttftP99: latency('time_to_first_token', 'p99'),
        e2el: latency('request_latency', 'median', 'p50'),
        e2elP99: latency('request_latency', 'p99'),
      },
    },
    given,
  );
}
