import { h } from '../markup/markup.ts';
import type { Child } from '../markup/markup.ts';
import type { Words } from '../words/words.ts';

/** Links to the first few of the addresses that figures were read from, and how many more there are. */
export function sourceLinks(
  urls: readonly string[],
  most: number,
  { more }: Words['page'],
): Child[] {
  const links = urls
    .slice(0, most)
    .map((url, i) => [
      i > 0 && ', ',
      h('a', { href: url }, url.replace(/^https?:\/\/(www\.)?/, '')),
    ]);
  return [...links, urls.length > most && ` ${more(urls.length - most)}`];
}
