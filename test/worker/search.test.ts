import { expect, test } from 'vitest';
import { searchDocumentSchema } from '../../src/schema/document.ts';
import { BROWSER, ORIGIN, Site } from './site.ts';

const site = new Site();

async function documentOf(query: string) {
  const response = await site.fetch(`/search.json?q=${query}`);
  expect(response.status).toBe(200);
  return searchDocumentSchema.parse(await response.json());
}

test.each([
  'b300+mtp+qwen',
  'h200+vs+mi300x+deepseek',
  'fp8+vs+fp4+r1+8k',
  'cheapest+gpt-oss+at+100+ttft+2',
  'amd+vs+nvidia+at+60',
  '%240.3+kimi',
  'engines',
])('every hit of %s answers, as page and as JSON, at the address given', async (query) => {
  const { hits } = await documentOf(query);
  expect(hits.length).toBeGreaterThan(0);
  for (const { href, json } of hits.slice(0, 12)) {
    for (const url of [href, json]) {
      expect(url.startsWith(`${ORIGIN}/`)).toBe(true);
      expect((await site.fetch(url.slice(ORIGIN.length))).status, url).toBe(200);
    }
  }
});

test('says what was corrected, and what means nothing', async () => {
  const { corrected, unknown } = await documentOf('B3000+quux+fp6+qwen');
  expect(corrected).toEqual([{ word: 'b3000', as: 'B300' }]);
  expect(unknown).toEqual([
    { word: 'quux', nearest: [] },
    { word: 'fp6', nearest: ['FP4', 'FP8'] },
  ]);
});

test('what a form sends is canonical, capitals and signs too', async () => {
  for (const query of ["H200 vs MI300X (deep's seek)!", 'größe 1/2 ~ $0.3 <b>']) {
    const sent = new URLSearchParams({ q: query });
    const response = await site.fetch(`/search?${sent}`, { headers: BROWSER });
    expect(response.status, String(sent)).toBe(200);
  }
  const empty = await site.fetch('/search?q=', { headers: BROWSER });
  expect([empty.status, empty.headers.get('Location')]).toEqual([308, '/search']);
});

test('the page is the JSON or Markdown for who asks for it', async () => {
  const at = (accept: string) =>
    site.fetch('/search?q=b300+mtp+qwen', { headers: { Accept: accept } });
  const json = searchDocumentSchema.parse(await (await at('application/json')).json());
  expect(json).toEqual(await documentOf('b300+mtp+qwen'));
  const markdown = await (await at('text/markdown')).text();
  expect(markdown).toContain(
    `- [Qwen 3.5 397B-A17B on B300 FP4: MTP vs Off](<${ORIGIN}/compare/qwen-3-5/b300-fp4/mtp-vs-off>): 3.3×, MTP ahead at 124 tok/s/user`,
  );
});

test('a query is text wherever it stands, and no page for search engines', async () => {
  const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)> qwen';
  const q = new URLSearchParams({ q: evil });
  const page = await (await site.fetch(`/search?${q}`, { headers: BROWSER })).text();
  expect(page).not.toMatch(/<img src=x|<script>alert/);
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(page).toContain('<meta name="robots" content="noindex">');
  const response = await site.fetch(`/search.json?${q}`);
  expect(response.headers.get('Content-Type')).toBe('application/json');
  expect(searchDocumentSchema.parse(await response.json()).query).toBe(evil);
  const markdown = await site.fetch(`/search?${q}`, { headers: { Accept: 'text/markdown' } });
  expect(await markdown.text()).not.toMatch(/<script>|<img/);
});

test('a query that is too long, or of another key, is refused', async () => {
  expect((await site.fetch(`/search.json?q=${'x'.repeat(201)}`)).status).toBe(400);
  const other = await site.fetch('/search.json?qq=qwen');
  expect(other.status).toBe(400);
  expect(await other.text()).toContain('nearest: q');
});

test('every page has the box, which holds what was asked', async () => {
  for (const path of [
    '/',
    '/method',
    '/search',
    '/compare/qwen-3-5/b300-fp4/mtp-vs-off',
    '/nowhere',
  ]) {
    const page = await (await site.fetch(path, { headers: BROWSER })).text();
    expect(page, path).toContain(
      '<form role="search" action="/search"><input type="search" name="q"',
    );
    expect(page).toContain('<script type="module" src="/widgets/search.js">');
  }
  const asked = await (await site.fetch('/search?q=b300+mtp', { headers: BROWSER })).text();
  expect(asked).toMatch(/<input type="search" name="q"[^>]* value="b300 mtp">/);
});
