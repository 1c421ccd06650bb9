import type { DataSet } from '../../data/load/data-set.ts';
import { buildRelease } from '../../data/release/release.ts';
import type { BuiltRelease } from '../../data/release/release.ts';
import type { Sweep } from '../../src/core/sweep.ts';
import { measuredSweeps } from '../measured-sweeps.ts';

const FACTOR_STEP = 1e-4;
const ROWS_PER_SWEEP = 100;

/**
 * A release of about so many rows as years of benchmarks would make it: more models with more
 * workloads, each with the same sweeps of 100 rows. One of them is `deepseek-r1` on 1k1k.
 */
export function madeRelease(shipped: DataSet, rows: number): BuiltRelease {
  const pattern = measuredSweeps();
  const perCopy = pattern.length * ROWS_PER_SWEEP;
  const copies = Math.max(1, Math.round(rows / perCopy));
  const workloads = shipped.vocabulary.workload.map(({ key }) => key);
  const sweeps: Sweep[] = [];
  const models = [...shipped.models];
  for (let copy = 0; copy < copies; copy++) {
    const model = copy === 0 ? 'deepseek-r1' : `made-${copy}`;
    if (copy > 0) models.push({ ...shipped.models[0]!, key: model, label: model, aliases: [] });
    for (const [i, sweep] of pattern.entries()) {
      const workload = copy === 0 ? sweep.key.workload : workloads[(copy + i) % 2]!;
      sweeps.push({ ...scaled(sweep, copy), key: { ...sweep.key, model, workload } });
    }
  }
  const unique = [...new Map(sweeps.map((s) => [JSON.stringify([s.key, s.run]), s])).values()];
  return buildRelease({ ...shipped, models, presets: [], sweeps: unique });
}

/** Another model's figures: each point a little different, with four that it beats beside it. */
function scaled(sweep: Sweep, copy: number): Sweep {
  const points = sweep.points.flatMap((point) => {
    const throughput = point.throughput * (1 + copy * FACTOR_STEP);
    const beaten = [0.9, 0.8, 0.7, 0.6].map((share) => ({
      ...point,
      throughput: throughput * share,
    }));
    return [{ ...point, throughput }, ...beaten];
  });
  return { ...sweep, points };
}
