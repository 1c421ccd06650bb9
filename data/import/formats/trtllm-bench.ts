import {
  meanLengths,
  positive,
  refusedRow,
  runRow,
  seconds,
  UNSTATED_RUN,
} from './benchmark-run.ts';
import type { GivenFacts, Row } from './format.ts';
import { hasKeys, jsonFormat } from './json-format.ts';
import { numberAt, textAt, valueAt } from './json-path.ts';

/**
 * TensorRT-LLM's `trtllm-bench throughput --streaming --report_json`: one JSON object a file.
 *
 * - Detected by `world_info` with `request_info`.
 * - `system_total_throughput_tok_s` and `system_output_throughput_tok_s` are over all GPUs;
 *   `output_throughput_per_gpu_tok_s` is output alone and `…_per_user_tok_s` end to end: not read.
 * - Latencies in ms under `streaming_metrics`.
 * - GPUs are `world_info.world_size`, the precision is `engine.quantization`. No date.
 * - `avg_num_concurrent_requests` is the observed mean, and marked as such.
 *
 * Refused: reports without streaming, which have no time per output token.
 *
 * Source: github.com/NVIDIA/TensorRT-LLM, `tensorrt_llm/bench/dataclasses/reporting.py` (2025).
 */
export const trtllmBench = jsonFormat({
  name: 'trtllm-bench',
  looksLike: 'a JSON report of trtllm-bench with "world_info" and "request_info"',
  detect: (sample) => hasKeys(sample, 'world_info', 'request_info'),
  rows: (result, given) => [row(result, given)],
});

function row(result: unknown, given: GivenFacts): Row {
  if (valueAt(result, 'streaming_metrics') === null) {
    return refusedRow('no-interactivity', 'not streamed: run trtllm-bench with --streaming');
  }
  const latency = (name: string, statistic: string) =>
    positive(seconds(numberAt(result, `streaming_metrics.${name}_percentiles.${statistic}`)));
  const tp = numberAt(result, 'world_info.tp_size');
  const spec = textAt(result, 'decoding_stats.mode');
  const version = textAt(result, 'engine.version');
  return runRow(
    {
      ...UNSTATED_RUN,
      model: textAt(result, 'engine.model'),
      gpus: numberAt(result, 'world_info.world_size'),
      precision: textAt(result, 'engine.quantization'),
      specMethod: spec,
      framework: 'trtllm',
      parallelism: tp === null ? null : `TP${tp}`,
      workload: meanLengths(
        numberAt(result, 'request_info.avg_input_length'),
        numberAt(result, 'request_info.avg_output_length'),
        1,
      ),
      observedConcurrency: positive(numberAt(result, 'request_info.avg_num_concurrent_requests')),
      totalThroughput: numberAt(result, 'performance.system_total_throughput_tok_s'),
      outputThroughput: numberAt(result, 'performance.system_output_throughput_tok_s'),
      tpot: latency('tpot', 'p50'),
      latencies: {
        ttft: latency('ttft', 'p50'),
        ttftMean: latency('ttft', 'average'),
        ttftP99: latency('ttft', 'p99'),
      },
      image: version === null ? null : `TensorRT-LLM ${version}`,
      toolVersion: version,
    },
    given,
  );
}
