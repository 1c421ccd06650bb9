import { meanLengths, positive, refusedRow, runRow, UNSTATED_RUN } from './benchmark-run.ts';
import { requestOutcome } from './request-outcome.ts';
import type { GivenFacts, Row } from './format.ts';
import { hasKeys, jsonFormat } from './json-format.ts';
import { numberAt, textAt, valueAt } from './json-path.ts';
import { perSecond, unitText } from './units.ts';

/**
 * genai-bench: a JSON file a concurrency, each with `aggregated_metrics`. What it says of model, server
 * and GPUs is in the `experiment_metadata.json` of the folder, which is read with each.
 *
 * - Detected by `aggregated_metrics` with `num_concurrency`.
 * - `stats.tpot` is (end to end − TTFT) ÷ (output − 1), in the `_time_unit` of the file, else the
 *   `metrics_time_unit` that was asked for, else seconds, which older versions always wrote.
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
  const units = ['_time_unit', `${at}.metrics_time_unit`, 'metrics_time_unit'];
  const unit = units.map((path) => valueAt(result, path)).find((one) => one !== null) ?? 's';
  const divisor = perSecond(unit);
  if (divisor === null) return refusedRow('unknown-unit', `latencies in ${unitText(unit)}`);
  const latency = (metric: string, statistic: string) => {
    const value = positive(numberAt(result, `${at}.stats.${metric}.${statistic}`));
    return value === null ? null : value / divisor;
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
