import { rateCard } from '../compare.ts';
import type { ComparedSide } from '../comparison-types.ts';
import { tokenShares } from '../cost.ts';
import { hardwareRates, hardwareWithOwnPrice } from '../side.ts';
import { NAMED_DIMENSIONS, labelOf } from '../vocabulary.ts';
import type { Catalog } from '../vocabulary.ts';
import { contender, isBoundAt } from './contender.ts';
import type { Contender } from './contender.ts';
import { decide } from './decision.ts';
import { mostCoveredSpeed } from './default-target.ts';
import { filterRows } from './filters.ts';
import { leaderStretches } from './leaders.ts';
import type { LeaderStretch } from './leaders.ts';
import { rankMetric, rankWeight } from './rank-metrics.ts';
import { rankNotices } from './rank-notices.ts';
import type { RankOptions, Shown } from './rank-options.ts';
import type { RankSide } from './rank-sides.ts';
import { ranksOf } from './ranks.ts';
import type { Rank } from './ranks.ts';
import type { Configuration, Ranking, RankLead, RankRow, RowStatus } from './ranking-types.ts';
import { readRow } from './row-read.ts';
import type { RankReader } from './row-read.ts';
import { reachOf, standingAt, standingOfReach } from './standing.ts';
import type { Reach, Standing } from './standing.ts';
import type { SweepEntry } from '../release.ts';

export interface RankingInput {
  readonly model: string;
  readonly workload: string;
  /** configurations of one group, in canonical order; see {@link rankSides} */
  readonly sides: readonly RankSide[];
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

/** How near (as a share) the target a knot must be to count as measured there. */
const MEASURED_WITHIN = 0.05;

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
  const all = input.sides.map(({ side }): ComparedSide => ({
    ...side,
    ...hardwareRates(side.hardware, card, options),
  }));
  const hasPrice = all.some(({ usdPerGpuHour }) => usdPerGpuHour !== null);
  const by = options.by ?? (hasPrice ? 'cost' : 'throughput');
  const at =
    cost === null
      ? (options.at ?? mostCoveredSpeed(all.flatMap(({ range }) => range ?? [])))
      : null;

  const { rows: fitting, counts, drop } = filterRows(all, options.filters, vocabulary);
  const { basis, key } = firstOf(input.sides);
  const reader = { by, at, cost, util, basis };
  const placed = fitting.map((side) => place(side, reader));
  const competing = options.isMeasuredOnly ? placed.filter(isMeasured) : placed;
  const shown = options.show === 'best' ? bestOfEach(competing) : competing;
  const ranked = shown.filter(({ standing }) => standing !== null);
  const ranks = ranksOf(ranked.map(({ standing }) => standing!));
  const rankOf = new Map(ranked.map(({ side }, i) => [side.key, ranks[i]!]));
  const inOrder = shown.toSorted(
    (a, b) =>
      (rankOf.get(a.side.key)?.rank ?? Infinity) - (rankOf.get(b.side.key)?.rank ?? Infinity) || // NaN of two without is falsy
      orderWithin(a, b),
  );
  const reads = inOrder.map((one): Read => ({ ...one, read: readOf(one, reader) }));
  const isAsked = ({ side }: Placed) => side.key === options.against;
  const missing = options.against === null ? undefined : placed.find(isAsked);
  const reference =
    options.against === null
      ? reads.find((one) => numberOf(one, reader) !== null)
      : (reads.find(isAsked) ?? (missing && { ...missing, read: readOf(missing, reader) }));
  const against = reference === undefined ? null : numberOf(reference, reader);
  const rows = reads.map((one) =>
    rowOf(one, rankOf.get(one.side.key) ?? null, numberOf(one, reader), against),
  );

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
    rates: { id: card.id, asOf: card.asOf, tier: options.tier, source: card.source },
    ownPrices: hardwareWithOwnPrice(all, options),
    util,
    tokenShares: entry ? tokenShares(entry.isl, entry.osl) : null,
    labels: labelsOf(all, catalog),
    against: reference !== undefined && against !== null ? reference.side.key : null,
    counts: { all: all.length, fitting: fitting.length, shown: rows.length },
    rows,
    lead: leadOf(ranked),
    leaders,
    configurations: Object.fromEntries(
      all.filter((side) => named.has(side.key)).map((side) => [side.key, configuration(side)]),
    ),
    filters: counts,
    asked: options.filters,
    notices: rankNotices({
      apart: input.apart,
      catalog,
      options,
      basis,
      rows,
      configurations: input.sides,
      sides: all,
      counts,
      drop,
      card,
      unmeasured: placed.length - competing.length,
      hasReference: options.against === null || reference !== undefined,
    }),
  };

  function isMeasured({ side, x }: Placed): boolean {
    const near = (knot: { readonly interactivity: number }) =>
      x !== null && Math.abs(knot.interactivity / x - 1) <= MEASURED_WITHIN;
    return side.knots.some(near);
  }
}

