import type { QueryWords } from '../../../core/search/query-words.ts';
import { askedBy } from './rank-metrics.ts';

/** What a search understands in English, beside the names of models and tokens. */
export const queryWords: QueryWords = {
  versus: ['vs', 'versus', 'against', 'or', 'compared to', 'compared with'],
  by: askedBy,
  about: {
    hardware: ['gpu', 'gpus', 'hardware', 'chip', 'chips', 'accelerator', 'accelerators'],
    precision: ['precision', 'precisions', 'quantization', 'quantisation'],
    specMethod: ['spec decode', 'spec decoding', 'speculative', 'speculative decoding', 'spec'],
    framework: ['engine', 'engines', 'framework', 'frameworks'],
    deployment: ['deployment', 'deployments'],
  },
  tokens: {
    none: ['off'],
    'no mtp': ['off'],
    'without mtp': ['off'],
    'no spec': ['off'],
    nvfp4: ['fp4'],
    mxfp4: ['fp4'],
    trtllm: ['trt'],
    tensorrt: ['trt'],
    aggregated: ['single-node', 'multi-node'],
  },
  firstToken: ['ttft', 'first token', 'time to first token', 'latency'],
  stats: { p50: ['p50', 'median'], p99: ['p99', '99th percentile'] },
  units: {
    s: ['s', 'sec', 'secs', 'second', 'seconds'],
    ms: ['ms', 'millisecond', 'milliseconds'],
    usd: ['usd', 'dollar', 'dollars'],
  },
  fillers: [
    'a all an and are as at below between by can compare compared comparison do does',
    'first for from get give gives how i in inference interactivity is it its less',
    'llm m max me million min model models most much of on per running serve serving',
    'show speed test than that the time to tok toks token tokens tps t under up use',
    'user using what when where which who will with within benchmark benchmarks',
    'results www http https decode decoding html',
  ].flatMap((line) => line.split(' ')),
};
