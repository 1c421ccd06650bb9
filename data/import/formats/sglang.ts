import { meanLengths, positive, runRow, seconds, UNSTATED_RUN } from './benchmark-run.ts';
import { requestOutcome } from './request-outcome.ts';
import { isStated, requestRateOf } from './concurrency-origin.ts';
import type { GivenFacts, Row } from './format.ts';
import { hasKeys, jsonFormat } from './json-format.ts';
import { firstNumber, firstText, listAt, numberAt, textAt } from './json-path.ts';

/**
 * SGLang's `bench_serving` (now `sglang.benchmark.serving`): one JSON object a line.
 *
 * - Detected by `random_range_ratio` with `median_tpot_ms`.
 * - A closed loop writes `"request_rate": Infinity`, which is not JSON.
 * - `max_concurrency` is what the client kept up, or beside a finite rate only its limit; `null` is an
 *   open loop. `concurrency` is the observed mean and not read.
 * - `random_input_len` and `random_output_len` are the longest of lengths drawn evenly from
 *   [ratio × length, length]: the workload's name. Other data sets have their mean lengths.
 * - Versions from 0.5 state model, version and parallelism in `server_info`; GPUs are tensor ×
 *   pipeline parallelism, × data parallelism unless that lies within the tensor parallelism, summed
 *   over prefill and decode servers. Older ones state none of it.
 * - An `accept_length` above 1 says that the server speculated, not how.
 * - Requests failed are in the `errors` of `--output-details`; without these it says only how many
 *   completed.
 * - No date.
 *
 * Refused: no TPOT.
 *
 * Source: github.com/sgl-project/sglang, `python/sglang/bench_serving.py`.
 */
export const sglang = jsonFormat({
  name: 'sglang',
  looksLike: 'JSON lines of SGLang bench_serving with "random_range_ratio" and "median_tpot_ms"',
  detect: (sample) => hasKeys(sample, 'random_range_ratio', 'median_tpot_ms'),
  rows: (result, given) => [row(result, given)],
});

function row(result: unknown, given: GivenFacts): Row {
  const completed = numberAt(result, 'completed');
  const latency = (name: string) => positive(seconds(numberAt(result, `${name}_ms`)));
  const output = numberAt(result, 'output_throughput');
  const input = numberAt(result, 'input_throughput');
  const servers = serverInfos(result);
  const isSplit = servers.length > 1;
  const version = firstText(servers[0], 'version');
  return runRow(
    {
      ...UNSTATED_RUN,
      model: firstText(servers[0], 'model_path', 'served_model_name') ?? textAt(result, 'model_id'),
      gpus: gpusOf(servers),
      precision: firstText(servers[0], 'quantization'),
      specMethod: firstText(servers[0], 'speculative_algorithm'),
      speculates: (numberAt(result, 'accept_length') ?? 0) > 1,
      framework: servers.length > 0 ? 'sglang' : null,
      deployment: isSplit ? 'disagg' : null,
      parallelism: servers.length === 1 ? parallelismOf(servers[0]) : null,
      workload: workloadOf(result, completed),
      outcome: requestOutcome(completed, failedRequests(result)),
      concurrency: numberAt(result, 'max_concurrency'),
      isOpenLoop: isStated(result, 'max_concurrency') || isStated(result, 'request_rate'),
      requestRate: requestRateOf(result, 'request_rate'),
      requests: completed,
      totalThroughput:
        numberAt(result, 'total_throughput') ??
        (input === null || output === null ? null : input + output),
      outputThroughput: output,
      tpot: latency('median_tpot'),
      latencies: {
        ttft: latency('median_ttft'),
        ttftMean: latency('mean_ttft'),
        ttftP99: latency('p99_ttft'),
        e2el: latency('median_e2e_latency'),
        e2elP99: latency('p99_e2e_latency'),
      },
      image: version === null ? null : `sglang ${version}`,
    },
    given,
  );
}

/** Of the texts with `--output-details`, one a request, those that are not empty; `null` without. */
function failedRequests(result: unknown): number | null {
  const errors = listAt(result, 'errors');
  return errors.length === 0 ? null : errors.filter((text) => text !== '' && text !== null).length;
}

/** What is stated of the server, or of each prefill and decode server. */
function serverInfos(result: unknown): readonly unknown[] {
  const roles = ['prefill', 'decode'].flatMap((role) => listAt(result, `server_info.${role}`));
  if (roles.length > 0) return roles;
  return numberAt(result, 'server_info.tp_size') === null
    ? []
    : [Reflect.get(result as object, 'server_info')];
}

function gpusOf(servers: readonly unknown[]): number | null {
  if (servers.length === 0) return null;
  let gpus = 0;
  for (const server of servers) {
    const tp = numberAt(server, 'tp_size');
    if (tp === null) return null;
    const isWithinTp = Reflect.get(server as object, 'enable_dp_attention') === true;
    const dp = isWithinTp ? 1 : (numberAt(server, 'dp_size') ?? 1);
    gpus += tp * (numberAt(server, 'pp_size') ?? 1) * dp;
  }
  return gpus;
}

function parallelismOf(server: unknown): string | null {
  const parts = [
    ['TP', 'tp_size'],
    ['EP', 'ep_size'],
    ['DP', 'dp_size'],
    ['PP', 'pp_size'],
  ] as const;
  const texts = parts.flatMap(([name, key]) => {
    const size = numberAt(server, key);
    return size === null || (size === 1 && name !== 'TP') ? [] : `${name}${size}`;
  });
  return texts.length === 0 ? null : texts.join(' ');
}

function workloadOf(result: unknown, completed: number | null) {
  const isRandom = textAt(result, 'dataset_name')?.startsWith('random') ?? false;
  const [isl, osl] = [numberAt(result, 'random_input_len'), numberAt(result, 'random_output_len')];
  if (isRandom && isl !== null && osl !== null) return { isl, osl };
  const [input, output] = [
    numberAt(result, 'total_input_tokens'),
    firstNumber(result, 'total_output_tokens', 'total_output_tokens_retokenized'),
  ];
  return meanLengths(input, output, completed);
}
