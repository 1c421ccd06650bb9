import { describe, expect, test } from 'vitest';
import { RANK_EMBEDS } from '../../src/routes/rank-embed.ts';
import { rankingDocumentSchema } from '../../src/schema/rank-document.ts';
import { BROWSER, ORIGIN, Site } from './site.ts';

const EMBED = '/embed/rank/gptoss-120b/8k1k';

async function textOf(site: Site, path: string): Promise<string> {
  const response = await site.fetch(path);
  if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
  return response.text();
}

/** By any page: of a file, of an app, and one that isolates itself. */
function expectFramed({ headers }: Response): void {
  const policy = headers.get('Content-Security-Policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self' 'sha256-");
  expect(policy).not.toMatch(/frame-ancestors|unsafe/);
  expect(headers.get('Cross-Origin-Embedder-Policy')).toBe('require-corp');
  expect(headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
}

test.each(RANK_EMBEDS.flatMap(({ examples }) => examples))(
  '%s may be framed by anyone, whole without a script',
  async (path) => {
    const site = new Site();
    const response = await site.fetch(path);
    expect(response.status).toBe(200);
    expectFramed(response);
    const html = await response.text();
    const json = path.replace('/embed', '').replace(/\?|$/, '.json?').replace('&theme=dark', '');
    const r = rankingDocumentSchema.parse(JSON.parse(await textOf(site, json.replace(/\?$/, ''))));
    const text = html.replaceAll(/<[^>]+>/g, '');
    for (const said of [r.title, r.answer, r.leading!]) expect(text).toContain(said);
    expect(html.match(/<tr/g)).toHaveLength(1 + Math.min(r.rows.length, 8));
    const rest = r.rows.length - 8;
    expect(html.includes(`${rest} more configurations in the whole ranking`)).toBe(rest > 0);
    expect(text).toContain(`Release ${r.release.id}`);
    expect(html.match(/<svg class="plot"/g)).toHaveLength(2);
  },
);

test('the numbers of its rows are those of the whole page', async () => {
  const site = new Site();
  const rows = (html: string) =>
    [...html.matchAll(/<tbody>(.*?)<\/tbody>/gs)][0]![1]!.match(/<tr.*?<\/tr>/gs)!;
  const query = '?at=60&show=all&usd.b200=3';
  const [page, frame] = [
    await textOf(site, `/rank/deepseek-r1/8k1k${query}`),
    await textOf(site, `/embed/rank/deepseek-r1/8k1k${query}`),
  ].map(rows);
  const cells = (row: string) => row.replaceAll(/<svg class="whisker.*?<\/svg>/gs, '');
  expect(page!.length).toBeGreaterThan(8);
  expect(frame!.map(cells)).toEqual(page!.slice(0, 8).map(cells));
});

test('links lead out of the frame, to the question that it shows, without its colours', async () => {
  const html = await textOf(new Site(), `${EMBED}?at=100&theme=dark`);
  expect(html).toContain('<base target="_blank">');
  expect(html).toContain('class="dark"');
  expect(html).toContain(`href="${ORIGIN}/rank/gptoss-120b/8k1k?at=100"`);
  expect(html).not.toContain('theme=dark');
});

test('tells its height, and takes the theme of the page around', async () => {
  const html = await textOf(new Site(), EMBED);
  expect(html).toContain('matchpoint-height');
  expect(html).toContain('matchpoint-theme');
});

test('a 304 may be framed as the 200 may', async () => {
  const site = new Site();
  const tag = (await site.fetch(EMBED)).headers.get('ETag')!;
  const same = await site.fetch(EMBED, { headers: { 'If-None-Match': tag } });
  expect(same.status).toBe(304);
  expectFramed(same);
});

describe('what is not there', () => {
  test.each([
    ['/embed/rank/gptoss-120b/2k2k', 404, 'href="/rank/gptoss-120b/8k1k"'],
    ['/embed/rank/gptoss-120b/8k1k.json', 404, 'href="/rank/gptoss-120b/8k1k"'],
    [`${EMBED}?at=20,30`, 400, 'at is one number from'],
    [`${EMBED}?price=2`, 400, 'price is no key of this address'],
    [`${EMBED}?release=000000000000`, 404, '000000000000 is not listed'],
  ])('%s is said in the frame', async (path, status, said) => {
    const response = await new Site().fetch(path, { headers: BROWSER });
    expect(response.status).toBe(status);
    expectFramed(response);
    const html = await response.text();
    expect(html).toContain('matchpoint-height');
    expect(html).toContain(said);
  });

  test('another spelling leads to the canonical one', async () => {
    const response = await new Site().fetch('/embed/rank/DeepSeek/8k1k/?show=best&at=60');
    expect(response.status).toBe(308);
    expect(response.headers.get('Location')).toBe('/embed/rank/deepseek-r1/8k1k?at=60');
  });

  test('a filter that fits nothing leaves a frame that says so', async () => {
    const html = await textOf(new Site(), `${EMBED}?hardware=h9`);
    expect(html).toContain('No configuration has a number');
    expect(html).not.toContain('<table');
  });
});
