import { expect, test } from 'vitest';
import { comparisonPath } from '../../../src/view/links.ts';
import type { Keys } from '../../../src/view/links.ts';
import { toHtml } from '../../../src/view/markup/html.ts';
import { cardPicture } from '../../../src/view/page/card-picture.ts';

test('without scripts a card is the dark one for readers of dark pages, and the light one for others', () => {
  const address = (theme: Keys) => comparisonPath('m/_/a-vs-b', { at: '93', ...theme }, '.png');
  const html = toHtml(cardPicture(address, 'A leads'));
  const sources = [...html.matchAll(/<source[^>]*>/g)].map(([tag]) => tag);
  expect(sources).toEqual([
    '<source srcset="/compare/m/_/a-vs-b.png?at=93&amp;theme=dark" media="(prefers-color-scheme:dark)">',
  ]);
  const [, src, alt] = /<img src="([^"]*)"[^>]* alt="([^"]*)"/.exec(html)!;
  expect([src, alt]).toEqual(['/compare/m/_/a-vs-b.png?at=93', 'A leads']);
  expect(html.indexOf('<source')).toBeLessThan(html.indexOf('<img')); // else it is never chosen
});
