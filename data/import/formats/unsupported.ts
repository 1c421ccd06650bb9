import { refusedRow } from './benchmark-run.ts';
import type { Format, FormatInput } from './format.ts';
import { hasKeys } from './json-format.ts';

/** A tool whose results are known and lack what an operating point needs. */
interface UnsupportedTool {
  readonly name: string;
  readonly lacks: string;
  detect(sample: string): boolean;
}

const TOOLS: readonly UnsupportedTool[] = [
  {
    name: 'LLMPerf',
    lacks: 'no time per output token: its inter-token latency is end to end ÷ tokens',
    detect: (sample) => /"results_inter_token_latency_s_/.test(sample),
  },
  {
    name: 'llama-bench',
    lacks: 'prompt and generation apart, with neither requests in flight nor latencies',
    detect: (sample) => hasKeys(sample, 'avg_ts', 'n_gen'),
  },
  {
    name: 'vllm bench throughput',
    lacks: 'offline: no time per output token',
    detect: (sample) => hasKeys(sample, 'elapsed_time', 'num_requests', 'tokens_per_second'),
  },
  {
    name: 'vllm bench latency',
    lacks: 'one batch: neither throughput nor time per output token',
    detect: (sample) => hasKeys(sample, 'avg_latency', 'latencies', 'percentiles'),
  },
  {
    name: 'MLPerf summary',
    lacks: 'one point, of output tokens only',
    detect: (sample) => /MLPerf Results Summary/.test(sample),
  },
];

/** Results of tools that measure something else: one refused row a file, which says what it lacks. */
export const unsupported: Format = {
  name: 'unsupported tool',
  looksLike: 'none of these can be compared: LLMPerf, llama-bench, vllm bench latency, MLPerf',
  detect: (sample) => TOOLS.some((tool) => tool.detect(sample)),
  async *read({ text }: FormatInput) {
    let sample = '';
    for await (const chunk of text) {
      sample += chunk;
      const tool = TOOLS.find((candidate) => candidate.detect(sample));
      if (tool !== undefined) {
        yield refusedRow('unsupported-tool', `${tool.name}: ${tool.lacks}`);
        return;
      }
    }
  },
};
