import { expect, test } from 'vitest';
import { rankingDocumentSchema } from '../../src/schema/rank-document.ts';
import { ORIGIN, Site } from './site.ts';

const RANK = '/rank/gptoss-120b/8k1k';

async function pngSize(response: Response): Promise<[number, number]> {
  const view = new DataView(await response.arrayBuffer());
  return [view.getUint32(16), view.getUint32(20)];
}

async function head(site: Site, path: string): Promise<Map<string, string>> {
  const html = await (await site.fetch(path)).text();
  const pairs = html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g);
  return new Map([...pairs].map(([, name, value]) => [name!, value!.replaceAll('&amp;', '&')]));
}

test('a card is drawn at either scale, as SVG too', async () => {
  const site = new Site();
  const png = await site.fetch(`${RANK}.png?at=100`);
  expect(png.headers.get('Content-Type')).toBe('image/png');
  expect(await pngSize(png)).toEqual([1200, 630]);
  expect(await pngSize(await site.fetch(`${RANK}.png?scale=0.5&theme=dark`))).toEqual([600, 315]);
  const svg = await site.fetch(`${RANK}.svg?at=100`);
  expect(svg.headers.get('Content-Type')).toBe('image/svg+xml');
  expect(await svg.text()).toMatch(/^<svg width="1200" height="630"/);
});

test('the page names a card for previews that never changes, and says what it says', async () => {
  const site = new Site();
  const meta = await head(site, `${RANK}?at=100`);
  expect(meta.get('twitter:card')).toBe('summary_large_image');
  expect([meta.get('og:image:width'), meta.get('og:image:height')]).toEqual(['1200', '630']);
  const r = rankingDocumentSchema.parse(await (await site.fetch(`${RANK}.json?at=100`)).json());
  expect(meta.get('og:image:alt')).toBe(`${r.title} ${r.answer}`);
  const url = meta.get('og:image')!;
  expect(url).toMatch(
    new RegExp(`^${ORIGIN}/cards/[0-9a-f]{16}/rank/gptoss-120b/8k1k\\.png\\?at=100&release=`),
  );
  const hashed = await site.fetch(url.slice(ORIGIN.length));
  expect(hashed.status).toBe(200);
  expect(hashed.headers.get('Cache-Control')).toContain('immutable');
  const bytes = new Uint8Array(await hashed.arrayBuffer());
  const live = await site.fetch(`${RANK}.png?at=100`);
  expect(new Uint8Array(await live.arrayBuffer())).toEqual(bytes);
  const old = await site.fetch(url.slice(ORIGIN.length).replace(/[0-9a-f]{16}/, 'f'.repeat(16)));
  expect(old.status).toBe(200);
  expect(old.headers.get('Cache-Control')).not.toContain('immutable');
});

test('another spelling of a card’s address leads to the plain one', async () => {
  const path = '/cards/0123456789abcdef/rank/DeepSeek/8k1k.png';
  const response = await new Site().fetch(path);
  expect(response.status).toBe(308);
  expect(response.headers.get('Location')).toBe('/rank/deepseek-r1/8k1k.png');
});

test.each([
  ['/rank/gptoss-120b/2k2k.png', 404],
  [`${RANK}.png?price=2`, 400],
  ['/cards/0123456789abcdef/rank/nothing/8k1k.png', 404],
])('%s is refused with a picture', async (path, status) => {
  const response = await new Site().fetch(path);
  expect(response.status).toBe(status);
  expect(await pngSize(response)).toEqual([1200, 630]);
});

test('cards count against the limit of a client; data and charts stay open', async () => {
  const site = new Site();
  site.rendersLeft = 1;
  const statuses = [];
  for (const at of [95, 96]) statuses.push((await site.fetch(`${RANK}.png?at=${at}`)).status);
  expect(statuses).toEqual([200, 429]);
  for (const form of ['', '.json', '.chart.svg']) {
    expect((await site.fetch(`${RANK}${form}`)).status).toBe(200);
  }
});

test('JSON-LD describes the data with licence, creator and forms', async () => {
  const site = new Site();
  const html = await (await site.fetch(`${RANK}?at=100`)).text();
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)!;
  const data = JSON.parse(json) as Record<string, unknown>;
  const r = rankingDocumentSchema.parse(await (await site.fetch(`${RANK}.json?at=100`)).json());
  expect(data).toMatchObject({
    '@type': 'Dataset',
    name: r.title,
    description: r.answer,
    url: `${ORIGIN}${RANK}?at=100`,
    version: r.release.id,
    creator: [{ '@type': 'Organization', name: r.rows[0]!.sources[0]!.attribution }],
    license: [r.rows[0]!.sources[0]!.license],
    variableMeasured: ['Cost, USD per million total tokens'],
  });
  const forms = data['distribution'] as { contentUrl: string; encodingFormat: string }[];
  expect(forms.map(({ encodingFormat }) => encodingFormat)).toEqual([
    'application/json',
    'text/csv',
    'text/markdown',
  ]);
  for (const { contentUrl } of forms) {
    expect((await site.fetch(contentUrl.slice(ORIGIN.length))).status).toBe(200);
  }
});
