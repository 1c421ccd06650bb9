import { compare } from '../../../src/core/compare.ts';
import type { Comparison } from '../../../src/core/comparison-types.ts';
import { leadAmong, leaderOf } from '../../../src/core/lead.ts';
import type { Candidate } from '../../../src/core/lead.ts';
import { rankMetric } from '../../../src/core/ranking/rank-metrics.ts';
import { DEFAULT_OPTIONS } from '../../../src/core/options.ts';
import { rankQuery } from '../../../src/core/ranking/rank-query.ts';
import type { RankOptions } from '../../../src/core/ranking/rank-options.ts';
import type { RankMetricName } from '../../../src/core/ranking/rank-metrics.ts';
import { outputShare } from '../../../src/core/side.ts';
import { rankGroup } from '../../../src/core/ranking/rank-group.ts';
import { rankSides } from '../../../src/core/ranking/rank-sides.ts';
import { ranking } from '../../../src/core/ranking/ranking.ts';
import type { Ranking } from '../../../src/core/ranking/ranking-types.ts';
import { runCounts } from '../../../src/core/ranking/run-counts.ts';
import type { SweepEntry } from '../../../src/core/release.ts';
import type { Sweep } from '../../../src/core/sweep.ts';
import type { Catalog } from '../../../src/core/vocabulary.ts';
import { catalog, entryOf } from '../fixtures.ts';

/** The sweeps of a model and workload with what says what their keys mean. */
export interface RankData {
  readonly entries: readonly SweepEntry[];
  readonly sweepOf: (entry: SweepEntry) => Sweep;
  readonly catalog: Catalog;
  readonly model: string;
  readonly workload: string;
}

/** What is asked of a ranking by an address without a query. */
const DEFAULTS: RankOptions = { ...DEFAULT_OPTIONS, ...rankQuery({}), at: null, basis: null };

const release = { id: '0123456789ab', publishedAt: '2026-11-23T09:00:00Z' };

/** The ranking of some sweeps; `null` where there is none to rank. */
export function rankingOf(
  { entries, sweepOf, catalog, model, workload }: RankData,
  options: Partial<RankOptions> = {},
): Ranking | null {
  const asked = { ...DEFAULTS, ...options };
  const group = rankGroup(entries, workload, asked);
  if (group === null) return null;
  const sides = rankSides(group.entries, sweepOf, asked, catalog.vocabulary);
  const runs = runCounts(group.entries, entries);
  const { apart } = group;
  return ranking({ model, workload, sides, runs, apart, catalog, release, options: asked });
}

/** The ranking of invented sweeps, all of one model and workload of the fixtures. */
export function inventedRanking(
  sweeps: readonly Sweep[],
  options: Partial<RankOptions> = {},
): Ranking | null {
  const entries = sweeps.map((one) => entryOf(one));
  const sweepOf = (entry: SweepEntry) => sweeps.find(({ key }) => key === entry.key)!;
  return rankingOf({ entries, sweepOf, catalog, model: 'mo-1', workload: '1k1k' }, options);
}

/**
 * All configurations of a ranking in one comparison, as `/compare` would read them: the document
 * from which the slow definition takes every number. There is no limit of four sides here.
 */
export function comparisonOf(
  { entries, sweepOf, catalog, model, workload }: RankData,
  at: readonly number[],
  options: Partial<RankOptions> = {},
): Comparison {
  const asked = { ...DEFAULTS, ...options };
  const group = rankGroup(entries, workload, asked)!;
  const named = ['hardware', 'precision', 'specMethod', 'framework', 'deployment'] as const;
  const sides = group.entries.map(({ key }) =>
    Object.fromEntries(named.flatMap((d) => (key[d] === null ? [] : [[d, key[d]]]))),
  );
  const { basis } = group.entries[0]!;
  return compare({
    address: { model, shared: {}, sides },
    match: {
      chosen: {
        basis,
        interactivityBasis: group.entries[0]!.key.interactivityBasis,
        matched: { workload },
        mismatch: [],
        sides: group.entries.map((entry) => [entry]),
      },
      alternatives: [],
      moreAlternatives: 0,
    },
    preset: null,
    entries,
    sweepOf,
    catalog,
    release,
    options: { ...asked, at, pool: true }, // else it looks for the best recipe of every subset
    titleOf: () => '',
  });
}

/**
 * Every configuration at a speed as a candidate of a comparison: at its curve, or, where that begins
 * above, at its first knot. By its key; those that end below, or have no number, are left out.
 */
export function candidatesAt(
  data: RankData,
  at: number,
  by: RankMetricName,
  options: Partial<RankOptions> = {},
): (Candidate & { readonly isBound: boolean; readonly hardware: string })[] {
  const c = comparisonOf(data, [at], options);
  const { of } = rankMetric(by);
  return c.sides.flatMap((side, i) => {
    if (side.range === null || at > side.range.max) return [];
    const isBound = at < side.range.min;
    const x = isBound ? side.range.min : at;
    const read = isBound
      ? comparisonOf(data, [x], options).values[0]!.sides[i]!
      : c.values[0]!.sides[i]!;
    const share = outputShare(data.catalog.vocabulary, data.workload);
    const metric = (throughput: number) =>
      of({ ...side, throughput, util: c.util, outputShare: share, interactivity: x });
    const value = metric(read.throughput!);
    if (value === null) return [];
    const ends = read.likely!.map((end) => metric(end)!).sort((a, b) => a - b);
    const likely = [ends[0]!, ends[1]!] as const;
    const { key, hardware } = side;
    return { side: key, value, low: likely[0], high: likely[1], likely, isBound, hardware };
  });
}

/** Whether a is decidedly better than b, as a comparison of the two says it. */
export function isAhead(a: Candidate, b: Candidate, isLowerBetter: boolean): boolean {
  return leaderOf(leadAmong([a, b], isLowerBetter)) === a.side;
}
