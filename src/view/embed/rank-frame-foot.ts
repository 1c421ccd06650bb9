import type { Ranking } from '../../core/ranking/ranking-types.ts';
import { notDrawnNote } from '../text/rank-chart-notes.ts';
import { rankSource } from '../text/rank-source.ts';
import type { Words } from '../words/words.ts';

/** The last line of a framed ranking: how many rows there are, by which filters, whose figures and of when. */
export function rankFrameFoot(r: Ranking, words: Words['ranking']): string {
  const filters = Object.values(r.asked).flat();
  return [
    `${words.counts(r)}.`,
    ...notDrawnNote(r, words),
    ...(filters.length > 0 ? [words.filtered(filters)] : []),
    rankSource(r, words),
  ].join(' ');
}
