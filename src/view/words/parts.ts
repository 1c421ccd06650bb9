import type { Outcome } from '../../core/lead.ts';

/** What sentences are made of, the same in every language. */

/** Where a target lies within the band; `only` in a band of one point, `outside` beyond it. */
export type Position = 'low' | 'middle' | 'high' | 'only' | 'outside';
/** Which tokens a figure counts: all of them, or the output where workloads are compared. */
export type Tokens = 'total' | 'output';
/** A side's name and its throughput as printed. */
export interface SideFigure {
  readonly name: string;
  readonly throughput: string;
}
/** A ratio, as printed, of which the data do not tell who is ahead. */
export interface OpenRatio {
  readonly ratio: string;
  /** where the ratio likely lies */
  readonly range: string;
  /** the side that keeps it open where that is not the runner-up */
  readonly against: string | null;
}
/** What changed from an earlier run of one system to a later one, as printed. */
export interface Change {
  readonly outcome: Outcome;
  /** what the runs are called, the earlier one first, as all pairs here */
  readonly runs: readonly [string, string];
  /** of the throughput, such as `12.0 % more` */
  readonly difference: string;
  /** where that likely lies */
  readonly likely: string;
  /** the throughputs, where they are not said elsewhere */
  readonly figures: readonly [string, string] | null;
  /** `null` where prices are not known, or the change is not settled */
  readonly cost: {
    readonly difference: string;
    readonly isLower: boolean;
    readonly values: readonly [string, string];
    /** as {@link CostLead.prices} */
    readonly prices: string;
  } | null;
  readonly tokens: Tokens;
}
/** Who is cheapest by how much, as printed, and how that goes with who has the most throughput. */
export interface CostLead {
  readonly saving: string;
  readonly name: string;
  readonly over: string;
  readonly value: string;
  readonly overValue: string;
  /** the cheapest is also the one with the most throughput */
  readonly isLeader: boolean;
  /** and the runner-up is the same in both */
  readonly isSamePair: boolean;
  /** no third side has a cost */
  readonly isOfTwo: boolean;
  readonly tokens: Tokens;
  /** what of the prices was asked, after `; `; empty for nothing */
  readonly prices: string;
}
/**
 * Outcomes of the other ways to match a comparison, of those with the same kind of figures: how
 * many there are, who leads in them.
 */
export interface AlternativeOutcomes {
  readonly count: number;
  /** what is other in the first of them; empty where that is not stated */
  readonly way: string;
  /** ways beyond those that are listed */
  readonly more: number;
  /** who leads in how many, and by how much at least and at most */
  readonly ahead: readonly {
    readonly name: string;
    readonly count: number;
    readonly ends: readonly string[];
  }[];
  readonly level: number;
  readonly open: number;
  /** the ways in which another side leads than in the comparison itself, and what is other there */
  readonly changes: readonly {
    readonly from: string;
    readonly to: string;
    readonly ways: readonly string[];
  }[];
}

/** A paragraph, a formula (`formula`) or a pair of a glossary (`term`). */
export type Block =
  | string
  | { readonly formula: string }
  | { readonly term: string; readonly means: string };

/** A section of the page that explains the method. */
export interface MethodSection {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}
