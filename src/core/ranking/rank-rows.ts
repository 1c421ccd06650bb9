import { configuration } from '../configuration-tokens.ts';
import type { Basis } from '../sweep.ts';
import { hardwareRates } from '../side.ts';
import type { PriceOptions } from '../side.ts';
import type { RateCard, Vocabulary } from '../vocabulary.ts';
import { contender, isBoundAt } from './contender.ts';
import type { Contender } from './contender.ts';
import { filterRows } from './filters.ts';
import type { FilterResult } from './filters.ts';
import { rankMetric, rankWeight } from './rank-metrics.ts';
import type { RankMetricName } from './rank-metrics.ts';
import type { RankOptions } from './rank-options.ts';
import { ranksOf } from './ranks.ts';
import type { Rank } from './ranks.ts';
import type { RankedSide, UnpricedSide } from './ranked-side.ts';
import type { RankRow, RowStatus } from './ranking-types.ts';
import { rowFigures } from './row-figures.ts';
import type { RankReader } from './row-figures.ts';
import { reachOf, standingAt, standingOfReach } from './standing.ts';
import type { Reach, Standing } from './standing.ts';

/** What the rows of a ranking are made from. */
export interface RankRowsInput {
  /** configurations of one group, in canonical order */
  readonly sides: readonly UnpricedSide[];
  readonly vocabulary: Vocabulary;
  readonly card: RateCard;
  readonly basis: Basis;
  readonly options: Pick<
    RankOptions,
    'against' | 'by' | 'cost' | 'filters' | 'isMeasuredOnly' | 'show' | 'util'
  > &
    PriceOptions;
  /** target, tok/s/user; not looked at where a cost is the limit */
  readonly at: number | null;
}

/** The rows of a ranking, and the configurations that they were chosen from. */
interface RankRows {
  /** every configuration, with its price and power */
  readonly all: readonly RankedSide[];
  readonly by: RankMetricName;
  readonly filtered: FilterResult<RankedSide>;
  /** those that fit the filters, but for those without a measured point near the target if asked */
  readonly competing: readonly RankedConfiguration[];
  /** those with a rank, in canonical order */
  readonly ranked: readonly RankedConfiguration[];
  readonly rows: readonly RankRow[];
  /** key of the row that ratios are against; `null` where it has no number */
  readonly against: string | null;
}

/** How near (as a share) the target a knot must be to count as measured there. */
const MEASURED_WITHIN = 0.05;

/** Every configuration at one interactivity, or within one cost: what the rows of a ranking say. */
export function rankRows(input: RankRowsInput): RankRows {
  const { sides, vocabulary, card, basis, options } = input;
  const { cost, util } = options;
  const all = sides.map((side): RankedSide => ({
    ...side,
    ...hardwareRates(side.hardware, card, options),
  }));
  const hasPrice = all.some(({ usdPerGpuHour }) => usdPerGpuHour !== null);
  const by = options.by ?? (hasPrice ? 'cost' : 'throughput');
  const filtered = filterRows(all, options.filters, vocabulary);
  const reader = { by, at: cost === null ? input.at : null, cost, util, basis };
  const placed = filtered.rows.map((side) => place(side, reader));
  const competing = options.isMeasuredOnly
    ? placed.filter((one) => isMeasured(one, reader.at))
    : placed;
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
  const isAsked = ({ side }: RankedConfiguration) => side.key === options.against;
  const missing = options.against === null ? undefined : placed.find(isAsked);
  const reference =
    options.against === null
      ? reads.find((one) => numberOf(one, reader) !== null)
      : (reads.find(isAsked) ?? (missing && { ...missing, read: readOf(missing, reader) }));
  const against = reference === undefined ? null : numberOf(reference, reader);
  return {
    all,
    by,
    filtered,
    competing,
    ranked,
    rows: reads.map((one) =>
      rowOf(one, rankOf.get(one.side.key) ?? null, numberOf(one, reader), against),
    ),
    against: reference !== undefined && against !== null ? reference.side.key : null,
  };
}

/**
 * At a target by that, not by the faster speed at which a bound is read; within a cost by what is
 * reached.
 */
function isMeasured({ side, x: reached }: RankedConfiguration, at: number | null): boolean {
  const x = at ?? reached;
  const near = (knot: { readonly interactivity: number }) =>
    x !== null && Math.abs(knot.interactivity / x - 1) <= MEASURED_WITHIN;
  return side.knots.some(near);
}

/** A configuration with the interactivity it is read at and its standing among the others. */
export interface RankedConfiguration {
  readonly side: RankedSide;
  readonly contender: Contender | null;
  readonly status: RowStatus;
  /** tok/s/user at which it is read; `null` where it has no number */
  readonly x: number | null;
  readonly reach: Reach | null;
  readonly standing: Standing | null;
}

/** What it is worth there. */
interface Read extends RankedConfiguration {
  readonly read: ReturnType<typeof rowFigures> | null;
}

function readOf({ side, x }: RankedConfiguration, reader: RankReader): Read['read'] {
  return x === null ? null : rowFigures(side, x, reader);
}

function place(side: RankedSide, reader: RankReader): RankedConfiguration {
  const { by, at, cost, util } = reader;
  const { usdPerGpuHour } = side;
  const weight = rankWeight(by, { ...side, util });
  const found = contender(side, weight, by === 'users');
  const nothing = { side, contender: found, x: null, reach: null, standing: null };
  if (found === null) return { ...nothing, status: 'late' };
  if (cost !== null) {
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
function bestOfEach(placed: readonly RankedConfiguration[]): RankedConfiguration[] {
  const best = new Map<string, RankedConfiguration>();
  const valueOf = ({ standing, side }: RankedConfiguration) => [
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
function orderWithin(a: RankedConfiguration, b: RankedConfiguration): number {
  if (a.standing === null || b.standing === null) {
    const reached = (one: RankedConfiguration) => (one.x === null ? 0 : 1);
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

/** The number of a configuration that ratios are made of; `null` for none, and for a bound. */
function numberOf({ read, status }: Read, { cost, by }: RankReader): number | null {
  if (read === null || status === 'faster' || status === 'end') return null;
  return read.row[cost === null ? rankMetric(by).key : 'interactivity'];
}
