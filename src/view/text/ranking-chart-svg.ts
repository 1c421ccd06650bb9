import type { Ranking } from '../../core/ranking/ranking-types.ts';
import type { ThemeChoice } from '../../core/theme-names.ts';
import { SITE_NAME } from '../brand.ts';
import { BEATEN_STYLE, RANK_PLOT_STYLE } from '../figure/rank-plot-style.ts';
import { mutedApart } from '../figure/rank-muted-curves.ts';
import { rankPlotDrawn, rankPlotSvg } from '../figure/rank-plot-svg.ts';
import { chartSource } from '../figure/rank-chart-source.ts';
import { outOfSight } from '../figure/rank-out-of-sight.ts';
import { rankPlot } from '../figure/rank-plot.ts';
import { listText } from '../format.ts';
import type { Words } from '../words/words.ts';
import { chartPicture, PICTURE_MARGIN, pictureText, pictureTitle } from './chart-picture.ts';
import { notDrawnNote } from './rank-chart-notes.ts';
import { rankCredits } from './ranking-credits.ts';
import { rankAltText, rankNoticeText, rankQuestion } from './ranking-summary.ts';

const WIDTH = 960;
const CHART_HEIGHT = 440;
const TITLE_HEIGHT = 72;
const LINE = 18;

/**
 * The chart of a ranking as a picture of its own: SVG with real text, its question, what it was
 * asked with, its source, known issues and the styles of both themes.
 */
export function rankingChartSvg(r: Ranking, words: Words, theme: ThemeChoice): string {
  const title = rankQuestion(r, words);
  const label = rankAltText(r, words);
  const plot = rankPlot(
    r,
    {
      width: WIDTH - 2 * PICTURE_MARGIN,
      height: CHART_HEIGHT,
      zoom: r.chart.zoom,
      front: r.chart.front,
      source: chartSource(r, words.ranking),
    },
    words.ranking,
  );
  const issues = r.notices.filter(({ code }) => code === 'known-issue');
  const filters = Object.values(r.asked).flat();
  const foot = [
    ...(filters.length > 0 ? [words.ranking.filtered(filters)] : []),
    ...notDrawnNote(r, words.ranking),
    ...issues.map((notice) => rankNoticeText(notice, words)),
    `${words.ranking.source(r, listText(rankCredits(r, words.ranking)))} ${words.ranking.dates(r.rows)} ${SITE_NAME}.`,
  ].flatMap((text) => wrapped(text));
  const height = TITLE_HEIGHT + CHART_HEIGHT + 20 + foot.length * LINE;
  return chartPicture({
    width: WIDTH,
    height,
    label,
    theme,
    style: RANK_PLOT_STYLE + BEATEN_STYLE,
    texts: [
      [
        pictureTitle(title, 34, 18),
        pictureText(`${words.ranking.counts(r)}${words.ranking.conditions(r)}`, 56),
      ],
      foot.map((text, i) => pictureText(text, TITLE_HEIGHT + CHART_HEIGHT + 24 + i * LINE)),
    ],
    chart:
      plot &&
      rankPlotSvg(
        plot,
        [
          rankPlotDrawn(plot, r, 'chart', words.ranking, mutedApart),
          outOfSight(plot, words.ranking),
        ],
        label,
      ),
    top: TITLE_HEIGHT,
    chartHeight: CHART_HEIGHT,
  });
}

/** Lines of what fits into the width of the picture. */
function wrapped(text: string): string[] {
  return text.match(/\S.{0,148}(?!\S)/gu) ?? [];
}
