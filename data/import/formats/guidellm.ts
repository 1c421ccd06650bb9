import {
  dayOf,
  dayOfEpoch,
  meanLengths,
  positive,
  runRow,
  seconds,
  UNSTATED_RUN,
} from './benchmark-run.ts';
import { documentFormat, hasDocumentKeys } from './document-format.ts';
import { requestOutcome } from './request-outcome.ts';
import type { GivenFacts, Row } from './format.ts';
import { firstNumber, firstText, listAt, numberAt, textAt } from './json-path.ts';

/**
 * GuideLLM's benchmark report (0.1 to 0.8, in its three layouts), JSON or YAML: one report a file,
 * a row for each of its benchmarks.
 *
 * - Detected by `benchmarks` with `inter_token_latency_ms`.
 * - The inter-token latency is (last token − first) ÷ (tokens − 1): what others call TPOT.
 *   `time_per_output_token_ms` includes the first token's time from 0.4 on: never read.
 * - Statistics of the successful requests; latencies in ms except `request_latency`, in s.
 * - Concurrency: the streams of a concurrent strategy, 1 of a synchronous one; otherwise the loop is
 *   open, and the observed mean is marked as such (`max_concurrency` is a cap there).
 * - Requests that were `incomplete` when the time was up have not failed.
 * - Neither GPUs nor hardware, precision or engine.
 *
 * Source: github.com/vllm-project/guidellm, `src/guidellm/benchmark`.
 */
export const guidellm = documentFormat({
  name: 'guidellm',
  looksLike: 'a GuideLLM report with "benchmarks" and "inter_token_latency_ms"',
  detect: (sample) => hasDocumentKeys(sample, 'benchmarks', 'inter_token_latency_ms'),
  rows: (report, given) =>
    listAt(report, 'benchmarks').map((benchmark) => row(report, benchmark, given)),
});

function row(report: unknown, benchmark: unknown, given: GivenFacts): Row {
  const statistic = (metric: string, name: string) =>
    firstNumber(
      benchmark,
      `metrics.${metric}.successful.${name}`,
      `metrics.${metric}.successful.percentiles.${name}`,
    );
  const total = (kind: string) => firstNumber(benchmark, ...TOTALS.map((at) => `${at}.${kind}`));
  const latency = (metric: string, name: string) => positive(seconds(statistic(metric, name)));
  return runRow(
    {
      ...UNSTATED_RUN,
      model:
        firstText(benchmark, 'config.backend.model', 'worker.backend_model') ??
        firstText(report, 'args.model', 'config.backend.model'),
      workload: meanLengths(
        statistic('prompt_token_count', 'mean'),
        statistic('output_token_count', 'mean'),
        1,
      ),
      outcome: requestOutcome(total('successful'), total('errored')),
      concurrency: concurrencyOf(benchmark),
      isOpenLoop: true,
      requestRate: firstNumber(benchmark, ...STRATEGIES.map((at) => `${at}.rate`)),
      observedConcurrency: positive(statistic('request_concurrency', 'mean')),
      totalThroughput: statistic('tokens_per_second', 'mean'),
      outputThroughput: statistic('output_tokens_per_second', 'mean'),
      tpot: latency('inter_token_latency_ms', 'median'),
      latencies: {
        ttft: latency('time_to_first_token_ms', 'median'),
        ttftMean: latency('time_to_first_token_ms', 'mean'),
        ttftP99: latency('time_to_first_token_ms', 'p99'),
        e2el: positive(statistic('request_latency', 'median')),
        e2elP99: positive(statistic('request_latency', 'p99')),
      },
      date: dayOfEpoch(numberAt(benchmark, 'start_time')) ?? dayOf(textAt(benchmark, 'start_time')),
      toolVersion: textAt(report, 'metadata.guidellm_version'),
    },
    given,
  );
}

/** Where versions keep how many requests succeeded, erred, or were cut off at the end. */
const TOTALS = ['metrics.request_totals', 'request_totals', 'run_stats.requests_made'];

/** Where versions keep how requests were sent. */
const STRATEGIES = ['config.strategy', 'args.strategy', 'scheduler.strategy'];

function concurrencyOf(benchmark: unknown): number | null {
  for (const at of STRATEGIES) {
    const kind = textAt(benchmark, `${at}.type_`) ?? textAt(benchmark, `${at}.type`);
    if (kind === 'synchronous') return 1;
    if (kind === 'concurrent') return numberAt(benchmark, `${at}.streams`);
  }
  return null;
}
