import { expect, test } from 'vitest';
import { PARAMETERS } from '../../src/schema/query-parameters.ts';
import { ROUTES } from '../../src/routes/routes.ts';
import { BROWSER, Site } from './site.ts';
import { EXAMPLE_FILES, addFiles } from './widget-files.ts';

const BUDGET = 14 * 1024; // one initial congestion window

test('names every address and query key, and every address that it leads to answers', async () => {
  const site = new Site();
  await addFiles(site, EXAMPLE_FILES);
  const page = await (await site.fetch('/api', { headers: BROWSER })).text();
  for (const { path } of ROUTES) expect(page).toContain(`<code>${path}</code>`);
  for (const key of Object.keys(PARAMETERS).filter((name) => name !== 'format')) {
    expect(page).toContain(`<code>${key}</code>`);
  }
  expect(page).toContain('<code>usd.&lt;hardware&gt;</code>');
  expect(page).not.toContain('usdByHardware'); // no key that one could type
  const [main = ''] = /<main[^]*<\/main>/.exec(page) ?? [];
  const links = [...main.matchAll(/href="([^"]+)"/g)].map(([, href]) =>
    href!.replaceAll('&amp;', '&'),
  );
  expect(links.length).toBeGreaterThan(30);
  for (const href of new Set(links.filter((one) => !/\.(png|svg)/.test(one)))) {
    const first = await site.fetch(href);
    const moved = first.headers.get('Location');
    const { status } = moved === null ? first : await site.fetch(moved);
    expect([href, status]).toEqual([href, 200]);
  }
});

test('is linked from every page, and fits into one congestion window', async () => {
  const site = new Site();
  const method = await (await site.fetch('/method', { headers: BROWSER })).text();
  const [footer = ''] = /<footer[^]*<\/footer>/.exec(method) ?? [];
  expect(footer).toContain('href="/api"');
  const page = await (await site.fetch('/api', { headers: BROWSER })).text();
  const gzipped = new Response(page).body!.pipeThrough(new CompressionStream('gzip'));
  expect((await new Response(gzipped).arrayBuffer()).byteLength).toBeLessThanOrEqual(BUDGET);
});
