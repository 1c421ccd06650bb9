import type { RankRow } from '../../core/ranking/ranking-types.ts';
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
