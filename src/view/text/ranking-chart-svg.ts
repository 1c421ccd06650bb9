import type { Ranking } from '../../core/ranking/ranking-types.ts';
import type { ThemeChoice } from '../../core/theme-names.ts';
import { SITE_NAME } from '../brand.ts';
import { PLOT_STYLE } from '../figure/plot-style.ts';
import { RANK_PLOT_STYLE } from '../figure/rank-plot-style.ts';
import { rankPlotSvg } from '../figure/rank-plot-svg.ts';
import { rankPlot } from '../figure/rank-plot.ts';
import { SIDE_STYLE } from '../figure/side-style.ts';
import { themeRules, themeVariables, themes } from '../figure/theme.ts';
import { css } from '../markup/css.ts';
import { toHtml } from '../markup/html.ts';
import { h } from '../markup/markup.ts';
import type { Words } from '../words/words.ts';
import { rankAnswer, rankNoticeText, rankQuestion } from './ranking-summary.ts';

const WIDTH = 960;
const CHART_HEIGHT = 440;
const TITLE_HEIGHT = 72;
const LINE = 18;

const OWN_STYLE = css`
  .plot {
    font-family: system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
    font-variant-numeric: tabular-nums;
  }
  .background {
    fill: var(--page);
  }
  .plot .title {
    font-weight: 600;
    font-size: 18px;
    fill: var(--ink);
  }
`;

/**
 * The chart of a ranking as a picture of its own: SVG with real text, its question, what it was
 * asked with, its source, known issues and the styles of both themes.
 */
export function rankingChartSvg(r: Ranking, words: Words, theme: ThemeChoice): string {
  const title = rankQuestion(r, words);
  const label = `${title} ${rankAnswer(r, words)}`;
  const plot = rankPlot(r, { width: WIDTH - 48, height: CHART_HEIGHT }, words.ranking);
  const issues = r.notices.filter(({ code }) => code === 'known-issue');
  const filters = Object.values(r.asked).flat();
  const credits = [...new Set(r.rows.flatMap(({ sources }) => sources.map(creditOf)))];
  const foot = [
    ...(filters.length > 0 ? [words.ranking.filtered(filters)] : []),
    ...issues.map((notice) => rankNoticeText(notice, words)),
    `${words.ranking.source(r, credits.join(', '))} ${words.ranking.dates(r.rows)} ${SITE_NAME}.`,
  ].flatMap((text) => wrapped(text));
  const height = TITLE_HEIGHT + CHART_HEIGHT + 20 + foot.length * LINE;
  const colours = theme === 'auto' ? themeRules('svg') : `svg{${themeVariables(themes[theme])}}`;
  const drawn = plot && rankPlotSvg(plot, r, 'chart', label, words.ranking);
  const tree = h(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'plot',
      width: WIDTH,
      height,
      viewBox: `0 0 ${WIDTH} ${height}`,
      role: 'img',
      'aria-label': label,
    },
    h('style', null, colours + SIDE_STYLE + PLOT_STYLE + RANK_PLOT_STYLE + OWN_STYLE),
    h('rect', { class: 'background', width: WIDTH, height }),
    h('text', { class: 'title', x: 24, y: 34 }, title),
    h('text', { x: 24, y: 56 }, `${words.ranking.counts(r)}${words.ranking.conditions(r)}`),
    drawn &&
      h(
        'svg',
        {
          x: 24,
          y: TITLE_HEIGHT,
          width: WIDTH - 48,
          height: CHART_HEIGHT,
          overflow: 'visible',
          viewBox: drawn.attrs['viewBox']!,
        },
        drawn.children,
      ),
    foot.map((text, i) =>
      h('text', { x: 24, y: TITLE_HEIGHT + CHART_HEIGHT + 24 + i * LINE }, text),
    ),
  );
  return `${toHtml(tree)}\n`;

  function creditOf({ attribution }: { readonly attribution: string | null }): string {
    return attribution ?? words.ranking.ownMeasurements;
  }
}

/** Lines of what fits into the width of the picture. */
function wrapped(text: string): string[] {
  return text.match(/\S.{0,148}(?!\S)/gu) ?? [];
}
