/** What sentences are made of, the same in every language. */

/** Where a target lies within the band; `only` in a band of one point, `outside` beyond it. */
export type Position = 'low' | 'middle' | 'high' | 'only' | 'outside';
/** A side's name and its throughput as printed. */
export interface Read {
  readonly name: string;
  readonly throughput: string;
}
export interface CostRead {
  readonly saving: string;
  readonly name: string;
  readonly over: string;
  readonly value: string;
  readonly overValue: string;
  /** the cheapest is also the one with the most throughput */
  readonly isLeader: boolean;
  /** and the runner-up is the same in both */
  readonly isSamePair: boolean;
}

/** A paragraph, a formula (`formula`) or a pair of a glossary (`term`). */
export type Block =
  | string
  | { readonly formula: string }
  | { readonly term: string; readonly means: string };

export interface MethodSection {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}
