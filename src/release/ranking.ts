import type { RankOptions } from '../core/ranking/rank-options.ts';
import { ranking } from '../core/ranking/ranking.ts';
import type { Ranking } from '../core/ranking/ranking-types.ts';
import { compareText } from '../core/sweep.ts';
import { frontiersName } from '../kv/keys.ts';
import type { Release } from '../kv/store.ts';
import { readRankCurves } from './rank-curves.ts';

/**
 * The ranking that an address asks of a release, from the model's index and one blob: that of the frontiers, or with a
 * limit of the first token, or a chart that needs them, that of all points.
 *
 * @returns `null` where the model and workload have no sweep of what is asked for
 */
export async function readRanking(
  release: Release,
  { model, workload }: { readonly model: string; readonly workload: string },
  options: RankOptions,
): Promise<Ranking | null> {
  const { id, publishedAt, catalog } = release.manifest;
  const curves = await readRankCurves(release, { model, workload }, options);
  if (curves === null) return null;
  return ranking({
    model,
    workload,
    ...curves,
    catalog,
    release: { id, publishedAt },
    options,
  });
}

/** The label of a workload, by its key. */
export function labelOfWorkload({ manifest }: Pick<Release, 'manifest'>): (key: string) => string {
  const { workload } = manifest.catalog.vocabulary;
  return (key) => workload.find((entry) => entry.key === key)?.label ?? key;
}

/** The workloads of a model that can be ranked, those with default runs, in the order of their keys. */
export function rankedWorkloads({ manifest }: Pick<Release, 'manifest'>, model: string): string[] {
  const prefix = frontiersName(model, '');
  const names = Object.keys(manifest.data).filter((name) => name.startsWith(prefix));
  return names.map((name) => name.slice(prefix.length)).toSorted(compareText);
}
