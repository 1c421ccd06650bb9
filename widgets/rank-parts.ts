import { inFront } from '../src/core/ranking/in-front.ts';
import type { RankFigure } from '../src/core/ranking/ranking-types.ts';
import { rankPlotDrawn } from '../src/view/figure/rank-plot-svg.ts';
import { rankPlot } from '../src/view/figure/rank-plot.ts';
import type { RankPlot } from '../src/view/figure/rank-plot.ts';
import { tickAt } from '../src/view/figure/value-axis.ts';
import type { Markup } from '../src/view/markup/markup.ts';
import { rankFigure as words } from '../src/view/words/en/rank-figure.ts';
import { rankPickTable } from './rank-pick-table.ts';
import { encoded } from './rank-question.ts';
import type { Question } from './rank-question.ts';

/** Rows that are drawn at first, and those that are drawn after the ones in sight at a time. */
const FIRST = 40;
const PART = 32;
/** px */
const HEIGHT = 440;

/**
 * What of a figure is to be drawn anew, beside what lies over the chart and around:
 * - `load`: chart and rows, whose points are others
 * - `all`: chart and rows
 * - `target`: rows, and of the chart no more than its target line
 * - `chart`: the chart
 */
export type Stale = 'load' | 'all' | 'target' | 'chart';

/**
 * Chart and table of a ranking, of which only a part is drawn anew at a time: first what of the chart
 * has colour and the rows in sight, and what is left in turns of its own.
 */
export interface RankParts {
  /** `null` without a curve that has the metric, and before it is drawn anew */
  plot: RankPlot | null;
  /** what of the chart stays while its target moves */
  drawn: Markup | null;
  table: Markup | null;
  /** rows from the top that are of what is asked by now: those below are still of before */
  end: number;
}

export function rankParts() {
  const parts: RankParts = { plot: null, drawn: null, table: null, end: 0 };
  /** muted curves are drawn too, which take as long as all the rest */
  let isWhole = false;
  /** as drawn last, by their place */
  const rows: Markup[] = [];
  return {
    parts,

    /** What is so from now on is to be drawn anew. */
    expire(stale: Stale, ranking: RankFigure | null): void {
      if (stale !== 'chart') parts.end = 0;
      if (stale === 'target' && parts.plot) {
        const { at } = ranking!;
        const target = at === null ? null : tickAt(parts.plot.x)(at);
        parts.plot = { ...parts.plot, target };
      } else parts.plot = null;
    },

    /**
     * Draws the next part.
     *
     * @param width - of the chart, px
     * @param isTurn - it may be what was put off: first muted curves, then rows part by part
     * @param heightsInSight - how many heights of the table, as it is on screen, there are between its
     *   top and the end of what is in sight
     * @returns whether something is left
     */
    draw(
      ranking: RankFigure,
      { picked, keys, zoom }: Question,
      width: number,
      isTurn: boolean,
      heightsInSight: () => number,
    ): boolean {
      const { length } = ranking.rows;
      if (!parts.plot) {
        parts.plot = rankPlot(ranking, { width, height: HEIGHT, zoom, front: picked }, words);
        parts.drawn = null;
      }
      const { plot, end: from } = parts;
      const isChart = plot && (!parts.drawn || (isTurn && !isWhole));
      if (isChart) {
        const lines = plot.lines.filter(({ style }) => isTurn || style !== null);
        isWhole = lines.length === plot.lines.length;
        parts.drawn = rankPlotDrawn({ ...plot, lines }, ranking, 'live', words);
      }
      if (!from || (isTurn && !isChart)) {
        const end = (parts.end = from
          ? from + PART
          : Math.max(Math.ceil(heightsInSight() * rows.length), 1) || FIRST);
        rows.splice(length); // what is no longer there comes back in its turn
        parts.table = rankPickTable(ranking, encoded(keys), inFront(picked), plot, (i, make) =>
          i >= from && i < end ? (rows[i] = make()) : rows[i],
        );
      }
      return parts.end < length || (plot !== null && !isWhole);
    },
  };
}
