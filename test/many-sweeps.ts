import { unknownFacts } from '../src/core/point-facts.ts';
import { round9 } from '../src/core/round.ts';
import type { OperatingPoint, Sweep } from '../src/core/sweep.ts';

const GPUS = ['b200', 'b300', 'gb200', 'h100', 'h200', 'mi300x', 'mi325x', 'mi355x'];
const ENGINES = ['sglang', 'vllm', 'trt', 'dynamo-trt', 'dynamo-sglang'];
const METHODS = ['off', 'mtp'];
const PRECISIONS = ['fp4', 'fp8', 'bf16'];
const DEPLOYMENTS = ['single-node', 'multi-node', 'disagg'];

/**
 * Made-up measured sweeps, all of one model and workload and of keys of their own, with figures to 9
 * digits and facts as rows have them. The figures mean nothing.
 *
 * @param count - up to 720
 * @param knots - of each, all on its frontier
 */
export function manySweeps(count: number, knots: number): Sweep[] {
  return Array.from({ length: count }, (_, i) => sweep(i, knots));
}

function sweep(i: number, knots: number): Sweep {
  let rest = i;
  const next = (values: readonly string[]) => {
    const value = values[rest % values.length]!;
    rest = Math.floor(rest / values.length);
    return value;
  };
  const [hardware, framework] = [next(GPUS), next(ENGINES)];
  const key = {
    model: 'deepseek-r1',
    hardware,
    precision: '',
    specMethod: next(METHODS),
    framework,
    deployment: '',
    workload: '8k1k',
    interactivityBasis: 'median-tpot' as const,
    offload: null,
  };
  const run = String(20_356_790_608 + i * 7_919);
  const date = `2026-${String(1 + (i % 9)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;
  const level = 1 + noise(i) * 4;
  return {
    key: { ...key, precision: next(PRECISIONS), deployment: next(DEPLOYMENTS) },
    basis: 'measured',
    run,
    label: null,
    date,
    rates: null,
    issue: null,
    passedOver: [],
    sources: [
      {
        date,
        framework,
        image: `registry.example/${framework}:v0.${i % 12}.${i % 5}`,
        url: `https://ci.example/actions/runs/${run}`,
        license: 'Apache-2.0',
        attribution: 'Made up for tests',
        file: null,
        tool: null,
        sha256: null,
      },
    ],
    points: Array.from({ length: knots }, (_, j) => point(i, j, knots, level)),
  };
}

function point(i: number, j: number, knots: number, level: number): OperatingPoint {
  const share = (j + 0.5 * noise(i * 31 + j)) / knots;
  const interactivity = 12 + level * 30 * share * (1 + share);
  return {
    ...unknownFacts(),
    interactivity: round9(interactivity),
    throughput: round9((level * 90_000 * (1.05 - share)) / (interactivity + 9)),
    concurrency: 2 ** Math.round((1 - share) * 9),
    gpus: [4, 8, 16, 72][i % 4]!,
    ttft: round9(0.1 + noise(i * 17 + j) + 3 * (1 - share)),
    parallelism: `TP${[4, 8][j % 2]} EP${[1, 8][i % 2]}`,
    rounded: false,
    source: 0,
  };
}

/** From 0 to 1, the same each time, with digits like a measurement's. */
function noise(seed: number): number {
  const value = Math.sin(seed * 12.9898 + 1) * 43_758.5453;
  return value - Math.floor(value);
}
