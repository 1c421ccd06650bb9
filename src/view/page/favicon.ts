import { MARK } from '../brand.ts';
import { SIDE_STYLE } from '../figure/side-style.ts';
import { themeRules } from '../figure/theme.ts';
import { css } from '../markup/css.ts';
import { toHtml } from '../markup/html.ts';
import { h } from '../markup/markup.ts';

const OWN_STYLE = css`
  .target {
    stroke: var(--ink);
    stroke-width: 1.5;
  }
`;

/** The site's mark as a file of its own, in the colours that its reader prefers. */
export function faviconSvg(): string {
  const style = themeRules('svg') + SIDE_STYLE + OWN_STYLE;
  const attrs = { xmlns: 'http://www.w3.org/2000/svg', viewBox: '0 0 16 16' };
  const shapes = MARK.map((shape) => h('path', shape));
  return `${toHtml(h('svg', attrs, h('style', null, style), shapes))}\n`;
}
