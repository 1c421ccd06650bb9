import type { DataSet } from '../../../data/load/data-set.ts';
import { unknownFacts } from '../../../src/core/point-facts.ts';
import { UNSTATED_SOURCE } from '../../../src/core/sweep.ts';
import type { OperatingPoint, Sweep } from '../../../src/core/sweep.ts';

export const POINT: OperatingPoint = {
  interactivity: 20,
  throughput: 1000,
  ...unknownFacts(),
  rounded: false,
  source: 0,
};

/** A small data set that keeps every rule, for tests to break. */
export const VALID: DataSet = {
  models: [
    { key: 'ant', label: 'Ant', raw: ['ant1', 'ant-1'], pools: [], aliases: ['ants'] },
    { key: 'bee', label: 'Bee 1/2', raw: [], pools: ['bee1', 'bee2'], aliases: [] },
  ],
  vocabulary: {
    hardware: [
      { key: 'x1', label: 'X1', vendor: 'X', architecture: 'One' },
      { key: 'x2', label: 'X2', vendor: 'X', architecture: 'Two' },
    ],
    precision: [
      { key: 'fp4', label: 'FP4' },
      { key: 'fp8', label: 'FP8' },
    ],
    specMethod: [{ key: 'off', label: 'Off' }],
    framework: [{ key: 'dyn-eng', label: 'Dyn Eng', family: 'eng' }],
    deployment: [{ key: 'single-node', label: 'single-node' }],
    workload: [{ key: '1k1k', label: '1k/1k', isl: 1024, osl: 1024 }],
  },
  aliases: {
    hardware: {},
    precision: { nvfp4: 'fp4' },
    specMethod: { none: 'off' },
    framework: {},
    deployment: {},
    workload: {},
  },
  presets: [
    {
      id: 'ant/fp8-1k1k/x1-vs-x2',
      old: ['/compare/ant-x1-vs-x2'],
      basis: 'published',
      matched: { specMethod: null, framework: null, deployment: null },
      targets: [20, 40.5],
    },
  ],
  rates: [
    {
      id: '2025-08',
      asOf: '2025-08',
      source: 'a survey',
      hardware: { x1: { powerKw: 1.5, usdPerGpuHour: { hyperscaler: 2 } } },
    },
  ],
  knownIssues: [
    { run: '123', effect: 'exclude', reason: 'accuracy', url: null, only: { hardware: 'x1' } },
  ],
  sweeps: [publishedSweep('x1'), publishedSweep('x2')],
  origins: new Map(),
};

/** One published point of model Ant in FP8. */
export function publishedSweep(hardware: string): Sweep {
  return {
    key: {
      model: 'ant',
      hardware,
      precision: 'fp8',
      specMethod: null,
      framework: null,
      deployment: null,
      workload: '1k1k',
      interactivityBasis: 'median-tpot',
      offload: null,
    },
    basis: 'published',
    run: 'published',
    label: null,
    date: null,
    rates: '2025-08',
    issue: null,
    passedOver: [],
    sources: [{ ...UNSTATED_SOURCE, url: 'https://example.org/page', attribution: 'Example' }],
    points: [POINT],
  };
}

/** The same as a measurement, under a label. */
export function measuredSweep(run: string, label: string | null): Sweep {
  return { ...publishedSweep('x1'), basis: 'measured', run, label, rates: null };
}
