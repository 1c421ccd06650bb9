import type { RankFigure, RankRow } from '../src/core/ranking/ranking-types.ts';
import { rankName } from '../src/view/figure/rank-name.ts';
import type { RankPlot } from '../src/view/figure/rank-plot.ts';
import { rankTable } from '../src/view/figure/rank-table.ts';
import type { RankRowLook } from '../src/view/figure/rank-table.ts';
import type { Keys } from '../src/view/links.ts';
import { h } from '../src/view/markup/markup.ts';
import type { Markup } from '../src/view/markup/markup.ts';
import { rankFigure as words } from '../src/view/words/en/rank-figure.ts';

/**
 * The table of a ranking, with a mark of the chart and a box to pick it in each row.
 *
 * @param keys - of the address, encoded
 * @param isPicked - whether a row stands in front, by its key
 */
export function rankPickTable(
  ranking: RankFigure,
  keys: Keys,
  isPicked: (key: string) => boolean,
  plot: RankPlot | null,
  rowAt: RankRowLook['rowAt'],
): Markup {
  const styles = new Map(plot?.lines.map(({ key, style }) => [key, style]));
  const before = (row: RankRow) =>
    h('input', {
      type: 'checkbox',
      name: 'rows',
      value: row.key,
      checked: isPicked(row.key),
      'aria-label': words.pick(rankName(row, ranking, words)),
    });
  const styleOf = (key: string) => styles.get(key) ?? null;
  return rankTable(ranking, keys, words, { styleOf, before, rowAt });
}
