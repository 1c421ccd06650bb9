import type { Comparison, Knot, SideSource } from '../comparison-types.ts';
import type { TokenShares } from '../cost.ts';
import type { LikelyRange } from '../likely.ts';
import type { NoticeFacts, Severity } from '../notice-facts.ts';
import type { Range } from '../range.ts';
import type { Basis, InteractivityBasis } from '../sweep.ts';
import type { Decision } from './decision.ts';
import type { FilterCounts, FilterDimension, Filters } from './filters.ts';
import type { LeaderStretch } from './leaders.ts';
import type { RankChart } from './chart-curves.ts';
import type { RankMetricKey, RankMetricName } from './rank-metrics.ts';
import type { LatencyStat, RowChoice } from './rank-options.ts';

/**
 * How a configuration answers. At a target: at a knot as its basis says, between two, measured only
 * at higher speeds (`faster`) or only at lower ones (`slower`). Within a cost: at its `limit`, within
 * it up to its last knot (`end`), above it everywhere (`dear`), or without a price (`no-price`).
 * With a limit of the first token, `late` where no point keeps it.
 */
export const ROW_STATUSES = [
  'measured',
  'published',
  'interpolated',
  'faster',
  'slower',
  'limit',
  'end',
  'dear',
  'no-price',
  'late',
] as const;
export type RowStatus = (typeof ROW_STATUSES)[number];

/** Every metric of a ranking, by its field. */
type RankMetrics = Readonly<Record<RankMetricKey, number | null>>;

/** The figures of a configuration at one interactivity, with their likely ranges. */
export interface RowFigures extends RankMetrics {
  /** tok/s/user: the target, that reached within a cost, or the first knot's of a `faster` row */
  readonly interactivity: number;
  /** throughput of the right and the left neighbouring knot */
  readonly low: number;
  readonly high: number;
  /** where the throughput likely lies */
  readonly likely: LikelyRange;
  /** where the metric that is ranked by likely lies, ascending; `null` where it is not known */
  readonly byLikely: LikelyRange | null;
  readonly concurrency: number | null;
  /** the concurrency is read between two knots, or its source has it as approximate or observed */
  readonly isConcurrencyApproximate: boolean;
  /** median TTFT (s) at the neighbouring knots, the same twice at a knot */
  readonly ttft: readonly [number | null, number | null] | null;
  readonly gpus: readonly [number | null, number | null];
  readonly parallelism: readonly [string | null, string | null];
}

/** What tells a configuration from the others of its ranking; `null` = not stated, or pooled. */
export interface Configuration {
  readonly hardware: string;
  readonly precision: string | null;
  readonly specMethod: string | null;
  readonly framework: string | null;
  readonly deployment: string | null;
}

/** One configuration: a sweep, or with `pool` those of one hardware and precision. */
export interface RankRow extends Configuration {
  /** canonical tokens, the workload left out; unique within the ranking */
  readonly key: string;
  /** `null` where it is not ranked */
  readonly rank: number | null;
  /** the data do not tell it from another row of its rank */
  readonly isTied: boolean;
  readonly status: RowStatus;
  /** numbers at the target or within the cost; `null` unless the status has them */
  readonly value: RowFigures | null;
  /** of a `faster` row: what it is worth at least, at its first knot */
  readonly bound: RowFigures | null;
  /** within a cost: where the interactivity likely lies; `null` for an end that is not measured */
  readonly reachLikely: readonly [number | null, number | null] | null;
  /** number of `by` (within a cost of interactivity) through that of the reference row */
  readonly ratio: number | null;
  readonly range: Range | null;
  readonly knots: readonly Knot[];
  readonly usdPerGpuHour: number | null;
  readonly powerKw: number | null;
  readonly run: string | null;
  readonly date: string | null;
  /** of the neighbouring knots, or of all where it has no number */
  readonly sources: readonly SideSource[];
}

