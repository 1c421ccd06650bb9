import type { ThemeChoice } from '../../core/theme-names.ts';
import { PLOT_STYLE } from '../figure/plot-style.ts';
import { SIDE_STYLE } from '../figure/side-style.ts';
import { themeRules, themeVariables, themes } from '../figure/theme.ts';
import { css } from '../markup/css.ts';
import { toHtml } from '../markup/html.ts';
import { h } from '../markup/markup.ts';
import type { Child, Markup } from '../markup/markup.ts';

/** What a chart as a picture of its own consists of; lengths in px. */
interface ChartPicture {
  readonly width: number;
  readonly height: number;
  /** what it shows, for those who do not see it */
  readonly label: string;
  /** `auto` follows the reader's system */
  readonly theme: ThemeChoice;
  /** of its chart, beside what every chart has */
  readonly style: string;
  /** its texts from the title to what stands over the chart, and those under it */
  readonly texts: readonly [above: Child, below: Child];
  /** `null` without a curve to draw */
  readonly chart: Markup | null;
  /** where the chart stands */
  readonly top: number;
  readonly chartHeight: number;
}

/** From the left and right edge of a picture to what stands in it, px. */
export const PICTURE_MARGIN = 24;

const PICTURE_STYLE = css`
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

/** A chart as an SVG file: real text and its own styles, those of both themes where it follows one. */
export function chartPicture(picture: ChartPicture): string {
  const { width, height, label, theme, style, texts, chart, top, chartHeight } = picture;
  const colours = theme === 'auto' ? themeRules('svg') : `svg{${themeVariables(themes[theme])}}`;
  const tree = h(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'plot',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': label,
    },
    h('style', null, colours + SIDE_STYLE + PLOT_STYLE + style + PICTURE_STYLE),
    h('rect', { class: 'background', width, height }),
    texts[0],
    chart &&
      h(
        'svg',
        {
          x: PICTURE_MARGIN,
          y: top,
          width: width - 2 * PICTURE_MARGIN,
          height: chartHeight,
          overflow: 'visible',
          viewBox: chart.attrs['viewBox']!,
        },
        chart.children,
      ),
    texts[1],
  );
  return `${toHtml(tree)}\n`;
}

/** The title of a picture, its base line at `y`. */
export function pictureTitle(text: string, y: number, fontSize: number): Markup {
  return h('text', { class: 'title', x: PICTURE_MARGIN, y, 'font-size': fontSize }, text);
}

/** A line of a picture's text, its base line at `y`. */
export function pictureText(text: string, y: number): Markup {
  return h('text', { x: PICTURE_MARGIN, y }, text);
}
