import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadData } from '../../../data/load/load.ts';
import type { DataSet } from '../../../data/load/data-set.ts';

/**
 * Made-up data of somebody's own, and none that ship: one model that ships nowhere, two GPUs, one
 * workload of their own, a rate card with tiers of its own, and no preset.
 */
export async function ownDataSet(): Promise<DataSet> {
  const dir = await mkdtemp(join(tmpdir(), 'matchpoint-own-'));
  try {
    for (const [path, content] of Object.entries(FILES)) {
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await writeFile(join(dir, path), JSON.stringify(content));
    }
    return await loadData([dir], { isOnly: true });
  } finally {
    await rm(dir, { recursive: true });
  }
}

/** The rate card: the prices of one GPU in two tiers, of the other in one. */
const CARD = {
  id: 'own-2026',
  asOf: '2099-12', // after those that ship, so that it is the default
  source: 'our contracts',
  hardware: {
    q1: { powerKw: 1.1, usdPerGpuHour: { 'reserved-3y': 1.8, spot: 0.9 } },
    q2: { powerKw: 1.3, usdPerGpuHour: { 'reserved-3y': 3.6 } },
  },
};

const FILES: Readonly<Record<string, unknown>> = {
  'models.json': [{ key: 'own-model', label: 'Own Model', raw: ['own'], aliases: [] }],
  'vocabulary.json': {
    hardware: ['q1', 'q2'].map((key) => ({
      key,
      label: key.toUpperCase(),
      vendor: 'Own',
      architecture: 'Own',
    })),
    workload: [{ key: '2k200', label: '2k/200', isl: 2048, osl: 200 }],
  },
  'rates/own-2026.json': CARD,
  'sweeps/own-model.json': {
    model: 'own-model',
    sweeps: [sweep('q1', 1), sweep('q2', 2)],
  },
};

function sweep(hardware: string, times: number) {
  const points = [
    [20, 2000],
    [40, 1500],
    [60, 900],
    [80, 300],
  ];
  return {
    hardware,
    precision: 'fp8',
    specMethod: 'off',
    workload: '2k200',
    interactivityBasis: 'median-tpot',
    basis: 'measured',
    run: '123',
    date: '2026-11-01',
    sources: [{}],
    points: points.map(([interactivity, throughput]) => ({
      interactivity,
      throughput: throughput! * times,
      ttft: 0.5,
      concurrency: 8,
      source: 0,
    })),
  };
}
