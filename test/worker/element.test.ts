import { describe, expect, test } from 'vitest';
import type { Pointer } from '../../src/core/release.ts';
import { sha256Hex } from '../../src/kv/content.ts';
import { CURRENT } from '../../src/kv/keys.ts';
import { EMBEDS } from '../../src/routes/embed.ts';
import { problemSchema, scriptVersionsSchema } from '../../src/schema/document.ts';
import { BROWSER, ORIGIN, Site } from './site.ts';
import { addFiles } from './widget-files.ts';

const EMBED = '/embed/qwen-3-5/b300-fp4/mtp-vs-off';

/** Puts a script into a release, under its hashed and its moving name. */
async function addScript(site: Site, release: string, text: string): Promise<string> {
  const name = `matchpoint.${(await sha256Hex(text)).slice(0, 12)}.js`;
  await addFiles(site, { 'matchpoint.js': text, [name]: text }, release);
  return `/widgets/${name}`;
}

function currentOf({ kv }: Site): string {
  return (JSON.parse(kv.values.get(CURRENT)!) as Pointer).release;
}

describe('scripts', () => {
  test('the moving name is what was published last; every hashed one stays', async () => {
    const site = new Site();
    const first = await addScript(site, currentOf(site), 'export const version = 1;');
    const second = await addScript(site, currentOf(site), 'export const version = 2;');

    const old = await site.fetch(first);
    expect(await old.text()).toBe('export const version = 1;');
    expect(old.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
    expect(old.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(old.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(old.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');

    const moving = await site.fetch('/widgets/matchpoint.js');
    expect(await moving.text()).toBe('export const version = 2;');
    expect(moving.headers.get('Cache-Control')).toBe(
      'public, max-age=60, stale-while-revalidate=300',
    );
    const again = await site.fetch('/widgets/matchpoint.js', {
      headers: { 'If-None-Match': moving.headers.get('ETag')! },
    });
    expect(again.status).toBe(304);

    const { versions } = await (
      await site.fetch('/widgets/versions.json')
    ).json<{
      versions: { url: string; integrity: string; isCurrent: boolean }[];
    }>();
    expect(versions.map(({ url, isCurrent }) => [new URL(url).pathname, isCurrent])).toEqual([
      [first, false],
      [second, true],
    ]);
    // printf 'export const version = 1;' | openssl dgst -sha384 -binary | base64
    expect(versions[0]!.integrity).toBe(
      'sha384-m7KzEBksOQItEN0MKedx4YRx36udE2PMmnyeIK7Et1+Mu4EL/sMrUw0+iZBISU1r',
    );
  });

  test('versions of the script of rankings are listed by themselves', async () => {
    const site = new Site();
    const comparison = await addScript(site, currentOf(site), 'export const version = 1;');
    const names = ['matchpoint-rank.0123456789ab.js', 'matchpoint-rank.ba9876543210.js'] as const;
    await addFiles(site, { 'resize.0123456789ab.js': 'fit();', [names[0]]: 'first();' });
    await addFiles(site, { 'matchpoint-rank.js': 'second();', [names[1]]: 'second();' });
    const listed = scriptVersionsSchema.parse(
      await (await site.fetch('/widgets/versions.json')).json(),
    );
    const { versions, moving, ranking } = listed;
    expect([moving, ...versions.map(({ url }) => url)]).toEqual(
      ['/widgets/matchpoint.js', comparison].map((path) => ORIGIN + path),
    );
    expect(ranking.moving).toBe(`${ORIGIN}/widgets/matchpoint-rank.js`);
    expect(ranking.versions).toEqual([
      expect.objectContaining({ name: names[0], bytes: 8, isCurrent: false }),
      {
        name: names[1],
        url: `${ORIGIN}/widgets/${names[1]}`,
        // printf 'second();' | openssl dgst -sha384 -binary | base64
        integrity: 'sha384-Cj7Wv+moxLNGodEDS7EhPtnhIXYPDa3jauhKR1IpY/lRLFP/5htEjcO2rO/MIdCD',
        bytes: 9,
        isCurrent: true,
      },
    ]);
  });

  test('a script of a release that was rolled back from still answers', async () => {
    const site = new Site([]);
    const [older, newer] = [site.kv.store('shipped'), site.kv.store('changed')];
    site.kv.point([older, newer]);
    const path = await addScript(site, newer, 'export const version = 3;');
    expect(await (await site.fetch(path)).text()).toBe('export const version = 3;');
  });

  test('a name that was never published is 404', async () => {
    const response = await new Site().fetch('/widgets/matchpoint.000000000000.js');
    expect(response.status).toBe(404);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  });
});

/** By any page: of a file, of an app, and one that isolates itself. */
function expectFramed({ headers }: Response): void {
  expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  expect(headers.get('Content-Security-Policy')).not.toContain('frame-ancestors');
  expect(headers.get('X-Frame-Options')).toBeNull();
  expect(headers.get('Cross-Origin-Embedder-Policy')).toBe('require-corp');
  expect(headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
}

describe('/embed', () => {
  test.each(EMBEDS.flatMap(({ examples }) => examples))(
    '%s may be framed by anyone',
    async (path) => {
      const response = await new Site().fetch(path);
      expect(response.status).toBe(200);
      expectFramed(response);
      const policy = response.headers.get('Content-Security-Policy');
      expect(policy).toContain("script-src 'self' 'sha256-");
      expect(policy).not.toContain('unsafe');
      const html = await response.text();
      expect(html).toContain('<table class="table wide'); // without a script too
      expect(html).toContain('4,729.0');
    },
  );

  test('a 304 may be framed as the 200 may', async () => {
    const site = new Site();
    const tag = (await site.fetch(EMBED)).headers.get('ETag')!;
    const same = await site.fetch(EMBED, { headers: { 'If-None-Match': tag } });
    expect(same.status).toBe(304);
    expectFramed(same);
  });

  test('a card has the theme of the frame', async () => {
    const html = await (await new Site().fetch(`${EMBED}?theme=dark&view=card`)).text();
    expect(html).toContain('view="card" theme="dark"');
  });

  test.each([
    { path: `${EMBED}-vs-nothing`, status: 400 },
    { path: `${EMBED}?release=000000000000`, status: 404 },
  ])('what $path lacks is said in the frame', async ({ path, status }) => {
    const headers = { Accept: 'text/html,*/*;q=0.8' };
    const response = await new Site().fetch(path, { headers });
    expect(response.status).toBe(status);
    expectFramed(response);
    const html = await response.text();
    expect(html).toContain('matchpoint-height');
    expect(html).toContain('<base target="_blank">');
    expect(html).toMatch(/nothing|000000000000 is not listed/);
  });

  test.each([
    { path: EMBED.replace('b300', 'b301'), said: 'nearest: b300' },
    { path: EMBED.replace('qwen-3-5', 'qwen-3-6'), said: 'href="/compare/qwen-3-5/' },
    { path: `${EMBED}.json`, said: `href="${EMBED}"` },
  ])('the nearest to $path is named, in the frame and in the document', async ({ path, said }) => {
    const html = await (await new Site().fetch(path, { headers: BROWSER })).text();
    expect(html).toContain('matchpoint-height');
    expect(html).toContain(said);
    const problem = problemSchema.parse(await (await new Site().fetch(path)).json());
    expect(problem.candidates ?? problem.nearest).not.toHaveLength(0);
  });

  test('pages still may not be framed', async () => {
    const response = await new Site().fetch(EMBED.replace('embed', 'compare'));
    expect(response.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
  });

  test('hands its query to the element and to the document', async () => {
    const query = '?at=100,120&editable=true&metrics=cost,throughput&theme=dark&view=table';
    const html = await (await new Site().fetch(`${EMBED}${query}`)).text();
    expect(html).toContain(
      '<matchpoint-compare src="https://matchpoint.example/compare/qwen-3-5/b300-fp4/mtp-vs-off.json?at=100,120" view="table" metrics="cost,throughput" editable loading="eager">',
    );
    expect(html).toContain('<html lang="en" class="dark">');
  });

  test.each([
    { query: '?view=pie', key: 'view' },
    { query: '?metrics=speed', key: 'metrics' },
    { query: '?editable=maybe', key: 'editable' },
  ])('$query is refused', async ({ query, key }) => {
    const response = await new Site().fetch(`${EMBED}${query}`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(key);
  });

  test('spellings lead to one address', async () => {
    const response = await new Site().fetch(`${EMBED}?view=table%20chart&lang=en`);
    expect(response.status).toBe(308);
    expect(response.headers.get('Location')).toBe(`${EMBED}?view=table,chart`);
  });
});
