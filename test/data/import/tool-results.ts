/**
 * Results as each tool writes them, in the versions that differ, invented: on 8 GPUs 8,000 tok/s in
 * total, 4,000 of them output, a median of 20 ms an output token and 0.3 s to the first, requests of
 * 1,024 and 1,024 tokens, 16 in flight; so 50 tok/s/user at 1,000 tok/s/GPU, as far as a tool says so.
 */

const VLLM = {
  date: '20260304-101112',
  backend: 'vllm',
  model_id: 'example/Toy1',
  num_prompts: 100,
  max_concurrency: 16,
  duration: 51.2,
  completed: 100,
  total_input_tokens: 102_400,
  total_output_tokens: 102_400,
  output_throughput: 4000,
  total_token_throughput: 8000,
  median_ttft_ms: 300,
  mean_ttft_ms: 350,
  p99_ttft_ms: 900,
  median_tpot_ms: 20,
  median_itl_ms: 55,
};

const SGLANG = {
  backend: 'sglang',
  dataset_name: 'random',
  max_concurrency: 16,
  concurrency: 15.2,
  random_input_len: 1024,
  random_output_len: 1024,
  random_range_ratio: 0.8,
  completed: 100,
  total_input_tokens: 92_200,
  total_output_tokens: 92_200,
  output_throughput: 4000,
  input_throughput: 4000,
  median_ttft_ms: 300,
  median_tpot_ms: 20,
  median_itl_ms: 60,
};

const SGLANG_SERVER = {
  model_path: 'example/Toy1',
  version: '0.5.4',
  tp_size: 8,
  dp_size: 8,
  enable_dp_attention: true,
  quantization: 'fp8',
};

const AGGREGATE = {
  hw: 'h100-trt',
  framework: 'enginea',
  infmax_model_prefix: 'toy1',
  model: 'example/Toy1',
  precision: 'fp8',
  spec_decoding: 'none',
  disagg: false,
  is_multinode: false,
  dp_attention: 'false',
  isl: 1024,
  osl: 1024,
  conc: 16,
  tp: 4,
  pp: 2,
  tput_per_gpu: 1000,
  output_tput_per_gpu: 500,
  median_intvty: 50,
  median_tpot: 0.02,
  median_ttft: 0.3,
};

const metric = (unit: string, avg: number, p50 = avg) => ({ unit, avg, p50 });

const AIPERF_METRICS = {
  total_token_throughput: metric('tokens/sec', 8000),
  output_token_throughput: metric('tokens/sec', 4000),
  inter_token_latency: metric('ms', 22, 20),
  inter_chunk_latency: metric('ms', 70),
  time_to_first_token: metric('ms', 350, 300),
  input_sequence_length: metric('tokens', 1024),
  output_sequence_length: metric('tokens', 1024),
};

const AIPERF_INPUT = {
  loadgen: { concurrency: 16 },
  endpoint: { model_names: ['example/Toy1'] },
};

/** How AIPerf states its question from schema 1.2 on: phases by name, models in a list of items. */
const AIPERF_PHASES = {
  models: { items: [{ name: 'example/Toy1' }] },
  endpoint: { urls: ['http://localhost:8000'], type: 'chat', streaming: true },
  phases: [
    { name: 'warmup', type: 'concurrency', concurrency: 2 },
    { name: 'profiling', type: 'concurrency', concurrency: 16 },
  ],
};

const TRTLLM = {
  engine: { model: 'example/Toy1', version: '1.2.0', quantization: 'FP8' },
  world_info: { tp_size: 8, pp_size: 1, world_size: 8 },
  request_info: {
    num_requests: 100,
    avg_num_concurrent_requests: 15.3,
    avg_input_length: 1024,
    avg_output_length: 1024,
  },
  performance: {
    system_output_throughput_tok_s: 4000,
    system_total_throughput_tok_s: 8000,
    output_throughput_per_gpu_tok_s: 500,
    output_throughput_per_user_tok_s: 44,
  },
  streaming_metrics: {
    tpot_percentiles: { p50: 20 },
    ttft_percentiles: { p50: 300, average: 350 },
  },
};

const successful = (mean: number, median = mean) => ({ successful: { mean, median } });

