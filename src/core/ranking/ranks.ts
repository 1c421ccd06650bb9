import { isSurelyMore } from '../likely.ts';
import type { Standing } from './standing.ts';

/** The rank of one configuration, and whether the data tell it from others of that rank. */
export interface Rank {
  /** 1 + how many are decidedly better */
  readonly rank: number;
  /** the data do not tell it from another of the same rank; never true of a bound */
  readonly isTied: boolean;
}

/**
 * The rank of every standing among all: one more than the number of those that are decidedly
 * better, each pair as in a comparison of the two. That is not transitive, so ranks may repeat and
 * skip.
 */
export function ranksOf(standings: readonly Standing[]): Rank[] {
  const isBetter = (i: number, j: number) =>
    isSurelyMore(standings[i]!.spread, standings[j]!.spread);
  const indices = [...standings.keys()];
  const ranks = indices.map((j) => 1 + indices.filter((i) => isBetter(i, j)).length);
  const isTiedWith = (i: number, j: number) =>
    i !== j &&
    ranks[i] === ranks[j] &&
    !standings[i]!.isBound &&
    !isBetter(i, j) &&
    !isBetter(j, i);
  return indices.map((j) => ({
    rank: ranks[j]!,
    isTied: !standings[j]!.isBound && indices.some((i) => isTiedWith(i, j)),
  }));
}
