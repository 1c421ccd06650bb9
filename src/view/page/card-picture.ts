import { CARD_SIZE } from '../card/size.ts';
import { h } from '../markup/markup.ts';
import type { Markup } from '../markup/markup.ts';

/**
 * A card on a page: in the reader's theme, loaded once it comes near, its place kept free.
 *
 * @param png - address of the light card
 * @param alt - empty where the text beside it says the same
 */
export function cardPicture(png: string, alt: string): Markup {
  const dark = `${png}${png.includes('?') ? '&' : '?'}theme=dark`;
  return h(
    'picture',
    null,
    h('source', { srcset: dark, media: '(prefers-color-scheme:dark)' }),
    h('img', { src: png, ...CARD_SIZE, alt, loading: 'lazy', decoding: 'async' }),
  );
}
