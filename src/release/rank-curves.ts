import type { LeaderStretch } from '../core/ranking/leaders.ts';
import { needsAllPoints } from '../core/ranking/chart-options.ts';
import { rankGroup } from '../core/ranking/rank-group.ts';
import type { RankOptions } from '../core/ranking/rank-options.ts';
import type { Ranking } from '../core/ranking/ranking-types.ts';
import { runCounts } from '../core/ranking/run-counts.ts';
import { rankSides } from '../core/ranking/rank-sides.ts';
import type { RankSide } from '../core/ranking/rank-sides.ts';
import type { Manifest, SweepEntry } from '../core/release.ts';
import { ByteCache } from '../kv/byte-cache.ts';
import type { Release } from '../kv/store.ts';
import { readSweeps } from './sweeps.ts';

/** What rankings have in common that differ in their target, metric, prices or filters. */
interface RankCurves {
  readonly sides: readonly RankSide[];
  readonly apart: readonly SweepEntry[];
  readonly runs: Ranking['runs'];
  /** Who leads from where to where, by what that follows from: made once while there is room. */
  readonly leadersOf: (key: string, make: () => LeaderStretch[]) => LeaderStretch[];
}

/** Kept for each release that is in memory, bytes; the curves of a model and limit are 20 to 400 kB. */
const CURVE_BYTES = 3 * 2 ** 20;
const LEADER_BYTES = 2 ** 20;
/** What a configuration, one of its points and a stretch of leaders weigh in memory, about. */
const WEIGHTS = { side: 2048, point: 320, stretch: 160 };

interface Kept {
  readonly curves: ByteCache<RankCurves>;
  readonly leaders: ByteCache<LeaderStretch[]>;
}

/** Manifests are parsed once and never change: what follows from one is forgotten with it. */
const keptOf = new WeakMap<Manifest, Kept>();

/**
 * The curves that rankings of a model and workload are made of, from the model's index and one blob,
 * or, with a limit of the first token or a chart that needs them, from all points. Made once for
 * each of these while there is room.
 *
 * @returns `null` where the model and workload have no sweep of what is asked for
 */
export async function readRankCurves(
  release: Release,
  { model, workload }: { readonly model: string; readonly workload: string },
  options: RankOptions,
): Promise<RankCurves | null> {
  const { basis, interactivityBasis, pool, ttft, stat, chart } = options;
  const isWhole = ttft !== null || needsAllPoints(chart);
  const kept = keptFor(release.manifest);
  const limit = ttft === null ? isWhole : `${ttft} ${stat}`;
  const key = [model, workload, basis, interactivityBasis, pool, limit].join(' ');
  const held = kept.curves.get(key);
  if (held !== null) return held;
  const { entriesOf } = await release.withSweeps([model]);
  const entries = entriesOf(model);
  const group = rankGroup(entries, workload, options);
  if (group === null) return null;
  const sweepOf = await readSweeps(release, group.entries, isWhole);
  const { vocabulary } = release.manifest.catalog;
  const sides = rankSides(group.entries, sweepOf, options, vocabulary);
  const curves: RankCurves = {
    sides,
    apart: group.apart,
    runs: runCounts(group.entries, entries),
    leadersOf(what, make) {
      const name = `${key} ${what}`;
      const held = kept.leaders.get(name);
      if (held !== null) return held;
      const stretches = make();
      kept.leaders.set(name, stretches, name.length * 2 + stretches.length * WEIGHTS.stretch);
      return stretches;
    },
  };
  kept.curves.set(key, curves, weightOf(sides));
  return curves;
}

function keptFor(manifest: Manifest): Kept {
  const held = keptOf.get(manifest);
  if (held !== undefined) return held;
  const kept: Kept = {
    curves: new ByteCache(CURVE_BYTES),
    leaders: new ByteCache(LEADER_BYTES),
  };
  keptOf.set(manifest, kept);
  return kept;
}

function weightOf(sides: readonly RankSide[]): number {
  return sides.reduce((sum, { side, sweeps }) => {
    const points = sweeps.reduce((count, sweep) => count + sweep.points.length, side.knots.length);
    return sum + WEIGHTS.side + points * WEIGHTS.point;
  }, 0);
}
