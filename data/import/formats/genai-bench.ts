import { meanLengths, positive, refusedRow, runRow, UNSTATED_RUN } from './benchmark-run.ts';
import { requestOutcome } from './request-outcome.ts';
import type { GivenFacts, Row } from './format.ts';
import { hasKeys, jsonFormat } from './json-format.ts';
import { firstText, numberAt, textAt } from './json-path.ts';

/**
 * genai-bench: a JSON file a concurrency, each with `aggregated_metrics`. What it says of model, server
 * and GPUs is in the `experiment_metadata.json` of the folder, which is read with each.
 *
 * - Detected by `aggregated_metrics` with `num_concurrency`.
 * - `stats.tpot` is (end to end − TTFT) ÷ (output − 1), in `metrics_time_unit`, else seconds.
 *
 * Source: github.com/sgl-project/genai-bench, `genai_bench/metrics`.
 */
export const genaiBench = jsonFormat({
  name: 'genai-bench',
  looksLike: 'JSON of genai-bench with "aggregated_metrics" and "num_concurrency"',
  detect: (sample) => hasKeys(sample, 'aggregated_metrics', 'num_concurrency'),
  metadata: 'experiment_metadata.json',
  rows: (result, given) => [row(result, given)],
});

function row(result: unknown, given: GivenFacts): Row {
  const at = 'aggregated_metrics';
  const unit = firstText(result, `${at}.metrics_time_unit`, 'metrics_time_unit') ?? 's';
  if (unit !== 's' && unit !== 'ms') return refusedRow('unknown-unit', `latencies in ${unit}`);
  const latency = (metric: string, statistic: string) => {
    const value = positive(numberAt(result, `${at}.stats.${metric}.${statistic}`));
    return value === null || unit === 's' ? value : value / 1000;
  };
  const version = textAt(result, 'server_version');
  return runRow(
    {
      ...UNSTATED_RUN,
      model: textAt(result, 'model'),
      hardware: textAt(result, 'server_gpu_type'),
      gpus: numberAt(result, 'server_gpu_count'),
      framework: textAt(result, 'server_engine'),
      workload: meanLengths(
        numberAt(result, `${at}.stats.num_input_tokens.mean`),
        numberAt(result, `${at}.stats.num_output_tokens.mean`),
        1,
      ),
      outcome: requestOutcome(
        numberAt(result, `${at}.num_completed_requests`),
        numberAt(result, `${at}.num_error_requests`),
      ),
      concurrency: numberAt(result, `${at}.num_concurrency`),
      totalThroughput: numberAt(result, `${at}.mean_total_tokens_throughput_tokens_per_s`),
      outputThroughput: numberAt(result, `${at}.mean_output_throughput_tokens_per_s`),
      tpot: latency('tpot', 'p50'),
      latencies: {
        ttft: latency('ttft', 'p50'),
        ttftMean: latency('ttft', 'mean'),
        ttftP99: latency('ttft', 'p99'),
        e2el: latency('e2e_latency', 'p50'),
        e2elP99: latency('e2e_latency', 'p99'),
      },
      image: version,
      toolVersion: textAt(result, 'benchmark_version'),
    },
    given,
  );
}
