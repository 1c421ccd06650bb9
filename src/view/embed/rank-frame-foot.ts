import type { Ranking } from '../../core/ranking/ranking-types.ts';
import { notDrawnNote } from '../text/rank-chart-notes.ts';
import { rankSource } from '../text/rank-source.ts';
import type { Words } from '../words/words.ts';

/** What the rows were chosen by, whose figures they are, and when they were measured. */
export function rankFrameFoot(r: Ranking, words: Words['ranking']): string {
  const filters = Object.values(r.asked).flat();
  return [
    `${words.counts(r)}.`,
    ...notDrawnNote(r, words),
    ...(filters.length > 0 ? [words.filtered(filters)] : []),
    rankSource(r, words),
  ].join(' ');
}
