import { unknownFacts } from '../src/core/point-facts.ts';
import { UNSTATED_SOURCE } from '../src/core/sweep.ts';
import type { OperatingPoint, Sweep } from '../src/core/sweep.ts';

const MODEL = 'deepseek-r1';

/**
 * Made-up measured sweeps of 20 knots each on smooth hyperbolas: four GPUs, two spec methods, two
 * engines, two runs and two labelled runs. The figures mean nothing; their shape is that of rows.
 */
export function measuredSweeps(): Sweep[] {
  const gpus = ['b200', 'b300', 'mi300x', 'mi355x'];
  const byGpu = gpus.flatMap((hardware, i) => [
    sweep({ hardware, level: 1 + i / 3 }),
    sweep({ hardware, specMethod: 'mtp', level: 1.7 + i / 3 }),
  ]);
  return [
    ...byGpu,
    sweep({ hardware: 'b200', framework: 'trt', level: 1.4 }),
    sweep({ hardware: 'b200', workload: '8k1k', level: 0.8 }),
    sweep({ hardware: 'b200', run: '900', date: '2026-03-01', level: 0.9 }),
    sweep({ hardware: 'h100', run: '1', label: 'before', date: '2026-05-01', level: 0.5 }),
    sweep({ hardware: 'h100', run: '2', label: 'after', date: '2026-05-02', level: 0.6 }),
  ];
}

interface Made {
  readonly hardware: string;
  /** scale of the throughput */
  readonly level: number;
  readonly specMethod?: string;
  readonly framework?: string;
  readonly workload?: string;
  readonly run?: string;
  readonly date?: string;
  readonly label?: string;
}

function sweep({ hardware, level, ...more }: Made): Sweep {
  const { run = '1000', date = '2026-05-20', label = null, ...rest } = more;
  const { specMethod = 'off', framework = 'sglang', workload = '1k1k' } = rest;
  return {
    key: {
      model: MODEL,
      hardware,
      precision: 'fp8',
      specMethod,
      framework,
      deployment: 'single-node',
      workload,
      interactivityBasis: 'median-tpot',
      offload: null,
    },
    basis: 'measured',
    run,
    label,
    date,
    rates: null,
    issue: null,
    passedOver: [],
    sources: [
      {
        ...UNSTATED_SOURCE,
        date,
        framework,
        image: `registry.example/${framework}:v0.9.${run}`,
        url: `https://ci.example/runs/${run}/${hardware}/${specMethod}`,
        license: 'CC-BY-4.0',
        attribution: 'Made up for tests',
      },
    ],
    points: Array.from({ length: 20 }, (_, i) => point(i, level)),
  };
}

/** From 20 tok/s/user at high concurrency to 191 at one request, TTFT falling from 8.1 s to 0.5 s. */
function point(i: number, level: number): OperatingPoint {
  const interactivity = 20 + 9 * i + level;
  return {
    interactivity,
    throughput: (level * 123_456.789) / (interactivity + 7),
    ...unknownFacts(),
    concurrency: 2 ** Math.round((19 - i) / 2),
    gpus: 8,
    ttft: 0.5 + 0.4 * (19 - i),
    tpot: 1 / interactivity,
    parallelism: 'TP8',
    rounded: false,
    source: 0,
  };
}
