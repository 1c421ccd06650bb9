import { rateCard } from '../compare.ts';
import { tokenShares } from '../cost.ts';
import { tierOf } from '../price-tiers.ts';
import type { ComparedSide } from '../comparison-types.ts';
import { hardwareWithOwnPrice } from '../side.ts';
import { NAMED_DIMENSIONS, labelOf } from '../vocabulary.ts';
import type { Catalog } from '../vocabulary.ts';
import type { Contender } from './contender.ts';
import { decide } from './decision.ts';
import { mostCoveredSpeed } from './default-target.ts';
import { filterToDrop } from './filter-to-drop.ts';
import { leaderStretches } from './leaders.ts';
import type { LeaderStretch } from './leaders.ts';
import { rankChart } from './rank-chart.ts';
import { rankNotices } from './rank-notices.ts';
import type { RankOptions, RowChoice } from './rank-options.ts';
import { configuration } from '../configuration-tokens.ts';
import { rankRows } from './rank-rows.ts';
import type { RankedConfiguration } from './rank-rows.ts';
import type { RankSide } from './rank-sides.ts';
import type { Ranking, RankLead } from './ranking-types.ts';
import type { SweepEntry } from '../release.ts';

interface RankingInput {
  readonly model: string;
  readonly workload: string;
  /** configurations of one group, in canonical order; see {@link rankSides} */
  readonly sides: readonly RankSide[];
  /** how many runs there are, of each configuration with more than one, by its key */
  readonly runs: Ranking['runs'];
  /** default runs of the workload that are not ranked with them */
  readonly apart: readonly SweepEntry[];
  readonly catalog: Catalog;
  readonly release: { readonly id: string; readonly publishedAt: string };
  readonly options: RankOptions;
  /**
   * Who leads from where to where does not follow from the target: whoever makes many rankings of
   * the same sides may keep it, by a key that says all that it follows from but them
   */
  readonly leadersOf?: (key: string, make: () => LeaderStretch[]) => LeaderStretch[];
}

/**
 * Every configuration at one interactivity, or within one cost.
 *
 * @throws RangeError if the options name a rate card that the catalog lacks, or there is none
 */
export function ranking(input: RankingInput): Ranking {
  const { model, workload, catalog, options } = input;
  const { vocabulary } = catalog;
  const { cost, util } = options;
  const card = rateCard(
    input.sides.flatMap(({ sweeps }) => sweeps),
    catalog.rates,
    options.rates,
  );
  const sides = input.sides.map(({ side }) => side);
  const at =
    cost === null
      ? (options.at ?? mostCoveredSpeed(sides.flatMap(({ range }) => range ?? [])))
      : null;
  const { basis, key } = firstOf(input.sides);
  const tier = tierOf(card, options.tier);
  const read = rankRows({ sides, vocabulary, card, basis, options: { ...options, tier }, at });
  const { all, by, rows, competing, filtered } = read;

  const curves = competing.flatMap((one) => one.contender ?? []);
  const groupOf = ({ side }: Contender) => (options.show === 'best' ? side.hardware : side.key);
  const { leadersOf = (_, make) => make() } = input;
  const leaders = leadersOf(leadersKey(curves, options.show), () =>
    leaderStretches(curves, groupOf),
  );
  const named = new Set([
    ...rows.map((row) => row.key),
    ...leaders.flatMap(({ row, over }) => [row, ...(over === null ? [] : [over])]),
  ]);
  const entry = vocabulary.workload.find((candidate) => candidate.key === workload);
  return {
    id: `${model}/${workload}`,
    release: input.release,
    model: {
      key: model,
      label: catalog.models.find((candidate) => candidate.key === model)?.label ?? model,
    },
    workload: { key: workload, label: entry?.label ?? workload },
    basis,
    interactivityBasis: key.interactivityBasis,
    at,
    cost,
    by,
    show: options.show,
    stat: options.stat,
    ttftLimit: options.ttft,
    isMeasuredOnly: options.isMeasuredOnly,
    pool: options.pool,
    rates: { id: card.id, asOf: card.asOf, tier, source: card.source },
    ownPrices: hardwareWithOwnPrice(all, options),
    util,
    tokenShares: entry ? tokenShares(entry.isl, entry.osl) : null,
    labels: labelsOf(sides, catalog),
    against: read.against,
    counts: { all: all.length, fitting: filtered.rows.length, shown: rows.length },
    rows,
    runs: options.pool ? {} : input.runs,
    lead: leadOf(read.ranked),
    leaders,
    configurations: Object.fromEntries(
      all.filter((side) => named.has(side.key)).map((side) => [side.key, configuration(side)]),
    ),
    filters: filtered.counts,
    asked: options.filters,
    notices: rankNotices({
      apart: input.apart,
      catalog,
      options,
      basis,
      rows,
      configurations: input.sides,
      sides: sides.map((side, i) => ({ ...side, ...all[i]! })),
      counts: filtered.counts,
      drop: filtered.rows.length > 0 ? null : filterToDrop(all, options.filters, vocabulary),
      card,
      tier,
      unmeasured: filtered.rows.length - competing.length,
      hasReference:
        options.against === null || filtered.rows.some(({ key: own }) => own === options.against),
    }),
    chart: rankChart({
      rows,
      sides: input.sides,
      by,
      stat: options.stat,
      util,
      options: options.chart,
    }),
  };
}

/** All that leaders follow from beside the curves of a group: who takes part, and by what weight. */
function leadersKey(curves: readonly Contender[], show: RowChoice): string {
  const each = curves.map(({ side, weight }) => `${side.key}*${weight}`);
  return [show, curves[0]?.isPerUser, ...each].join(' ');
}

/** What all of a group's sweeps have in common. */
function firstOf(sides: readonly RankSide[]) {
  const sweep = sides[0]?.sweeps[0];
  if (sweep === undefined) throw new RangeError('a ranking has at least one configuration');
  return sweep;
}

/** Who is best among the ranked. */
function leadOf(ranked: readonly RankedConfiguration[]): RankLead | null {
  const standings = ranked.map(({ standing }) => standing!);
  const decision = decide(
    standings.map(({ spread }) => spread.value),
    (i) => standings[i]!.spread,
    () => Infinity,
    (i) => standings[i]!.isBound,
  );
  if (decision === null) return null;
  const { best, next, against, outcome, ratio, ratioRange } = decision;
  const key = (i: number | null) => (i === null ? null : ranked[i]!.side.key);
  return { row: key(best)!, over: key(next), against: key(against), outcome, ratio, ratioRange };
}

function labelsOf(sides: readonly ComparedSide[], { vocabulary }: Catalog): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const side of sides) {
    for (const dimension of NAMED_DIMENSIONS) {
      const key = side[dimension];
      if (key !== null) labels[key] = labelOf(vocabulary, dimension, key);
    }
  }
  return labels;
}
