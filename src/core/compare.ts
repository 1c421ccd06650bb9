import { comparedDimensions, printAddress } from './address.ts';
import type { Address } from './address.ts';
import { alternativesOf, bestRecipeHeadline, specificId } from './headline.ts';
import { commonBand, defaultTargets } from './band.ts';
import type { Comparison, Matched, ComparedSide } from './comparison-types.ts';
import { tokenShares } from './cost.ts';
import type { Match } from './match.ts';
import { headingOf, modelLabel } from './heading.ts';
import type { TitleOf } from './heading.ts';
import { comparisonNotices } from './notices.ts';
import type { CompareOptions } from './options.ts';
import { isAskedByPreset } from './assignments.ts';
import type { SweepEntry } from './release.ts';
import { comparedSide, hardwareWithOwnPrice } from './side.ts';
import type { Sweep } from './sweep.ts';
import { tokenLabel } from './tokens.ts';
import { valuesAt } from './values.ts';
import { DIMENSIONS, labelOf } from './vocabulary.ts';
import type { Catalog, NamedDimension, Preset, RateCard, Dimension } from './vocabulary.ts';
import { ownTiers, tierOf } from './price-tiers.ts';
import { pointsWithin } from './frontier.ts';
import type { EqualLoad } from './equal-loads.ts';
import { equalLoads } from './equal-loads.ts';

interface CompareInput {
  readonly address: Address;
  readonly match: Match;
  /** the preset whose address this is */
  readonly preset: Preset | null;
  /** all sweeps of the model as the manifest lists them */
  readonly entries: readonly SweepEntry[];
  /** the sweep of an entry, with its points */
  readonly sweepOf: (entry: SweepEntry) => Sweep;
  readonly catalog: Catalog;
  readonly release: { readonly id: string; readonly publishedAt: string };
  readonly options: CompareOptions;
  readonly titleOf: TitleOf;
}

/**
 * The comparison that an address asks for, from the sweeps that it was matched with.
 *
 * @throws RangeError if the options name a rate card that the catalog lacks, or there is none
 */
export function compare(input: CompareInput): Comparison {
  const { address, match, preset, catalog, options } = input;
  const { vocabulary } = catalog;
  const { chosen } = match;
  const sweeps = chosen.sides.map((entries) => entries.map(input.sweepOf));
  const card = rateCard(sweeps.flat(), catalog.rates, options.rates);
  const tier = tierOf(card, options.tier);
  const labelled = address.sides.map((tokens, i) =>
    comparedSide({ ...address.shared, ...tokens }, tokens, sweeps[i]!, {
      basis: chosen.basis,
      vocabulary,
      card,
      options: { ...options, tier },
    }),
  );
  const sides = apart(labelled);

  const ranges = sides.flatMap(({ range }) => range ?? []);
  const band = ranges.length < 2 ? null : commonBand(ranges);
  const isDisjoint = ranges.length >= 2 && band === null;
  const pinned = preset !== null && isAskedByPreset(chosen, preset) ? preset.targets : null;
  const fallback = pinned ?? (band === null ? [] : defaultTargets(band));
  const targets = [...new Set(options.at ?? fallback)].toSorted((a, b) => a - b);
  const values = valuesAt(sides, targets, { basis: chosen.basis, util: options.util });

  const compared = comparedDimensions(address);
  const tiers = ownTiers(card);
  const rates = {
    id: card.id,
    asOf: card.asOf,
    tier,
    source: card.source,
    ...(tiers && { tiers }),
  };
  const model = { key: address.model, label: modelLabel(catalog, address.model) };
  const workload = commonWorkload(address, chosen.matched, vocabulary);
  return {
    id: printAddress(address),
    specificId: specificId(address, chosen.matched),
    title: input.titleOf({
      ...headingOf(address, catalog),
      sides: sides.map(({ label }) => label),
    }),
    release: input.release,
    model,
    basis: chosen.basis,
    interactivityBasis: chosen.interactivityBasis,
    compared,
    shared: address.shared,
    matched: chosen.matched,
    mismatch: chosen.mismatch,
    pool: options.pool,
    rates,
    ownPrices: hardwareWithOwnPrice(sides, options),
    util: options.util,
    ttftLimit: options.ttft,
    tokenShares: workload && tokenShares(workload.isl, workload.osl),
    labels: usedLabels(address, [chosen, ...match.alternatives], sides, catalog),
    band,
    targets,
    sides,
    values,
    equalLoads: runLoads(compared, sweeps, options.ttft),
    notices: comparisonNotices({
      model: catalog.models.find(({ key }) => key === address.model),
      basis: chosen.basis,
      compared,
      mismatch: chosen.mismatch,
      sides,
      sweeps,
      values,
      isDisjoint,
      ttftLimit: options.ttft,
      rates,
      vocabulary,
    }),
    alternatives: alternativesOf(address, match.alternatives, vocabulary),
    moreAlternatives: match.moreAlternatives,
    bestRecipe: options.pool
      ? null
      : bestRecipeHeadline(input.entries, address, chosen, vocabulary),
  };
}

