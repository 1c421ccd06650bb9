import { rankMetric } from '../../core/ranking/rank-metrics.ts';
import type { Ranking, RankRow, RowStatus } from '../../core/ranking/ranking-types.ts';
import type { RankNumber } from '../figure/rank-number.ts';
import type { RankFigureWords } from '../words/words.ts';

/** Why a row has no number to be ranked by. */
export function withoutNumber(row: RankRow, { statuses }: RankFigureWords): string {
  const said: Partial<Record<RowStatus, (row: RankRow) => string>> = statuses;
  return (said[row.status] ?? statuses.noNumber)(row);
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
