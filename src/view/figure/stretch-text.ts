import type { LeaderStretch } from '../../core/ranking/leaders.ts';
import type { RankFigure } from '../../core/ranking/ranking-types.ts';
import type { RankFigureWords } from '../words/words.ts';
import { rankName } from './rank-name.ts';

/** Who leads in a stretch of speeds: a name only where the data tell, or where nothing else is there. */
export function stretchText(
  { row, outcome }: LeaderStretch,
  r: Pick<RankFigure, 'configurations' | 'labels'>,
  words: RankFigureWords,
): string {
  if (outcome !== 'ahead' && outcome !== 'only') return words.notTold;
  const name = rankName(r.configurations[row]!, r, words);
  return outcome === 'ahead' ? name : words.onlyIn(name);
}