const GUIDELLM_METRICS = {
  tokens_per_second: successful(8000),
  output_tokens_per_second: successful(4000),
  inter_token_latency_ms: successful(22, 20),
  time_per_output_token_ms: successful(25, 24),
  time_to_first_token_ms: successful(350, 300),
  prompt_token_count: successful(1024),
  output_token_count: successful(1024),
  request_concurrency: successful(15.3),
};

const LLM_D_YAML = `version: '0.2'
run:
  time:
    start: '2026-03-04T10:11:12Z'
scenario:
  load:
    standardized:
      concurrency: 16
  stack:
    - standardized:
        role: prefill
        replicas: 2
        accelerator: { model: H100, count: 2 }
        model: { name: example/Toy1 }
    - standardized:
        role: decode
        accelerator: { model: H100, count: 4 }
results:
  request_performance:
    aggregate:
      requests:
        input_length: { mean: 1024, units: count }
        output_length: { mean: 1024, units: count }
      throughput:
        total_token_rate: { mean: 8000, units: tokens/s }
        output_token_rate: { mean: 4000, units: tokens/s }
      latency:
        time_per_output_token: { units: ms/token, p50: 20 }
        time_to_first_token: { units: s, p50: 0.3 }
`;

const LLM_D_OLD = {
  version: '0.1',
  scenario: {
    model: { name: 'example/Toy1' },
    host: { type: ['replica'], accelerator: [{ model: 'H100', count: 8 }] },
    load: { args: { max_concurrency: 16 } },
  },
  metrics: {
    requests: { input_length: { mean: 1024 }, output_length: { mean: 1024 } },
    throughput: { total_tokens_per_sec: 8000, output_tokens_per_sec: 4000 },
    latency: {
      time_per_output_token: { units: 's/token', p50: 0.02 },
      time_to_first_token: { units: 'ms', p50: 300 },
    },
  },
};

const GENAI_BENCH = {
  model: 'example/Toy1',
  server_engine: 'engine-a',
  server_gpu_type: 'H100',
  server_gpu_count: '8',
  aggregated_metrics: {
    num_concurrency: 16,
    mean_total_tokens_throughput_tokens_per_s: 8000,
    mean_output_throughput_tokens_per_s: 4000,
    stats: {
      tpot: { p50: 0.02 },
      ttft: { p50: 0.3 },
      num_input_tokens: { mean: 1024 },
      num_output_tokens: { mean: 1024 },
    },
  },
};

const INFERENCE_PERF = {
  load_summary: { count: 100, concurrency: 16 },
  successes: {
    count: 100,
    latency: {
      time_per_output_token: { mean: 0.022, median: 0.02 },
      normalized_time_per_output_token: { mean: 0.03, median: 0.028 },
      time_to_first_token: { mean: 0.35, median: 0.3 },
    },
    throughput: { output_tokens_per_sec: 4000, total_tokens_per_sec: 8000 },
    prompt_len: { mean: 1024 },
    output_len: { mean: 1024 },
  },
};

/** A result file, and the facts that its tool does not state and someone gives. */
export interface ToolResult {
  readonly name: string;
  readonly format: string;
  readonly text: string;
  readonly lacks: readonly ('model' | 'hardware' | 'gpus' | 'precision')[];
  /** `null` where the tool says none */
  readonly concurrency: 16 | null;
  /** mean of the requests in flight where the loop was open */
  readonly observed?: number;
  /** what is said of the concurrency, where it is not the load that was set */
  readonly origin?: string;
}

const json = (value: unknown) => JSON.stringify(value, null, 1);
const SERVER_FACTS = ['hardware', 'gpus', 'precision'] as const;
const CLOSED = 16 as const;