/** All that leaders follow from beside the curves of a group: who takes part, and by what weight. */
function leadersKey(curves: readonly Contender[], show: Shown): string {
  const each = curves.map(({ side, weight }) => `${side.key}*${weight}`);
  return [show, curves[0]?.isPerUser, ...each].join(' ');
}

/** What all of a group's sweeps have in common. */
function firstOf(sides: readonly RankSide[]) {
  const sweep = sides[0]?.sweeps[0];
  if (sweep === undefined) throw new RangeError('a ranking has at least one configuration');
  return sweep;
}

/** A configuration, where it stands and how it came there. */
interface Placed {
  readonly side: ComparedSide;
  readonly contender: Contender | null;
  readonly status: RowStatus;
  /** tok/s/user at which it is read; `null` where it has no number */
  readonly x: number | null;
  readonly reach: Reach | null;
  readonly standing: Standing | null;
}

/** What it is worth there. */
interface Read extends Placed {
  readonly read: ReturnType<typeof readRow> | null;
}

function readOf({ side, x }: Placed, reader: RankReader): Read['read'] {
  return x === null ? null : readRow(side, x, reader);
}

function place(side: ComparedSide, reader: RankReader): Placed {
  const { by, at, cost, util } = reader;
  const found = contender(side, rankWeight(by, { ...side, util }), by === 'users');
  const nothing = { side, contender: found, x: null, reach: null, standing: null };
  if (found === null) return { ...nothing, status: 'late' };
  if (cost !== null) {
    const { usdPerGpuHour } = side;
    if (usdPerGpuHour === null) return { ...nothing, status: 'no-price' };
    const reach = reachOf(found, (usdPerGpuHour * 1e6) / (3600 * cost * util));
    if (reach === null) return { ...nothing, status: 'dear' };
    const standing = standingOfReach(reach);
    const x = reach.interactivity;
    return { side, contender: found, x, reach, standing, status: reach.isEnd ? 'end' : 'limit' };
  }
  if (at === null || at > found.curve.max) return { ...nothing, status: 'slower' };
  const isKnot = side.knots.some(({ interactivity }) => interactivity === at);
  const isFaster = isBoundAt(found, at);
  return {
    side,
    contender: found,
    x: isFaster ? found.curve.min : at,
    reach: null,
    standing: standingAt(found, at),
    status: isFaster ? 'faster' : isKnot ? reader.basis : 'interpolated',
  };
}

/** Of each hardware the configuration with the best value; without one, that which reaches furthest. */
function bestOfEach(placed: readonly Placed[]): Placed[] {
  const best = new Map<string, Placed>();
  const valueOf = ({ standing, side }: Placed) => [
    standing?.spread.value ?? -1,
    side.range?.max ?? -1,
  ];
  for (const one of placed) {
    const before = best.get(one.side.hardware);
    const [value = 0, max = 0] = valueOf(one);
    const [other = 0, otherMax = 0] = before ? valueOf(before) : [-2];
    if (value > other || (value === other && value < 0 && max > otherMax)) {
      best.set(one.side.hardware, one);
    }
  }
  return [...best.values()];
}

/** Of one rank: numbers before bounds, the better first; without one, the one that reaches further. */
function orderWithin(a: Placed, b: Placed): number {
  if (a.standing === null || b.standing === null) {
    const reached = (one: Placed) => (one.x === null ? 0 : 1);
    return reached(b) - reached(a) || (b.side.range?.max ?? 0) - (a.side.range?.max ?? 0);
  }
  const isBound = Number(a.standing.isBound) - Number(b.standing.isBound);
  return isBound || b.standing.spread.value - a.standing.spread.value;
}

function rowOf(
  { side, status, reach, read }: Read,
  rank: Rank | null,
  own: number | null,
  against: number | null,
): RankRow {
  const isFaster = status === 'faster';
  return {
    key: side.key,
    ...configuration(side),
    rank: rank && rank.rank,
    isTied: rank !== null && rank.isTied,
    status,
    value: isFaster ? null : (read?.row ?? null),
    bound: isFaster ? (read?.row ?? null) : null,
    reachLikely: reach && reach.likely,
    ratio: own !== null && against !== null ? own / against : null,
    range: side.range,
    knots: side.knots,
    usdPerGpuHour: side.usdPerGpuHour,
    powerKw: side.powerKw,
    run: side.run,
    date: side.date,
    sources: read?.sources ?? side.sources,
  };
}

function configuration(side: ComparedSide): Configuration {
  const { hardware, precision, specMethod, framework, deployment } = side;
  return { hardware, precision, specMethod, framework, deployment };
}

/** The number of a configuration that ratios are made of; `null` for none, and for a bound. */
function numberOf({ read, status }: Read, { cost, by }: RankReader): number | null {
  if (read === null || status === 'faster' || status === 'end') return null;
  return read.row[cost === null ? rankMetric(by).key : 'interactivity'];
}

/** Who is best among the ranked. */
function leadOf(ranked: readonly Placed[]): RankLead | null {
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
