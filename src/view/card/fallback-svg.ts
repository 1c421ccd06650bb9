import type { Words } from '../words/words.ts';
import { CARD_SIZE } from './size.ts';
import { toHtml } from '../markup/html.ts';
import { h } from '../markup/markup.ts';
import { LIGHT } from '../brand.ts';

/** The fallback picture as SVG: what an image address that names no comparison gives. */
export function fallbackSvg({ card: words }: Words): string {
  const { width, height } = CARD_SIZE;
  const line = (y: number, size: number, fill: string, text: string) =>
    h('text', { x: 48, y, fill, 'font-size': size, 'font-family': 'sans-serif' }, text);
  return toHtml(
    h(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width,
        height,
        viewBox: `0 0 ${width} ${height}`,
        role: 'img',
        'aria-label': words.missing,
      },
      h('rect', { width, height, fill: LIGHT.page }),
      line(290, 64, LIGHT.ink, words.missing),
      line(350, 28, LIGHT.muted, words.missingHint),
    ),
  );
}
