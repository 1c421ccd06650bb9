import type { Ranking } from '../../../core/ranking/ranking-types.ts';
import { chartSource } from '../../figure/rank-chart-source.ts';
import { mutedApart } from '../../figure/rank-muted-curves.ts';
import { outOfSight } from '../../figure/rank-out-of-sight.ts';
import { rankPlot } from '../../figure/rank-plot.ts';
import { rankPlotDrawn, rankPlotSvg } from '../../figure/rank-plot-svg.ts';
import { h } from '../../markup/markup.ts';
import type { Markup } from '../../markup/markup.ts';
import { rankQuestion } from '../../text/ranking-summary.ts';
import type { Words } from '../../words/words.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The chart of a ranking, drawn for wide columns and for narrow ones, of which a style shows one.
 *
 * @param sizes - px that each is drawn for
 * @returns `null` without a curve that has the metric
 */
export function rankCharts(
  r: Ranking,
  sizes: { readonly wide: Size; readonly narrow: Size },
  all: Words,
): readonly Markup[] | null {
  const label = all.ranking.chartLabel(rankQuestion(r, all), r.rows.length);
  const source = chartSource(r, all.ranking);
  const { zoom } = r.chart;
  const draw = ({ width, height }: Size, name: string) => {
    const plot = rankPlot(r, { width, height, zoom, front: r.chart.front, source }, all.ranking);
    if (plot === null) return null;
    // small screens do not hover
    const mutedAs = name === 'wide-chart' ? mutedApart : undefined;
    const drawn = rankPlotDrawn(plot, r, name, all.ranking, mutedAs);
    return h(
      'div',
      { class: name },
      rankPlotSvg(plot, [drawn, outOfSight(plot, all.ranking)], label),
    );
  };
  const [wide, narrow] = [draw(sizes.wide, 'wide-chart'), draw(sizes.narrow, 'narrow-chart')];
  return wide && narrow && [wide, narrow];
}