/** Every tool in the versions whose files differ. */
export const TOOL_RESULTS: readonly ToolResult[] = [
  { name: 'vLLM 0.9', text: json(VLLM), format: 'vllm', lacks: SERVER_FACTS },
  {
    name: 'vLLM 0.12 with details and metadata',
    text: json({
      ...VLLM,
      endpoint_type: 'openai',
      hardware: 'h100',
      input_lens: Array.from({ length: 100 }, () => 1024),
      'request_goodput:': null,
    }),
    format: 'vllm',
    lacks: ['gpus', 'precision'],
  },
  {
    name: 'a vLLM fork in seconds',
    text: json({
      ...VLLM,
      median_tpot_ms: undefined,
      median_tpot: 0.02,
      median_ttft_ms: undefined,
      median_ttft: 0.3,
    }),
    format: 'vllm',
    lacks: SERVER_FACTS,
  },
  {
    name: 'vLLM bench sweep over parallelism',
    text: json({ ...VLLM, run_number: 0, tensor_parallel_size: 4, pipeline_parallel_size: 2 }),
    format: 'vllm',
    lacks: ['hardware', 'precision'],
  },
  {
    name: 'vLLM, open loop',
    text: json({ ...VLLM, max_concurrency: null, max_concurrent_requests: 40 }),
    format: 'vllm',
    lacks: SERVER_FACTS,
    concurrency: null,
    origin: 'open loop',
  },
  {
    name: 'vLLM, open loop at a rate',
    text: json({ ...VLLM, max_concurrency: null, request_rate: 4.25 }),
    format: 'vllm',
    lacks: SERVER_FACTS,
    concurrency: null,
    origin: 'open loop, 4.25 requests/s',
  },
  {
    name: 'vLLM, all requests at once',
    text: json({ ...VLLM, max_concurrency: undefined, request_rate: 'inf' }),
    format: 'vllm',
    lacks: SERVER_FACTS,
    concurrency: null,
    origin: 'open loop, 100 at once',
  },
  {
    name: 'vLLM, closed loop as it says it',
    text: json({ ...VLLM, request_rate: 'inf' }),
    format: 'vllm',
    lacks: SERVER_FACTS,
  },
  {
    name: 'vLLM at a rate with a limit of the requests in flight',
    text: json({ ...VLLM, request_rate: 10 / 3 }),
    format: 'vllm',
    lacks: SERVER_FACTS,
    origin: 'at most, at 3.333 requests/s',
  },
  {
    name: 'vLLM, which says nothing of its load',
    text: json({ ...VLLM, max_concurrency: undefined }),
    format: 'vllm',
    lacks: SERVER_FACTS,
    concurrency: null,
  },
  {
    name: 'SGLang, open loop at a rate',
    text: JSON.stringify({ ...SGLANG, max_concurrency: null, request_rate: 4 }),
    format: 'sglang',
    lacks: ['model', ...SERVER_FACTS],
    concurrency: null,
    origin: 'open loop, 4 requests/s',
  },
  {
    name: 'SGLang, all requests at once',
    text: JSON.stringify({ ...SGLANG, max_concurrency: null, request_rate: 'RATE' }).replace(
      '"RATE"',
      'Infinity',
    ),
    format: 'sglang',
    lacks: ['model', ...SERVER_FACTS],
    concurrency: null,
    origin: 'open loop, 100 at once',
  },
  {
    name: 'SGLang before 0.5, closed loop',
    // Python writes the rate of a closed loop as a word that is not JSON.
    text: JSON.stringify({ ...SGLANG, request_rate: 'RATE' }).replace('"RATE"', 'Infinity'),
    format: 'sglang',
    lacks: ['model', ...SERVER_FACTS],
  },
  {
    name: 'SGLang 0.5',
    text: JSON.stringify({ ...SGLANG, total_throughput: 8000, server_info: SGLANG_SERVER }),
    format: 'sglang',
    lacks: ['hardware'],
  },
  {
    name: 'SGLang 0.5, prefill and decode apart',
    text: JSON.stringify({
      ...SGLANG,
      server_info: {
        prefill: [{ ...SGLANG_SERVER, tp_size: 2, dp_size: 2 }],
        decode: [{ ...SGLANG_SERVER, tp_size: 2, dp_size: 3, enable_dp_attention: false }],
      },
    }),
    format: 'sglang',
    lacks: ['hardware'],
  },
  { name: 'InferenceX artifact', text: json(AGGREGATE), format: 'inferencex-artifact', lacks: [] },
  {
    name: 'InferenceX artifacts of several runs, on a cluster',
    text: json([{ ...AGGREGATE, hw: 'cluster:h100-nvs', pp: undefined, tp: 8 }]),
    format: 'inferencex-artifact',
    lacks: [],
  },
  {
    name: 'AIPerf 2025',
    text: json({ input_config: AIPERF_INPUT, records: AIPERF_METRICS }),
    format: 'aiperf',
    lacks: SERVER_FACTS,
  },
  {
    name: 'AIPerf of October 2025, which says ttft',
    text: json({
      input_config: AIPERF_INPUT,
      records: {
        ...AIPERF_METRICS,
        time_to_first_token: undefined,
        ttft: metric('ms', 350, 300),
      },
    }),
    format: 'aiperf',
    lacks: SERVER_FACTS,
  },
  {
    name: 'AIPerf 1.1, with counts and sums',
    text: json({
      schema_version: '1.1',
      input_config: AIPERF_INPUT,
      ...AIPERF_METRICS,
      inter_token_latency: { ...metric('ms', 22, 20), count: 100, sum: 2200 },
    }),
    format: 'aiperf',
    lacks: SERVER_FACTS,
  },
  {
    name: 'AIPerf 1.2, one run',
    text: json({
      schema_version: '1.2',
      ...AIPERF_METRICS,
      input_config: AIPERF_PHASES,
      run_info: { random_seed: 42, trial: 0, variation_label: 'base', variation_values: {} },
    }),
    format: 'aiperf',
    lacks: SERVER_FACTS,
  },
  {
    name: 'AIPerf 1.3, a run of a sweep',
    text: json({
      schema_version: '1.3',
      ...AIPERF_METRICS,
      input_config: { ...AIPERF_PHASES, phases: undefined },
      run_info: {
        benchmark_id: 'abc123',
        sweep_id: '8c4f9a2e-1234-4567-89ab-0123456789ab',
        variation_index: 2,
        variation_values: { 'phases.profiling.concurrency': 16 },
        cli_command: 'aiperf profile --model example/Toy1 --concurrency 8,16,32',
      },
    }),
    format: 'aiperf',
    lacks: SERVER_FACTS,
  },
  {
    name: 'AIPerf 1.4, with a warm-up of its own and of other requests',
    text: json({
      schema_version: '1.4',
      warmup_metrics: {
        total_token_throughput: metric('tokens/sec', 900),
        inter_token_latency: metric('ms', 90),
        time_to_first_token: metric('ms', 2000),
        input_sequence_length: metric('tokens', 64),
      },
      ...AIPERF_METRICS,
      input_config: AIPERF_PHASES,
      run_info: { sweep_id: null, variation_values: {}, cli_command: null },
    }),
    format: 'aiperf',
    lacks: SERVER_FACTS,
  },
  {
    name: 'AIPerf with long telemetry before its question',
    text: json({
      ...AIPERF_METRICS,
      telemetry_data: {
        endpoints: {
          'localhost:9400': {
            gpus: Object.fromEntries(
              Array.from({ length: 800 }, (_, i) => [
                `gpu_${i}`,
                { gpu_index: i, gpu_uuid: `GPU-${i}-0123456789abcdef0123456789abcdef` },
              ]),
            ),
          },
        },
      },
      input_config: AIPERF_INPUT,
    }),
    format: 'aiperf',
    lacks: SERVER_FACTS,
  },
  {
    name: 'AIPerf 1.4, a phase at a rate',
    text: json({
      schema_version: '1.4',
      ...AIPERF_METRICS,
      input_config: {
        ...AIPERF_PHASES,
        phases: [{ name: 'profiling', type: 'poisson', rate: 4 }],
      },
    }),
    format: 'aiperf',
    lacks: SERVER_FACTS,
    concurrency: null,
    origin: 'open loop, 4 requests/s',
  },
  {
    name: 'AIPerf 1.5, with a warm-up beside its own metrics',
    text: json({
      schema_version: '1.5',
      ...AIPERF_METRICS,
      input_config: { endpoint: AIPERF_INPUT.endpoint },
      run_info: { variation_values: { 'phases.profiling.concurrency': 16 } },
      warmup_metrics: {
        inter_token_latency: metric('ms', 90),
        effective_concurrency: metric('', 3),
      },
    }),
    format: 'aiperf',
    lacks: SERVER_FACTS,
  },
  {
    name: 'AIPerf 1.2, in microseconds, without a total',
    text: json({
      ...AIPERF_METRICS,
      total_token_throughput: undefined,
      inter_token_latency: metric('us', 22_000, 20_000),
      input_config: { endpoint: AIPERF_INPUT.endpoint },
      run_info: { variation_values: { 'phases.profiling.concurrency': 16 } },
    }),
    format: 'aiperf',
    lacks: SERVER_FACTS,
  },
  {
    name: 'AIPerf, open loop at a rate',
    text: json({
      ...AIPERF_METRICS,
      input_config: { ...AIPERF_INPUT, loadgen: { request_rate: 4 } },
      effective_concurrency: metric('', 15.1),
    }),
    format: 'aiperf',
    lacks: SERVER_FACTS,
    concurrency: null,
    origin: 'open loop, 4 requests/s',
  },
  {
    name: 'AIPerf, a sweep over rates',
    text: json({
      ...AIPERF_METRICS,
      input_config: { endpoint: AIPERF_INPUT.endpoint },
      run_info: { variation_values: { 'phases.profiling.rate': 8 } },
    }),
    format: 'aiperf',
    lacks: SERVER_FACTS,
    concurrency: null,
    origin: 'open loop, 8 requests/s',
  },
  {
    name: 'GenAI-Perf, by rate',
    text: json({
      ...AIPERF_METRICS,
      input_config: {
        perf_analyzer: { stimulus: { request_rate: 4 } },
        model_names: ['example/Toy1'],
      },
    }),
    format: 'aiperf',
    lacks: SERVER_FACTS,
    concurrency: null,
    origin: 'open loop, 4 requests/s',
  },
  {
    name: 'GenAI-Perf',
    text: json({
      ...AIPERF_METRICS,
      input_config: {
        perf_analyzer: { stimulus: { concurrency: 16 } },
        model_names: ['example/Toy1'],
      },
    }),
    format: 'aiperf',
    lacks: SERVER_FACTS,
  },
  {
    name: 'trtllm-bench',
    text: json(TRTLLM),
    format: 'trtllm-bench',
    lacks: ['hardware'],
    concurrency: null,
    observed: 15.3,
  },
  {
    name: 'GuideLLM 0.3',
    text: json({
      benchmarks: [
        {
          args: { strategy: { type_: 'concurrent', streams: 16 } },
          worker: { backend_model: 'example/Toy1' },
          metrics: GUIDELLM_METRICS,
        },
      ],
    }),
    format: 'guidellm',
    lacks: SERVER_FACTS,
  },
  {
    name: 'GuideLLM 0.5',
    text: json({
      metadata: { version: 1, guidellm_version: '0.5.0' },
      args: { model: 'example/Toy1' },
      benchmarks: [
        { config: { strategy: { type_: 'concurrent', streams: 16 } }, metrics: GUIDELLM_METRICS },
      ],
    }),
    format: 'guidellm',
    lacks: SERVER_FACTS,
  },
  {
    name: 'GuideLLM 0.8 as YAML, by rate',
    text: `metadata: { version: 2 }
benchmarks:
  - config: { backend: { model: example/Toy1 }, strategy: { type_: constant, max_concurrency: 64 } }
    metrics: ${JSON.stringify(GUIDELLM_METRICS)}
`,
    format: 'guidellm',
    lacks: SERVER_FACTS,
    concurrency: null,
    observed: 15.3,
  },
  {
    name: 'GuideLLM by rate, without a mean of its requests in flight',
    text: json({
      metadata: { version: 1 },
      args: { model: 'example/Toy1' },
      benchmarks: [
        {
          config: { strategy: { type_: 'constant', rate: 4 } },
          metrics: { ...GUIDELLM_METRICS, request_concurrency: undefined },
        },
      ],
    }),
    format: 'guidellm',
    lacks: SERVER_FACTS,
    concurrency: null,
    origin: 'open loop, 4 requests/s',
  },
  {
    name: 'llm-d 0.2 as YAML, open loop',
    text: LLM_D_YAML.replace('concurrency: 16', 'concurrency: .inf'),
    format: 'llm-d',
    lacks: ['precision'],
    concurrency: null,
    origin: 'open loop',
  },
  { name: 'llm-d 0.2 as YAML', text: LLM_D_YAML, format: 'llm-d', lacks: ['precision'] },
  { name: 'llm-d 0.1 as JSON', text: json(LLM_D_OLD), format: 'llm-d', lacks: ['precision'] },
  { name: 'genai-bench', text: json(GENAI_BENCH), format: 'genai-bench', lacks: ['precision'] },
  {
    name: 'inference-perf',
    text: json(INFERENCE_PERF),
    format: 'inference-perf',
    lacks: ['model', ...SERVER_FACTS],
  },
  {
    name: 'inference-perf, open loop at a rate',
    text: json({ ...INFERENCE_PERF, load_summary: { count: 100, requested_rate: 4 } }),
    format: 'inference-perf',
    lacks: ['model', ...SERVER_FACTS],
    concurrency: null,
    origin: 'open loop, 4 requests/s',
  },
].map((result) => ({ concurrency: CLOSED, ...result }) as ToolResult);

