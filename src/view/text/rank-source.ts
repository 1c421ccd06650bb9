import type { Ranking } from '../../core/ranking/ranking-types.ts';
import { listText } from '../format.ts';
import type { Words } from '../words/words.ts';
import { rankCredits } from './ranking-credits.ts';

/** Whose figures and prices a ranking has, of which release, and when they were measured. */
export function rankSource(r: Ranking, words: Words['ranking']): string {
  return `${words.source(r, listText(rankCredits(r, words)))} ${words.dates(r.rows)}`;
}