/** Who is best, and whether the data settle it. */
export interface RankLead extends Pick<Decision, 'outcome' | 'ratio' | 'ratioRange'> {
  /** keys of rows */
  readonly row: string;
  readonly over: string | null;
  readonly against: string | null;
}

/** What the sentences of a ranking's own notices are made of. */
export interface RankNoticeFacts extends Pick<
  NoticeFacts,
  | 'known-issue'
  | 'excluded-run'
  | 'dates-apart'
  | 'open-loop'
  | 'no-price'
  | 'no-power'
  | 'published-figures'
> {
  /** configurations of the workload that are not ranked here, and why they may not be */
  readonly apart: {
    readonly basis: Basis;
    readonly interactivityBasis: InteractivityBasis;
    readonly count: number;
  };
  /** values of filters that no configuration has */
  readonly 'filter-misfit': { readonly values: readonly { readonly key: string }[] };
  /** no configuration is left; without the filter of this dimension some may be */
  readonly 'filter-empty': { readonly drop: FilterDimension };
  /** the reference asked for is no configuration of this ranking */
  readonly 'against-missing': { readonly key: string };
  /** configurations without a measured point near the target, left out as asked */
  readonly 'not-measured': { readonly count: number };
}
export type RankNoticeCode = keyof RankNoticeFacts;

export type RankNotice = {
  readonly [Code in RankNoticeCode]: {
    readonly code: Code;
    readonly severity: Severity;
    /** keys of the rows that it concerns, when not all */
    readonly rows?: readonly string[];
    readonly facts: RankNoticeFacts[Code];
  };
}[RankNoticeCode];

/** What the chart, the controls and the table of a ranking are made of. */
export type RankFigure = Omit<
  Ranking,
  | 'release'
  | 'interactivityBasis'
  | 'pool'
  | 'rates'
  | 'ownPrices'
  | 'runs'
  | 'lead'
  | 'notices'
  | 'chart'
> & {
  readonly rates: Pick<Ranking['rates'], 'id'>;
  readonly chart: Pick<RankChart, 'scale' | 'hasBeaten'> & {
    /** `null` = what is ranked by */
    readonly y: RankMetricName | null;
  };
};

/**
 * Every configuration of a model and workload read at one interactivity, or within one cost: the one
 * value that every view of a ranking takes.
 */
export interface Ranking extends Pick<
  Comparison,
  'release' | 'model' | 'basis' | 'interactivityBasis' | 'pool' | 'rates' | 'ownPrices' | 'util'
> {
  /** `<model>/<workload>` */
  readonly id: string;
  readonly workload: { readonly key: string; readonly label: string };
  /** tok/s/user; `null` where a cost is the limit, or there is no curve */
  readonly at: number | null;
  /** $/M tokens; `null` where a speed is the target */
  readonly cost: number | null;
  readonly by: RankMetricName;
  readonly show: RowChoice;
  readonly stat: LatencyStat;
  readonly ttftLimit: number | null;
  readonly isMeasuredOnly: boolean;
  readonly tokenShares: TokenShares | null;
  /** labels of every key that stands in the rows */
  readonly labels: Readonly<Record<string, string>>;
  /** key of the row that ratios are against; `null` where it has no number */
  readonly against: string | null;
  /** configurations there are, that fit the filters, and that are shown */
  readonly counts: { readonly all: number; readonly fitting: number; readonly shown: number };
  readonly rows: readonly RankRow[];
  /** how many runs there are, of each configuration with more than one; none where these are pooled */
  readonly runs: Readonly<Record<string, number>>;
  /** `null` without a ranked row */
  readonly lead: RankLead | null;
  readonly leaders: readonly LeaderStretch[];
  /** those that rows and leaders name by their key */
  readonly configurations: Readonly<Record<string, Configuration>>;
  readonly filters: FilterCounts;
  /** filters that were asked for */
  readonly asked: Filters;
  readonly notices: readonly RankNotice[];
  readonly chart: RankChart;
}
