import type { Child } from '../markup/markup.ts';
import type { RankFigureWords } from '../words/words.ts';
import { plotText } from './plot-text.ts';
import type { RankPlot } from './rank-plot.ts';
import type { Place } from './series.ts';

/** At each edge of a part of a chart, how many points lie beyond it. */
export function outOfSight(
  { lines, isZoomed, left, right, top, bottom }: RankPlot,
  words: RankFigureWords,
): Child {
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
  const isBeside = (k: Place) => k.x < left || k.x > right;
  const all = [
    [(k: Place) => k.x < left, left + 6, middleY, null],
    [(k: Place) => k.x > right, right - 6, middleY, 'end'],
    [(k: Place) => !isBeside(k) && k.y < top, middleX, top + 12, 'middle'],
    [(k: Place) => !isBeside(k) && k.y > bottom, middleX, bottom - 8, 'middle'],
  ] as const;
  return (
    isZoomed &&
    all.map(([isOut, x, y, anchor]) => {
      const count = lines.flatMap(({ knots }) => knots.filter(isOut)).length;
      return count > 0 && plotText(x, y, words.outside(count), anchor, 'ink halo');
    })
  );
}
