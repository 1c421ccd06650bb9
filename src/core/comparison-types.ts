import type { NamedDimension } from './vocabulary.ts';
import type { Basis, InteractivityBasis, PROVENANCE_FIELDS, Source } from './sweep.ts';
import type { Status } from './status.ts';
import type { TokenShares } from './cost.ts';
import type { Lead, Outcome } from './lead.ts';
import type { LikelyRange } from './likely.ts';
import type { ByMetric } from './metrics.ts';
import type { Notice } from './notice-facts.ts';
import type { Range } from './range.ts';
import type { EqualLoad } from './equal-loads.ts';

/** A point of a side's frontier. Absent facts are `null`. */
export interface Knot {
  /** tok/s/user */
  readonly interactivity: number;
  /** total tok/s/GPU */
  readonly throughput: number;
  /** requests in flight */
  readonly concurrency: number | null;
  /** how the concurrency was come by; absent where it is the load that was set, or not known */
  readonly concurrencyOrigin?: string;
  readonly gpus: number | null;
  /** median, s */
  readonly ttft: number | null;
  readonly parallelism: string | null;
  /** runs that it is the median of, and the factor by which they differ; absent where it is one */
  readonly repeats?: number;
  readonly spread?: number;
  /** index into the side's sources */
  readonly source: number;
}

/** A source of a knot; with `?pool=all` it also names the sweep, as canonical tokens. */
export interface SideSource extends Omit<Source, (typeof PROVENANCE_FIELDS)[number]> {
  /** name, tool, version and hash of the file that it was read from; absent where there is none */
  readonly file?: string;
  readonly sweep: string | null;
}

/** How well the curve of a side is supported. */
export interface Quality {
  readonly knots: number;
  /** median relative error of predicting each inner knot from the others; `null` under 4 knots */
  readonly leaveOneOutError: number | null;
}

/** One side with the curve it stands for. A side without data has no range and no knots. */
export interface ComparedSide {
  /** canonical tokens, unique within the comparison */
  readonly key: string;
  readonly label: string;
  readonly hardware: string;
  /** `null` when not stated, or pooled over several */
  readonly precision: string | null;
  readonly specMethod: string | null;
  readonly framework: string | null;
  readonly deployment: string | null;
  readonly workload: string | null;
  readonly interactivityBasis: InteractivityBasis | null;
  /** the run's number, date or name; `null` for published figures and pooled sides */
  readonly run: string | null;
  readonly date: string | null;
  readonly usdPerGpuHour: number | null;
  readonly powerKw: number | null;
  /** output tokens of all tokens; `null` unless workloads are compared and the side's is a fixed one */
  readonly outputShare: number | null;
  readonly range: Range | null;
  readonly knots: readonly Knot[];
  readonly quality: Quality;
  readonly sources: readonly SideSource[];
}

/** A side read at one target. Numbers are `null` unless the status is measured, published or interpolated. */
export interface SideValue extends ByMetric<number | null> {
  readonly side: string;
  readonly status: Status;
  /** throughput of the right and the left neighbouring knot: bounds of the value */
  readonly low: number | null;
  readonly high: number | null;
  /** where the throughput likely lies, always around it; see {@link likelyRange} */
  readonly likely: LikelyRange | null;
  /** approximate or not, by {@link isConcurrencyApproximate} */
  readonly concurrency: number | null;
  /** median TTFT (s) at the knot, or at the left and right neighbours; `null` where not known */
  readonly ttft: readonly [number | null, number | null] | null;
  /** indices of the neighbouring knots, the same twice at a knot */
  readonly between: readonly [number, number] | null;
}

/** All sides read at one target. */
export interface TargetValues {
  /** tok/s/user */
  readonly interactivity: number;
  readonly sides: readonly SideValue[];
  /** who leads, by metric; `null` when fewer than two sides have the number */
  readonly best: ByMetric<Lead | null>;
}

/** Another assignment of the free dimensions, and what it would say. */
export interface Alternative {
  /** the specific address id */
  readonly id: string;
  readonly basis: Basis;
  readonly matched: Matched;
  /** of throughput at the middle default target; `null` where its sides share none */
  readonly outcome: Outcome | null;
  /** better/worse */
  readonly ratio: number | null;
  /** the side that is ahead, or better by value where it is open; `null` where sides are level */
  readonly side: string | null;
}

/** The free dimensions with one common value; `null` = not stated. */
export type Matched = Readonly<Partial<Record<NamedDimension, string | null>>>;

/** A headline for another way of choosing sweeps: ratio at the middle target of its own band. */
export interface Headline {
  readonly id: string;
  readonly interactivity: number;
  readonly lead: Lead;
}

/**
 * Several sides read at the same interactivities: the one value that every view takes.
 * Field names are those of the JSON document, which is this value, rounded, with words and links.
 */
export interface Comparison {
  readonly id: string;
  readonly specificId: string;
  readonly title: string;
  readonly release: { readonly id: string; readonly publishedAt: string };
  readonly model: { readonly key: string; readonly label: string };
  readonly basis: Basis;
  readonly interactivityBasis: InteractivityBasis;
  readonly compared: readonly (NamedDimension | 'run')[];
  /** values of the shared tokens */
  readonly shared: Readonly<Partial<Record<NamedDimension | 'run', string>>>;
  readonly matched: Matched;
  /** free dimensions that no common value was found for */
  readonly mismatch: readonly NamedDimension[];
  readonly pool: boolean;
  readonly rates: {
    readonly id: string;
    readonly asOf: string;
    readonly tier: string;
    /** the tiers to choose from, where the card has others than those that have words */
    readonly tiers?: readonly string[] | undefined;
    readonly source: string;
  };
  /** hardware whose $/GPU-hr is the reader's own and not the rate card's */
  readonly ownPrices: readonly string[];
  /** share of the time that the GPUs are busy */
  readonly util: number;
  /** limit of the median TTFT, s; `null` = none */
  readonly ttftLimit: number | null;
  readonly tokenShares: TokenShares | null;
  /** labels of every key that stands in the document */
  readonly labels: Readonly<Record<string, string>>;
  readonly band: Range | null;
  /** tok/s/user, ascending */
  readonly targets: readonly number[];
  readonly sides: readonly ComparedSide[];
  readonly values: readonly TargetValues[];
  /** two runs of one system, point by point; `null` where that is not what is compared */
  readonly equalLoads: readonly EqualLoad[] | null;
  readonly notices: readonly Notice[];
  readonly alternatives: readonly Alternative[];
  /** other ways to match, beyond those that are listed */
  readonly moreAlternatives: number;
  /** like for like aside, the best recipe of each hardware; `null` when it would say the same */
  readonly bestRecipe: Headline | null;
}
