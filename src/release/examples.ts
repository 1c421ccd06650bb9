import { configurationTokens } from '../core/configuration-tokens.ts';
import { plainHeadline } from '../core/headline.ts';
import { offeredIds } from '../core/offered-comparisons.ts';
import { cardTiers } from '../core/price-tiers.ts';
import { mostCoveredSpeed } from '../core/ranking/default-target.ts';
import { FILTER_DIMENSIONS, filterRows } from '../core/ranking/filters.ts';
import type { FilterDimension } from '../core/ranking/filters.ts';
import { rankGroup } from '../core/ranking/rank-group.ts';
import type { Range } from '../core/range.ts';
import type { ReleaseIndex } from '../core/release-index.ts';
import type { SweepEntry } from '../core/release.ts';
import type { Basis, InteractivityBasis } from '../core/sweep.ts';
import { printTokens } from '../core/tokens.ts';

/**
 * What stands in the examples that a site shows: taken of the release that it serves, so that each
 * of them has an answer there, whatever its data are.
 */
export interface ReleaseExamples {
  /** key of the model that all are of; `null` in a release without sweeps */
  readonly model: string | null;
  /** `null` where no two sweeps can be compared */
  readonly comparison: ExampleComparison | null;
  /** `null` where the model has no ranking */
  readonly ranking: ExampleRanking | null;
  /** id of the newest rate card, and the last of its tiers; `null` without one */
  readonly rates: { readonly id: string; readonly tier: string | null } | null;
}

interface ExampleComparison {
  /** `<model>/<shared tokens>/<sides>` */
  readonly id: string;
  readonly basis: Basis;
  /** tok/s/user; `null` where its sides have no speed in common */
  readonly at: number | null;
}

interface ExampleRanking {
  readonly workload: string;
  /** tok/s/user */
  readonly at: number;
  readonly basis: Basis;
  readonly speed: InteractivityBasis;
  /** key of one of its rows */
  readonly row: string;
  /** at most two values that its rows have, by filter */
  readonly filters: Readonly<Record<FilterDimension, readonly string[]>>;
}

/** How many values an example of a list has at most. */
const FEW = 2;

/** The first preset that says something, or else the first comparison that any model can answer. */
export function releaseExamples(index: ReleaseIndex): ReleaseExamples {
  const { models, rates } = index.manifest.catalog;
  const comparison = exampleComparison(index);
  const withSweeps = models.find(({ key }) => index.entriesOf(key).length > 0);
  const model = comparison?.id.split('/')[0] ?? withSweeps?.key ?? null;
  const card = rates.at(-1);
  return {
    model,
    comparison,
    ranking: model === null ? null : exampleRanking(index, model, comparison?.basis ?? null),
    rates: card === undefined ? null : { id: card.id, tier: cardTiers(card).at(-1) ?? null },
  };
}

function exampleComparison(index: ReleaseIndex): ExampleComparison | null {
  const { models, presets } = index.manifest.catalog;
  let silent: ExampleComparison | null = null;
  for (const id of candidates()) {
    const address = index.addressOf(id);
    const plain = address && plainHeadline(index, address);
    if (plain === null) continue;
    const example = {
      id,
      basis: plain.basis,
      at: plain.headline && asTarget(plain.headline.interactivity),
    };
    if (example.at !== null) return example;
    silent ??= example;
  }
  return silent;

  function* candidates(): Generator<string> {
    for (const { id } of presets) yield id;
    for (const { key } of models) yield* offeredIds(index, key);
  }
}

/** The ranking with the most rows, of the comparison's basis, which one address has as well as the other. */
function exampleRanking(
  { entriesOf, manifest }: ReleaseIndex,
  model: string,
  basis: Basis | null,
): ExampleRanking | null {
  const entries = entriesOf(model);
  const workloads = [...new Set(entries.map(({ key }) => key.workload))];
  const asked = { basis, interactivityBasis: null };
  const all = workloads.flatMap((workload) => rankGroup(entries, workload, asked) ?? []);
  const [largest] = all.toSorted((a, b) => b.entries.length - a.entries.length);
  if (largest === undefined) return null;
  const [first] = largest.entries;
  const { key } = first!;
  const keys = largest.entries.map((entry) => entry.key);
  const { counts } = filterRows(keys, {}, manifest.catalog.vocabulary);
  return {
    workload: key.workload,
    at: asTarget(mostCoveredSpeed(largest.entries.map(rangeOf))!),
    basis: first!.basis,
    speed: key.interactivityBasis,
    row: printTokens(configurationTokens(key)),
    filters: Object.fromEntries(
      FILTER_DIMENSIONS.map((dimension) => [
        dimension,
        counts[dimension].slice(0, FEW).map((value) => value.key),
      ]),
    ) as Record<FilterDimension, string[]>,
  };
}

function rangeOf({ curve }: SweepEntry): Range {
  return { min: curve[0]!, max: curve.at(-2)! };
}

/** As near as an address can say it. */
function asTarget(speed: number): number {
  return Math.round(speed * 10) / 10;
}
