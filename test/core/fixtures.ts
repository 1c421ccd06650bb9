import type { Point } from '../../src/core/frontier.ts';
import type { SweepEntry } from '../../src/core/release.ts';
import { unknownFacts } from '../../src/core/point-facts.ts';
import { UNSTATED_SOURCE } from '../../src/core/sweep.ts';
import type { OperatingPoint, Source, Sweep, SweepKey } from '../../src/core/sweep.ts';
import { sweepKnots } from '../../src/core/frontier.ts';
import type { Catalog, Vocabulary } from '../../src/core/vocabulary.ts';

/** Invented, small: enough to name every dimension, with keys of one and of several pieces. */
export const vocabulary: Vocabulary = {
  hardware: [
    { key: 'g1', label: 'G1', vendor: 'Vee', architecture: 'Blackwell' },
    { key: 'g2', label: 'G2', vendor: 'Vee', architecture: 'Two' },
    { key: 'g2-rack', label: 'G2 Rack', vendor: 'Vee', architecture: 'Two' },
    { key: 'm3', label: 'M3', vendor: 'Emm', architecture: 'CDNA 4' },
    { key: 'm4', label: 'M4', vendor: 'Emm', architecture: 'Four' },
  ],
  precision: [
    { key: 'fp4', label: 'FP4' },
    { key: 'fp8', label: 'FP8' },
  ],
  specMethod: [
    { key: 'off', label: 'Off' },
    { key: 'mtp', label: 'MTP' },
  ],
  framework: [
    { key: 'sglang', label: 'SGLang', family: 'sglang' },
    { key: 'dynamo-sglang', label: 'Dynamo SGLang', family: 'sglang' },
    { key: 'vllm', label: 'vLLM', family: 'vllm' },
  ],
  deployment: [
    { key: 'single-node', label: 'single node' },
    { key: 'disagg', label: 'disaggregated' },
  ],
  workload: [
    { key: '1k1k', label: '1k/1k', isl: 1024, osl: 1024 },
    { key: '8k1k', label: '8k/1k', isl: 8192, osl: 1024 },
    { key: 'traces', label: 'Traces', isl: null, osl: null },
  ],
};

export const catalog: Catalog = {
  models: [{ key: 'mo-1', label: 'Mo 1', aliases: ['mo'] }],
  vocabulary,
  presets: [],
  rates: [
    {
      id: '2025-01',
      asOf: '2025-01',
      source: 'invented',
      hardware: {
        g1: { powerKw: 2, usdPerGpuHour: { hyperscaler: 3.6 } },
        g2: { powerKw: 2, usdPerGpuHour: { hyperscaler: 7.2 } },
        m3: { powerKw: null, usdPerGpuHour: { hyperscaler: 1.8 } },
      },
    },
    {
      id: '2026-01',
      asOf: '2026-01',
      source: 'invented',
      hardware: {
        g1: { powerKw: 1, usdPerGpuHour: { hyperscaler: 1.8, neocloud: 2.4 } },
        g2: { powerKw: 1, usdPerGpuHour: { hyperscaler: 3.6 } },
      },
    },
  ],
};

/** `'20:2000 50:900'` is two points: 20 tok/s/user at 2000 tok/s/GPU, then 50 at 900. */
export function points(text: string): Point[] {
  return text.split(' ').map((pair) => {
    const [interactivity = NaN, throughput = NaN] = pair.split(':').map(Number);
    return { interactivity, throughput };
  });
}

/** As {@link points}, with everything else unknown; `20:2000~` is rounded. */
export function operatingPoints(
  text: string,
  facts: Partial<OperatingPoint> = {},
): OperatingPoint[] {
  return text.split(' ').map((pair) => ({
    ...points(pair.replace('~', ''))[0]!,
    ...unknownFacts(),
    rounded: pair.endsWith('~'),
    source: 0,
    ...facts,
  }));
}

export const source: Source = { ...UNSTATED_SOURCE, url: 'https://runs.example/1' };

export interface SweepSketch extends Partial<Omit<Sweep, 'key' | 'points'>> {
  readonly key?: Partial<SweepKey>;
  readonly points: string | OperatingPoint[];
  readonly isDefault?: boolean;
}

/** A measured sweep of `mo-1` on `g1` at FP8, Off, SGLang, single node, 1k/1k unless told otherwise. */
export function sweep(sketch: SweepSketch): Sweep {
  const { key, points: given, isDefault: _, ...rest } = sketch;
  return {
    key: {
      model: 'mo-1',
      hardware: 'g1',
      precision: 'fp8',
      specMethod: 'off',
      framework: 'sglang',
      deployment: 'single-node',
      workload: '1k1k',
      interactivityBasis: 'median-tpot',
      offload: null,
      ...key,
    },
    basis: 'measured',
    run: '1',
    label: null,
    date: '2026-05-20',
    rates: null,
    issue: null,
    passedOver: [],
    sources: [source],
    points: typeof given === 'string' ? operatingPoints(given) : given,
    ...rest,
  };
}

/** What a manifest says of a sweep. */
export function entryOf(from: Sweep, isDefault = true): SweepEntry {
  const { key, basis, run, label, date, rates } = from;
  const knots = sweepKnots(from.points, basis);
  const curve = knots.flatMap(({ interactivity, throughput }) => [interactivity, throughput]);
  return { key, basis, run, label, date, rates, isDefault, hasIssue: from.issue !== null, curve };
}
