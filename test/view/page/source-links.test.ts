import { expect, test } from 'vitest';
import { toHtml } from '../../../src/view/markup/html.ts';
import { h } from '../../../src/view/markup/markup.ts';
import { sourceLinks } from '../../../src/view/page/source-links.ts';
import { en } from '../../../src/view/words/en/index.ts';

const URLS = ['https://www.a.example/1', 'http://b.example/2', 'https://c.example/3'];

test.each([
  [2, `a.example/1, b.example/2 ${en.page.more(1)}`],
  [3, 'a.example/1, b.example/2, c.example/3'],
])('of three addresses at most %i are links, and the others are counted', (most, said) => {
  const html = toHtml(h('p', null, sourceLinks(URLS, most, en.page)));
  expect(html.replaceAll(/<[^>]*>/g, '').trim()).toBe(said);
  const hrefs = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  expect(hrefs).toEqual(URLS.slice(0, most));
});
