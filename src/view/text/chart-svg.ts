import type { Words } from '../words/words.ts';
import type { Comparison } from '../../core/comparison-types.ts';
import type { ThemeChoice } from '../../core/theme-names.ts';
import { css } from '../markup/css.ts';
import { toHtml } from '../markup/html.ts';
import { h } from '../markup/markup.ts';
import { marksOf } from '../figure/plot-marks.ts';
import { plotOf } from '../figure/plot.ts';
import type { PlotOptions } from '../figure/plot.ts';
import { PLOT_STYLE } from '../figure/plot-style.ts';
import { plotGround, plotSvg, knotTitles } from '../figure/plot-svg.ts';
import { SIDE_STYLE } from '../figure/side-style.ts';
import { altText } from './summary.ts';
import { themeRules, themes, themeVariables } from '../figure/theme.ts';
import { metricSeries } from '../figure/series.ts';
import { headlineMetrics } from '../../core/metrics.ts';
import type { Rated } from '../../core/metrics.ts';

interface ChartOptions extends Partial<Pick<PlotOptions, 'yScale'>> {
  readonly metric?: Rated;
  /** `auto` follows the reader's system */
  readonly theme?: ThemeChoice;
}

const WIDTH = 720;
/** Of the chart within the picture, px. */
export const CHART_SIZE = { width: WIDTH - 48, height: 440 } as const;
const TITLE_HEIGHT = 64;
const FOOT_HEIGHT = 28;

const OWN_STYLE = css`
  .plot {
    color: var(--ink);
    font-family: system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
    font-variant-numeric: tabular-nums;
  }
  .background {
    fill: var(--page);
  }
  .plot .title {
    font-weight: 600;
    fill: var(--ink);
  }
`;

/**
 * The chart of a comparison as a picture of its own: SVG with real text, its title, its source and
 * the styles of both themes. Without a curve to draw it says so.
 */
export function chartSvg(c: Comparison, words: Words, options: ChartOptions = {}): string {
  const { theme = 'auto', metric = headlineMetrics(c.sides)[0], yScale = null } = options;
  const plot = plotOf(metricSeries(c, metric), {
    yScale,
    band: c.band,
    ...CHART_SIZE,
  });
  const height = TITLE_HEIGHT + CHART_SIZE.height + FOOT_HEIGHT;
  const label = altText(c, words);
  const drawn =
    plot &&
    plotSvg(
      plot,
      marksOf(plot, c, metric),
      label,
      plotGround(plot, metric, words.figure, knotTitles(c, words.chart)),
    );
  const colours = theme === 'auto' ? themeRules('svg') : `svg{${themeVariables(themes[theme])}}`;
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
    h('style', null, colours + SIDE_STYLE + PLOT_STYLE + OWN_STYLE),
    h('rect', { class: 'background', width: WIDTH, height }),
    h('text', { class: 'title', x: 24, y: 40, 'font-size': titleSize(c.title) }, c.title),
    drawn &&
      h(
        'svg',
        {
          x: 24,
          y: TITLE_HEIGHT,
          ...CHART_SIZE,
          overflow: 'visible',
          viewBox: drawn.attrs['viewBox']!,
        },
        drawn.children,
      ),
    h('text', { x: 24, y: height - 14 }, words.chart.source(c)),
  );
  return `${toHtml(tree)}\n`;
}

/** Size of a title that keeps it on its line, px. */
function titleSize(title: string): number {
  return Math.min(18, Math.round((WIDTH - 48) / (title.length * 0.066)) / 10);
}
