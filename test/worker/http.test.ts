import { describe, expect, inject, test } from 'vitest';
import { CONSTANT_STYLES } from '../../src/view/page/page.ts';
import { problemSchema } from '../../src/schema/document.ts';
import { ROUTES } from '../../src/routes/routes.ts';
import { BROWSER, ORIGIN, Site } from './site.ts';
import { EXAMPLE_FILES, addFiles } from './widget-files.ts';

const REFERENCE = '/compare/qwen-3-5/b300-fp4/mtp-vs-off';
const { shipped, changed } = inject('releases');

test('a pinned home page leads to comparisons and rankings under its pin', async () => {
  const html = await (await new Site().fetch(`/?release=${shipped.id}`)).text();
  const [lists = ''] = html.split('id="address"'); // which shows how an address looks
  const hrefs = [...lists.matchAll(/<a href="(\/(?:compare|rank)\/[^"]*)"/g)].map(
    ([, href]) => href,
  );
  expect(hrefs.length).toBeGreaterThan(20);
  for (const href of hrefs) expect(href).toContain(`release=${shipped.id}`);
});

test('a refusal in place of a page depends on what the client takes, any other does not', async () => {
  const varyOf = async (path: string) =>
    (await new Site().fetch(path, { headers: BROWSER })).headers.get('Vary');
  expect(await varyOf(`${REFERENCE}?price=2`)).toBe('Accept');
  expect(await varyOf(`${REFERENCE}.json?price=2`)).toBeNull();
});

