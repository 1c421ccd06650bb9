import { expect, test } from 'vitest';
import { ROUTES } from '../../src/routes/routes.ts';
import { ORIGIN, Site } from './site.ts';
import { EXAMPLE_FILES, addFiles } from './widget-files.ts';

test.each(ROUTES.flatMap(({ examples }) => examples))('%s is there', async (path) => {
  const site = new Site();
  await addFiles(site, EXAMPLE_FILES);
  const first = await site.fetch(path);
  const response = first.status === 308 ? await site.fetch(first.headers.get('Location')!) : first;
  expect(response.status).toBe(200);
  expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0);
});

test('the calls that llms.txt and the sitemap name work as they stand', async () => {
  const site = new Site();
  const llms = await (await site.fetch('/llms.txt')).text();
  const calls = [...llms.matchAll(/curl -L "?(https:[^\s"]+)/g)].map(([, url]) => url!);
  expect(calls).toHaveLength(4);
  const links = [...llms.matchAll(/\]\((https:[^)<]+)\)/g)].map(([, url]) => url!);
  const named = links.map((url) => new URL(url).pathname);
  expect(named).toEqual(expect.arrayContaining(['/openapi.json', '/search.json', '/changes.json']));
  calls.push(...links.filter((url) => !url.includes('from=previous'))); // of one release there is none
  const sitemap = await (await site.fetch('/sitemap.xml')).text();
  const pages = [...sitemap.matchAll(/<loc>([^<]+)/g)].map(([, url]) => url!);
  const catalog = await (
    await site.fetch('/catalog.json')
  ).json<{ models: { comparisons: { id: string }[] }[] }>();
  const listed = catalog.models.flatMap(({ comparisons }) => comparisons);
  expect(pages).toEqual(expect.arrayContaining(listed.map(({ id }) => `${ORIGIN}/compare/${id}`)));
  expect(pages.length).toBeGreaterThan(70);
  expect(new Set(pages).size).toBe(pages.length);
  for (const url of [...calls, ...pages]) {
    expect(url.startsWith(`${ORIGIN}/`)).toBe(true);
    expect((await site.fetch(url.slice(ORIGIN.length))).status).toBe(200);
  }
});

test('the sitemap has every page that stands by itself and may be found', async () => {
  const site = new Site();
  const sitemap = await (await site.fetch('/sitemap.xml')).text();
  const pages = new Set([...sitemap.matchAll(/<loc>([^<]+)/g)].map(([, url]) => url!));
  const alone = ROUTES.filter(({ medium, path }) => medium === 'html' && !path.includes('{'));
  const found: string[] = [];
  for (const { path } of alone) {
    const response = await site.fetch(path);
    if (!(await response.text()).includes('content="noindex"')) found.push(`${ORIGIN}${path}`);
  }
  expect(found).toContain(`${ORIGIN}/method`);
  expect(found.filter((page) => !pages.has(page))).toEqual([]);
});

test('every link of the home page leads to an answer', async () => {
  for (const name of ['shipped', 'measured'] as const) {
    const site = new Site([name]);
    const home = await (await site.fetch('/')).text();
    const links = [...home.matchAll(/href="(\/[^"]*)"/g)].map(([, path]) =>
      path!.replaceAll('&amp;', '&'),
    );
    expect(links.length).toBeGreaterThan(30);
    for (const path of new Set(links)) {
      const response = await site.fetch(path);
      expect([200, 308]).toContain(response.status);
    }
  }
});
