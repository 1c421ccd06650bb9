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
 *
 * @param growth - `runs` for one model only, run again and again
 */
export function madeRelease(
  shipped: DataSet,
  rows: number,
  growth: 'models' | 'runs' = 'models',
): BuiltRelease {
  const pattern = measuredSweeps();
  const perCopy = pattern.length * ROWS_PER_SWEEP;
  const copies = Math.max(1, Math.round(rows / perCopy));
  const workloads = shipped.vocabulary.workload.map(({ key }) => key);
  const sweeps: Sweep[] = [];
  const models = [...shipped.models];
  for (let copy = 0; copy < copies; copy++) {
    const isNewModel = copy > 0 && growth === 'models';
    const model = isNewModel ? `made-${copy}` : 'deepseek-r1';
    if (isNewModel) models.push({ ...shipped.models[0]!, key: model, label: model, aliases: [] });
    for (const [i, sweep] of pattern.entries()) {
      const workload = isNewModel ? workloads[(copy + i) % 2]! : sweep.key.workload;
      const run = isNewModel || copy === 0 ? sweep.run : `${sweep.run}-${copy}`;
      sweeps.push({ ...scaled(sweep, copy), run, key: { ...sweep.key, model, workload } });
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
