import { rankMetric } from '../../core/ranking/rank-metrics.ts';
import type { Ranking, RankRow } from '../../core/ranking/ranking-types.ts';
import type { RankNumber } from '../figure/rank-number.ts';
import type { RankFigureWords } from '../words/words.ts';

/** Why a row has no number to be ranked by. */
export function withoutNumber(row: RankRow, { statuses }: RankFigureWords): string {
  switch (row.status) {
    case 'slower':
      return statuses.slower(row);
    case 'dear':
    case 'no-price':
    case 'late':
      return statuses[row.status]();
    default:
      return statuses.noNumber();
  }
}

/** The number that a row is ranked by, or the bound that it is, in words. */
export function numberOrBound(
  { by }: Pick<Ranking, 'by'>,
  { bound }: Pick<RankRow, 'bound'>,
  number: RankNumber,
  words: RankFigureWords,
): string {
  if (bound !== null) {
    return words.atLeast(number.text, bound.interactivity, rankMetric(by).isLowerBetter);
  }
  return number.isBound ? words.reachedEnd(number.value) : number.text;
}