/** Two runs of one day are told apart by their numbers. */
export function apart(sides: readonly ComparedSide[]): readonly ComparedSide[] {
  const isShared = ({ label }: ComparedSide) => sides.filter((s) => s.label === label).length > 1;
  return sides.map((side) =>
    isShared(side) && side.run !== null ? { ...side, label: `${side.label} (${side.run})` } : side,
  );
}

/** Two runs of one system under the same loads; `null` where that is not what is compared. */
function runLoads(
  compared: readonly Dimension[],
  sweeps: readonly (readonly Sweep[])[],
  limit: number | null,
): EqualLoad[] | null {
  const [a, b, ...others] = sweeps.map((some) => (some.length === 1 ? some[0]! : null));
  if (compared.join() !== 'run' || !a || !b || others.length > 0) return null;
  return equalLoads(pointsWithin(a.points, limit), pointsWithin(b.points, limit));
}

/**
 * The card that all sweeps were published with, unless one is asked for; else the newest.
 *
 * @throws RangeError if there is no card of that id
 */
export function rateCard(
  sweeps: readonly Pick<Sweep, 'rates'>[],
  cards: readonly RateCard[],
  id: string | null,
): RateCard {
  const named = new Set(sweeps.map(({ rates }) => rates));
  const common = named.size === 1 ? [...named][0] : null;
  const asked = id ?? common ?? cards.at(-1)?.id;
  const card = cards.find((candidate) => candidate.id === asked);
  if (card === undefined) {
    const known = cards.map((candidate) => candidate.id).join(', ');
    throw new RangeError(`no rate card "${asked}": the release has ${known || 'none'}`);
  }
  return card;
}

/** The one workload of all sides; `null` where workloads are compared or pooled. */
function commonWorkload(address: Address, matched: Matched, { workload }: Catalog['vocabulary']) {
  const key = address.shared.workload ?? matched.workload;
  return workload.find((entry) => entry.key === key) ?? null;
}

function usedLabels(
  address: Address,
  assignments: readonly Pick<Comparison, 'matched'>[],
  sides: Comparison['sides'],
  { vocabulary }: Catalog,
): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const dimension of DIMENSIONS) {
    for (const tokens of [address.shared, ...address.sides]) {
      const key = tokens[dimension];
      if (key !== undefined) labels[key] = tokenLabel(vocabulary, dimension, key);
    }
    if (dimension === 'run') continue;
    const named: NamedDimension = dimension;
    const frameworks = sides.flatMap(({ sources }) => sources.flatMap((s) => s.framework ?? []));
    const found = [
      ...assignments.map(({ matched }) => matched[named]),
      ...sides.map((side) => side[named]),
      ...(named === 'framework' ? frameworks : []),
    ];
    for (const key of found) {
      if (key != null) labels[key] = labelOf(vocabulary, named, key);
    }
  }
  return labels;
}
