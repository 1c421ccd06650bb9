import { rateCard } from '../core/compare.ts';
import { tierOf } from '../core/price-tiers.ts';
import { tokenShares } from '../core/cost.ts';
import { mostCoveredSpeed } from '../core/ranking/default-target.ts';
import type { RankOptions } from '../core/ranking/rank-options.ts';
import type { Release } from '../kv/store.ts';
import { readRankCurves } from './rank-curves.ts';

/**
 * The curves that rankings of a model and workload are made of, and what else they follow from.
 *
 * @returns `null` where the model and workload have no sweep of what is asked for
 */
export async function readRankChart(
  release: Release,
  { model, workload }: { readonly model: string; readonly workload: string },
  options: RankOptions,
) {
  const curves = await readRankCurves(release, { model, workload }, options);
  if (curves === null) return null;
  const { catalog, id } = release.manifest;
  const { vocabulary, models, rates } = catalog;
  const sweeps = curves.sides.flatMap((side) => side.sweeps);
  const sides = curves.sides.map(({ side }) => side);
  const hardware = new Set(sides.map((side) => side.hardware));
  const card = rateCard(sweeps, rates, options.rates);
  const entry = vocabulary.workload.find(({ key }) => key === workload);
  const label = models.find(({ key }) => key === model)?.label ?? model;
  return {
    frame: {
      id: `${model}/${workload}`,
      release: id,
      model: { key: model, label },
      workload: { key: workload, label: entry?.label ?? workload },
      basis: sweeps[0]!.basis,
      at: mostCoveredSpeed(sides.flatMap(({ range }) => range ?? [])),
      tokenShares: entry ? tokenShares(entry.isl, entry.osl) : null,
      card: {
        ...card,
        hardware: Object.fromEntries(
          Object.entries(card.hardware).filter(([key]) => hardware.has(key)),
        ),
      },
      tier: tierOf(card, null),
      vocabulary,
    },
    sides,
  };
}

/**
 * All points that rankings of a model and workload are made of.
 *
 * @returns `null` where the model and workload have no sweep of what is asked for
 */
export async function readRankPoints(
  release: Release,
  located: { readonly model: string; readonly workload: string },
  options: RankOptions,
) {
  const chart = { ...options.chart, hasBeaten: true }; // or the frontiers alone are read
  const curves = await readRankCurves(release, located, { ...options, chart });
  if (curves === null) return null;
  const { model, workload } = located;
  const { basis } = curves.sides[0]!.sweeps[0]!;
  const { stat } = options;
  const frame = { id: `${model}/${workload}`, release: release.manifest.id, basis, stat };
  return { frame, sides: curves.sides };
}