describe('what bad input gets', () => {
  test.each<readonly [number, string, string]>([
    [400, '/compare/qwen-3-5/b301-fp4/mtp-vs-off', '"b301" at position 9'],
    [400, '/compare/qwen-3-5/b300-fp4/mtp', '2 to 4 sides'],
    [400, '/compare/qwen-3-5/b300-fp4/mtp-vs-mtp', 'no two sides are alike'],
    [400, '/compare/qwen-3-5/b300-fp4/mtp-vs-b300-off', 'same dimensions'],
    [400, '/compare/qwen-3-5/fp4/mtp-vs-off', 'hardware is named'],
    [400, '/compare/qwen-3-5/_/b200-vs-b300-vs-h100-vs-h200-vs-mi300x', '2 to 4 sides'],
    [400, '/compare/nothing-like-this', 'starts with a model'],
    [400, '/compare/qwen-3-5/b300-fp4/mtp-vs-%E0%A4%A', 'malformed percent-encoding'],
    [400, `${REFERENCE}?at=%`, 'malformed percent-encoding'],
    [400, `/compare/${'a'.repeat(8000)}`, 'at most 8000 characters'],
    [400, `/compare/qwen-3-5/${'fp4-'.repeat(200)}/a-vs-b`, 'at most 400 characters'],
    [400, `${REFERENCE}?at=0`, 'at=0: at is 1 to 5 numbers from 0.1 to 10000'],
    [400, `${REFERENCE}?at=1,2,3,4,5,6`, '1 to 5 numbers'],
    [400, `${REFERENCE}?at=12.34`, 'at most one decimal'],
    [400, `${REFERENCE}?usd=1001`, 'usd=1001: usd is a number from 0.01 to 1000'],
    [400, `${REFERENCE}?usd.b300=x`, 'usd.b300=x'],
    [400, `${REFERENCE}?util=0`, 'util=0'],
    [400, `${REFERENCE}?tier=free`, 'tier=free: tier is a tier of rate card 2025-08: hyperscaler'],
    [400, `${REFERENCE}?rates=2026-07&tier=free`, ': hyperscaler, neocloud or rental'],
    [400, '/rank/deepseek-r1/8k1k?tier=free', 'tier=free: tier is a tier of rate card 2026-07'],
    [400, `${REFERENCE}?tier=a--b`, "or a tier of the rate card's own"],
    [400, `${REFERENCE}?tier=rental&tier=neocloud`, 'given once'],
    [400, `${REFERENCE}?rates=1999-01`, 'rate card of the release: '],
    [400, `${REFERENCE}?release=latest`, 'release id'],
    [400, `${REFERENCE}?lang=fr`, 'lang=fr'],
    [404, '/compare/no-model/b300-fp4/mtp-vs-off', 'no-model: no such model'],
    [404, '/compare/qwen-3-5/bf16-agentic/h100-vs-mi355x', 'fewer than two sides have data'],
    ...['%0a', '%00', '%E4%BD%A0', '%20', '%22', '%3F', '%23', '%2e%2e%5c', 'qwen--3', '-a'].map(
      (model) =>
        [400, `/compare/${model}/b300-fp4/mtp-vs-off`, 'the key of a model is letters'] as const,
    ),
    [400, '/sweeps/%E4%BD%A0/1k1k.json', 'each a key'],
    [400, '/sweeps/qwen-3-5/%3F.json', 'each a key'],
    [404, '/nothing', 'nothing has this address'],
    [404, '/sweeps/qwen-3-5/nothing.json', 'no sweeps of this model'],
    [404, `${REFERENCE}?release=000000000000`, 'is not listed'],
  ])('%i %s', async (status, path, said) => {
    const site = new Site();
    const response = await site.fetch(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=30');
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    const problem = problemSchema.parse(await response.json());
    expect(problem.detail).toContain(said);
    expect(problem.status).toBe(status);
    expect(problem.instance).toBe(path);

    const method = await (await site.fetch('/method')).text();
    const { hash, origin, pathname } = new URL(problem.type);
    expect({ origin, pathname }).toEqual({ origin: ORIGIN, pathname: '/method' });
    expect(method).toContain(`id="${hash.slice(1)}"`);

    const page = await site.fetch(path, { headers: BROWSER });
    expect(page.status).toBe(status);
    const isFile = path.endsWith('.json');
    expect(page.headers.get('Content-Type')).toContain(isFile ? 'problem+json' : 'text/html');
  });

  test('the nearest comparisons are linked, and are there', async () => {
    const site = new Site();
    for (const path of [
      '/compare/qwen-3-6/b300-fp4/mtp-vs-off',
      '/compare/qwen-3-5/bf16-agentic/h100-vs-mi355x',
      '/nothing',
    ]) {
      const { nearest = [] } = problemSchema.parse(await (await site.fetch(path)).json());
      expect(nearest.length).toBeGreaterThan(0);
      for (const { href } of nearest) {
        expect((await site.fetch(href.slice(ORIGIN.length))).status).toBe(200);
      }
    }
  });

  test('a pruned release is gone, and the answer names the current one', async () => {
    const site = new Site();
    site.kv.point([shipped.id], [changed.id]);
    const response = await site.fetch(`${REFERENCE}.json?release=${changed.id}`);
    expect(response.status).toBe(410);
    const problem = problemSchema.parse(await response.json());
    expect(problem['current']).toBe(shipped.id);
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s is refused before parsing', async (method) => {
    const site = new Site();
    const response = await site.fetch('/compare/%E0%A4%A', { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toBe('GET, HEAD, OPTIONS');
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(site.kv.reads).toEqual([]);
  });

  test('a third side without data is absent, not an error', async () => {
    const path = '/compare/qwen-3-5/fp4-mtp-1k1k/b200-vs-b300-vs-mi300x.json?basis=published';
    const { sides, values } = await new Site().document(path);
    expect(sides[2]?.range).toBeNull();
    expect(values[0]?.sides[2]?.status).toBe('absent');
  });

  test('a target outside the range has no number', async () => {
    const { values, notices } = await new Site().document(`${REFERENCE}.json?at=10,93,9999`);
    const read = values.map(({ sides }) => [sides[0]?.status, sides[0]?.throughput]);
    expect(read).toEqual([
      ['below-range', null],
      ['published', 4729],
      ['above-range', null],
    ]);
    expect(notices.map(({ code }) => code)).toContain('out-of-range');
  });
});

describe('caching', () => {
  test.each([
    ['', 'public, max-age=60, stale-while-revalidate=300'],
    ['.json', 'public, max-age=60, stale-while-revalidate=300'],
    [`?release=${shipped.id}`, 'public, max-age=60, stale-while-revalidate=300'],
    [`.json?release=${shipped.id}`, 'public, max-age=86400'],
    [`.chart.svg?release=${shipped.id}`, 'public, max-age=86400'],
  ])('%s: %s, and its 304 says the same', async (form, caching) => {
    const site = new Site();
    const whole = await site.fetch(`${REFERENCE}${form}`);
    expect(whole.headers.get('Cache-Control')).toBe(caching);
    const tag = whole.headers.get('ETag')!;
    expect(tag).toMatch(/^W\/"[!#-~]+"$/);

    for (const fresh of [site, new Site()]) {
      const same = await fresh.fetch(`${REFERENCE}${form}`, {
        headers: { 'If-None-Match': `"other", ${tag.slice(2)}` },
      });
      expect(same.status).toBe(304);
      expect(await same.text()).toBe('');
      const without = (headers: Headers) =>
        [...headers].filter(([name]) => name !== 'content-type' && name !== 'content-length');
      expect(without(same.headers)).toEqual(without(whole.headers));
    }
  });

  test('another release, address, form or query is another tag', async () => {
    const site = new Site();
    const other = new Site(['changed']);
    const tags = await Promise.all([
      site.fetch(`${REFERENCE}.json`),
      site.fetch(`${REFERENCE}.csv`),
      site.fetch(`${REFERENCE}.json?at=100`),
      site.fetch(REFERENCE),
      site.fetch(REFERENCE, { headers: { Accept: 'text/markdown' } }),
      other.fetch(`${REFERENCE}.json`),
    ]);
    expect(new Set(tags.map(({ headers }) => headers.get('ETag'))).size).toBe(tags.length);
  });

  test('an answer given before is given again, byte for byte, until the pointer moves', async () => {
    const site = new Site(['shipped']);
    const [first, second, third] = [
      await site.fetch(`${REFERENCE}.json`),
      await site.fetch(`${REFERENCE}.json`),
      await site.fetch(`${REFERENCE}.json`),
    ];
    expect([...second.headers]).toEqual([...first.headers]);
    expect([...third.headers]).toEqual([...first.headers]);
    const text = await first.text();
    expect(await second.text()).toBe(text);
    expect(await third.text()).toBe(text);
    site.kv.publish('shipped', 'changed');
    site.nowMs += 60_000;
    const moved = await site.document(`${REFERENCE}.json`);
    expect(moved.release.id).toBe(changed.id);
    expect(moved.values[0]?.sides[0]?.throughput).toBe(2 * 4729);
  });
});

test.each(['/health?t=1', '/robots.txt?x', '/openapi.json?x', '/widgets/matchpoint.js?v=2'])(
  '%s is answered as it stands',
  async (path) => {
    const site = new Site();
    await addFiles(site, EXAMPLE_FILES);
    expect((await site.fetch(path)).status).toBe(200);
  },
);

describe('one origin', () => {
  const paths = ROUTES.flatMap(({ examples }) => examples).filter(
    (path) => !/\.png|\.svg/.test(path),
  );

  test.each(paths)(
    '%s: whoever fills a cache without the host in its key, the bytes are the same',
    async (path) => {
      const cache = new Map<string, { body: string; headers: string }>();
      for (const host of ['https://evil.example', ORIGIN, 'http://localhost:1']) {
        const site = new Site();
        await addFiles(site, EXAMPLE_FILES);
        const response = await site.fetch(path, {}, host);
        const headers = JSON.stringify([...response.headers]);
        const answer = { body: await response.text(), headers };
        expect(cache.get(path) ?? answer).toEqual(answer);
        cache.set(path, answer);
      }
      expect(JSON.stringify(cache.get(path))).not.toMatch(/evil\.example|localhost/);
    },
  );

  test('so is a refusal', async () => {
    for (const init of [{}, { headers: BROWSER }]) {
      const [own, other] = await Promise.all(
        [ORIGIN, 'https://evil.example'].map(async (host) =>
          (await new Site().fetch('/compare/qwen-3-6/b300/mtp-vs-off', init, host)).text(),
        ),
      );
      expect(other).toBe(own);
      expect(own).toContain(ORIGIN);
    }
  });

  test('a page that came by another host may load what its absolute addresses name', async () => {
    const response = await new Site().fetch(REFERENCE, {}, 'https://other.example');
    const policy = response.headers.get('Content-Security-Policy')!;
    for (const directive of ['img-src', 'connect-src', 'frame-src']) {
      expect(policy).toContain(`${directive} 'self' ${ORIGIN}`);
    }
  });

  test('an answer given before under one host is given again under the other', async () => {
    const site = new Site();
    await site.fetch('/'); // answers are kept once the pointer is known
    const first = await site.fetch(`${REFERENCE}.json`, {}, 'https://other.example');
    const { length } = site.kv.reads;
    expect(await (await site.fetch(`${REFERENCE}.json`)).text()).toBe(await first.text());
    expect(site.kv.reads).toHaveLength(length);
  });

  test('without one, addresses are relative, and oEmbed says what it needs', async () => {
    const site = new Site();
    site.origin = null;
    const page = await (await site.fetch(REFERENCE, { headers: BROWSER })).text();
    expect(page).not.toContain(ORIGIN);
    expect(page).toContain(`<link rel="canonical" href="${REFERENCE}">`);
    const { links } = await site.document(`${REFERENCE}.json`);
    expect(links.page).toBe(REFERENCE);
    const robots = await (await site.fetch('/robots.txt')).text();
    expect(robots).not.toContain('Sitemap');
    const oembed = await site.fetch(`/oembed?url=${encodeURIComponent(`${ORIGIN}${REFERENCE}`)}`);
    expect(oembed.status).toBe(404);
    expect(await oembed.text()).toContain('ORIGIN is not configured');
  });
});

describe('headers', () => {
  test.each([
    ['/', {}],
    [`${REFERENCE}.json`, {}],
    [`${REFERENCE}/`, {}],
    ['/nothing', {}],
    ['/', { method: 'OPTIONS' }],
    ['/', { method: 'POST' }],
  ])('%s %o is to be asked for by https only', async (path, init) => {
    const { headers } = await new Site().fetch(path, init);
    expect(headers.get('Strict-Transport-Security')).toBe('max-age=31536000');
  });

  test('a page lets in its own styles by hash, and nobody frames it', async () => {
    const response = await new Site().fetch(REFERENCE, { headers: BROWSER });
    const policy = response.headers.get('Content-Security-Policy')!;
    const html = await response.text();
    for (const style of CONSTANT_STYLES) {
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
      expect(policy).toContain(`'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`);
    }
    const styles = CONSTANT_STYLES.filter((style) => html.includes(`<style>${style}</style>`));
    expect(styles).toHaveLength(1);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|nonce/);
    expect(html).not.toMatch(/<[^>]* (style|on[a-z]+)=/);
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(response.headers.get('Referrer-Policy')).toBe('strict-origin-when-cross-origin');
    expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
    expect(response.headers.get('Vary')).toBe('Accept');
  });

  test.each([
    ['.chart.svg', "default-src 'none'; style-src 'unsafe-inline'; sandbox"],
    ['.csv', "default-src 'none'; frame-ancestors 'none'; sandbox"],
    ['.png', "default-src 'none'; frame-ancestors 'none'; sandbox"],
  ])(
    '%s opened by itself can do nothing, and a picture has its own styles',
    async (form, policy) => {
      const { headers } = await new Site().fetch(`${REFERENCE}${form}`);
      expect(headers.get('Content-Security-Policy')).toBe(policy);
    },
  );

  test.each(['.json', '.csv', '.md', '.chart.svg'])('%s is open data', async (form) => {
    const { headers } = await new Site().fetch(`${REFERENCE}${form}`);
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(headers.get('Access-Control-Allow-Credentials')).toBeNull();
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
    expect(headers.get('Timing-Allow-Origin')).toBe('*');
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  test('OPTIONS answers for any address, without reading', async () => {
    const site = new Site();
    const response = await site.fetch('/compare/x', { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers.get('Access-Control-Allow-Methods')).toBe('GET, HEAD, OPTIONS');
    expect(site.kv.reads).toEqual([]);
  });

  test('HEAD has the headers of GET and no body', async () => {
    const site = new Site();
    const get = await site.fetch(`${REFERENCE}.json`);
    const head = await site.fetch(`${REFERENCE}.json`, { method: 'HEAD' });
    expect([...head.headers]).toEqual([...get.headers]);
    expect(await head.text()).toBe('');
  });

  test('HEAD uses answers given before, and leaves them for GET', async () => {
    const site = new Site();
    await site.fetch('/'); // answers are kept once the pointer is known
    site.rendersLeft = 1;
    const path = `${REFERENCE}.png?at=95`;
    const head = await site.fetch(path, { method: 'HEAD' });
    expect(head.status).toBe(200);
    const get = await site.fetch(path);
    expect((await get.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
    expect((await site.fetch(path, { method: 'HEAD' })).status).toBe(200);
    expect(site.rendersCounted).toHaveLength(1);
  });

  test.each([
    ['text/markdown', 'text/markdown'],
    ['text/markdown, text/html;q=0.9', 'text/markdown'],
    ['text/html, text/markdown;q=0.5', 'text/html'],
    ['text/html;q=0.9, TEXT/Markdown;Q=0.9', 'text/markdown'],
    ['text/markdown;q=0', 'text/html'],
    ['application/json', 'application/json'],
    ['application/json, text/plain, */*', 'application/json'],
    ['text/html, application/json;q=0.9', 'text/html'],
    ['application/json;q=0.5, text/markdown', 'text/markdown'],
    ['text/*', 'text/html'],
    ['*/*', 'text/html'],
    [BROWSER.Accept, 'text/html'],
  ])('Accept: %s gets %s from a page address', async (accept, type) => {
    const site = new Site();
    for (let time = 0; time < 2; time++) {
      const response = await site.fetch(REFERENCE, { headers: { Accept: accept } });
      expect(response.headers.get('Content-Type')).toContain(type);
      expect(response.headers.get('Vary')).toBe('Accept');
    }
  });

  test.each([REFERENCE, '/rank/deepseek-r1/8k1k'])('%s as JSON is its .json', async (path) => {
    const site = new Site();
    const asked = await site.fetch(path, { headers: { Accept: 'application/json' } });
    expect(await asked.text()).toBe(await (await site.fetch(`${path}.json`)).text());
    expect(asked.headers.get('Access-Control-Allow-Origin')).toBe('*');
  });
});