/** Results that are no operating point, each with the reason and what the report says of it. */
export const REFUSED_RESULTS: readonly {
  name: string;
  text: string;
  reason: string;
  says: string;
}[] = [
  {
    name: 'vLLM, nothing completed',
    text: json({ ...VLLM, completed: 0 }),
    reason: 'failed-run',
    says: 'no request completed',
  },
  {
    name: 'vLLM without TPOT',
    text: json({ ...VLLM, median_tpot_ms: undefined }),
    reason: 'no-interactivity',
    says: 'absent',
  },
  {
    name: 'trtllm-bench without streaming',
    text: json({ ...TRTLLM, streaming_metrics: undefined }),
    reason: 'no-interactivity',
    says: 'run trtllm-bench with --streaming',
  },
  {
    name: 'AIPerf, cancelled',
    text: json({ ...AIPERF_METRICS, input_config: AIPERF_INPUT, was_cancelled: true }),
    reason: 'failed-run',
    says: 'cancelled',
  },
  {
    name: 'AIPerf without streaming',
    text: json({
      ...AIPERF_METRICS,
      input_config: AIPERF_INPUT,
      inter_token_latency: undefined,
      time_to_first_token: undefined,
      request_latency: metric('ms', 20_000),
    }),
    reason: 'no-interactivity',
    says: 'not streamed: run it with --streaming',
  },
  {
    name: 'AIPerf in an unknown unit',
    text: json({
      ...AIPERF_METRICS,
      input_config: AIPERF_INPUT,
      inter_token_latency: metric('ticks', 20),
    }),
    reason: 'unknown-unit',
    says: 'inter_token_latency in ticks',
  },
  {
    name: 'llm-d on two kinds of GPU',
    text: LLM_D_YAML.replace('H100, count: 4', 'MI300X, count: 4'),
    reason: 'several-hardware',
    says: 'H100, MI300X',
  },
  {
    name: 'inference-perf, nothing succeeded',
    text: json({ ...INFERENCE_PERF, successes: { count: 0 } }),
    reason: 'failed-run',
    says: 'no request completed',
  },
  {
    name: 'a truncated file',
    text: json(VLLM).slice(0, -40),
    reason: 'malformed',
    says: 'not JSON',
  },
  {
    name: 'requests of other lengths',
    text: json({ ...VLLM, total_input_tokens: 20_000 }),
    reason: 'lengths-differ',
    says: 'requests of 200 in and 1024 out are not 1k1k',
  },
  {
    name: 'LLMPerf',
    text: json({ results_inter_token_latency_s_mean: 0.02 }),
    reason: 'unsupported-tool',
    says: 'LLMPerf: no time per output token',
  },
  {
    name: 'llama-bench',
    text: json([{ n_gen: 128, avg_ts: 90 }]),
    reason: 'unsupported-tool',
    says: 'llama-bench',
  },
  {
    name: 'vLLM bench latency',
    text: json({ avg_latency: 1, latencies: [1], percentiles: {} }),
    reason: 'unsupported-tool',
    says: 'vllm bench latency',
  },
  {
    name: 'vLLM bench throughput',
    text: json({ elapsed_time: 1, num_requests: 1, tokens_per_second: 1 }),
    reason: 'unsupported-tool',
    says: 'vllm bench throughput',
  },
  {
    name: 'MLPerf',
    text: 'MLPerf Results Summary\n',
    reason: 'unsupported-tool',
    says: 'MLPerf summary',
  },
];
