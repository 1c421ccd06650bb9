import { isSurelyMore } from '../likely.ts';
import type { LogSpread } from '../likely.ts';
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
  const spreads = standings.map(({ spread }) => spread);
  const inOrder = spreads.toSorted((a, b) => b.value - a.value);
  // each as doubtful downwards as the most doubtful of all
  const low = Math.max(...spreads.map((spread) => spread.low));
  const mostDoubtful = inOrder.map((spread) => ({ ...spread, low }));
  const rankOf = new Map<LogSpread, number>();
  inOrder.forEach((spread, place) => {
    let rank = 1;
    // only a larger value can be better
    for (let i = place - 1; i >= 0; i--) {
      if (!isSurelyMore(inOrder[i]!, spread)) continue;
      // better even with the widest doubt: then all with larger values are better too
      const areAllBetter = isSurelyMore(mostDoubtful[i]!, spread);
      rank += areAllBetter ? i + 1 : 1;
      if (areAllBetter) break;
    }
    rankOf.set(spread, rank);
  });
  const ranks = spreads.map((spread) => rankOf.get(spread)!);
  const isTied = (one: Standing, j: number) =>
    !one.isBound &&
    standings.some(
      (other, i) =>
        i !== j &&
        ranks[i] === ranks[j] &&
        !other.isBound &&
        !isSurelyMore(other.spread, one.spread) &&
        !isSurelyMore(one.spread, other.spread),
    );
  return standings.map((one, j) => ({ rank: ranks[j]!, isTied: isTied(one, j) }));
}
