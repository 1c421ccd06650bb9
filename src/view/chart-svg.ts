import type { Comparison } from '../core/comparison-types.ts';
import { toHtml } from './html.ts';
import { h } from './markup.ts';
import { plotOf } from './plot.ts';
import type { PlotOptions } from './plot.ts';
import { PLOT_STYLE, plotSvg } from './plot-svg.ts';
import { altText } from './summary.ts';
import { DARK, LIGHT, themeVariables } from './theme.ts';

export interface ChartOptions extends Partial<Pick<PlotOptions, 'metric' | 'yScale'>> {
  /** `auto` follows the reader's system */
  readonly theme?: 'auto' | 'light' | 'dark';
}

const WIDTH = 720;
const CHART_HEIGHT = 440;
const TITLE_HEIGHT = 64;
const FOOT_HEIGHT = 28;

const OWN_STYLE =
  '.bg{fill:var(--page)}.src{font-size:11px;fill:var(--muted)}' +
  '.ttl{font:600 18px system-ui,sans-serif;fill:var(--ink)}';

/**
 * The chart of a comparison as a picture of its own: SVG with real text, its title, its source and
 * the styles of both themes. Without a curve to draw it says so.
 */
export function chartSvg(c: Comparison, options: ChartOptions = {}): string {
  const { theme = 'auto', metric = 'throughput', yScale = null } = options;
  const plot = plotOf(c, { metric, yScale, width: WIDTH - 48, height: CHART_HEIGHT });
  const height = TITLE_HEIGHT + CHART_HEIGHT + FOOT_HEIGHT;
  const label = altText(c);
  const drawn = plot && plotSvg(plot, { label, sides: c.sides, hasTitles: true });
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
    h('style', null, `svg{${variables(theme)}}${darkRule(theme)}${PLOT_STYLE}${OWN_STYLE}`),
    h('rect', { class: 'bg', width: WIDTH, height }),
    h('text', { class: 'ttl', x: 24, y: 40, ...fitted(c.title) }, c.title),
    drawn &&
      h(
        'svg',
        {
          x: 24,
          y: TITLE_HEIGHT,
          width: WIDTH - 48,
          height: CHART_HEIGHT,
          viewBox: drawn.attrs['viewBox']!,
        },
        drawn.children,
      ),
    h('text', { class: 'src', x: 24, y: height - 14 }, source(c)),
  );
  return `${toHtml(tree)}\n`;
}

function variables(theme: 'auto' | 'light' | 'dark'): string {
  return themeVariables(theme === 'dark' ? DARK : LIGHT);
}

function darkRule(theme: 'auto' | 'light' | 'dark'): string {
  if (theme !== 'auto') return '';
  return `@media(prefers-color-scheme:dark){svg{${themeVariables(DARK)}}}`;
}

/** A title too long for its line is set narrower rather than cut. */
function fitted(title: string): Record<string, string | number> {
  const room = WIDTH - 48;
  return title.length * 9.4 > room ? { textLength: room, lengthAdjust: 'spacingAndGlyphs' } : {};
}

function source(c: Comparison): string {
  const named = new Set(
    c.sides.flatMap(({ sources }) => sources.flatMap((s) => s.attribution ?? [])),
  );
  const from = named.size === 0 ? '' : `Source: ${[...named].slice(0, 3).join(', ')} · `;
  return `${from}${c.basis} figures · Matchpoint, release ${c.release.id}`;
}
