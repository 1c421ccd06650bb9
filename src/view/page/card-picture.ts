import { CARD_SIZE } from '../card/size.ts';
import { themeKeys } from '../links.ts';
import type { Keys } from '../links.ts';
import { h } from '../markup/markup.ts';
import type { Markup } from '../markup/markup.ts';

/**
 * A card on a page: in the reader's theme, loaded once it comes near, its place kept free.
 *
 * @param address - of the card, with these keys in its query
 * @param alt - empty where the text beside it says the same
 */
export function cardPicture(address: (theme: Keys) => string, alt: string): Markup {
  return h(
    'picture',
    null,
    h('source', { srcset: address(themeKeys('dark')), media: '(prefers-color-scheme:dark)' }),
    h('img', { src: address({}), ...CARD_SIZE, alt, loading: 'lazy', decoding: 'async' }),
  );
}
