import { beforeEach, describe, expect, test } from 'vitest';
import { BROWSER, Site } from './site.ts';

const WIKI = 'https://wiki.example';
const OTHER = 'https://other.example';
const PAGE = '/compare/qwen-3-5/b300-fp4/mtp-vs-off';
const EMBED = '/embed/qwen-3-5/b300-fp4/mtp-vs-off';
const ALL = [PAGE, `${PAGE}.json`, `${PAGE}.svg`, EMBED, '/', '/nowhere', '/robots.txt', '/health'];

let site: Site;
beforeEach(() => {
  site = new Site();
  site.vars = { VISIBILITY: 'private' };
});

const from = (origin: string) => ({ headers: { Origin: origin } });

describe('a private site', () => {
  test.each(ALL)('%s is for no index and no shared cache', async (path) => {
    const { headers } = await site.fetch(path);
    expect(headers.get('X-Robots-Tag')).toBe('noindex');
    expect(headers.get('Cache-Control')).toMatch(/^private|^no-store/);
  });

  test('has no sitemap, and lets no crawler in', async () => {
    const sitemap = await site.fetch('/sitemap.xml');
    expect([sitemap.status, sitemap.headers.get('X-Robots-Tag')]).toEqual([404, 'noindex']);
    const robots = await site.fetch('/robots.txt');
    expect(await robots.text()).toBe('User-agent: *\nDisallow: /\n');
  });

  test('answers whatever is asked of what crawlers read', async () => {
    const asked = (path: string, init: RequestInit) => site.fetch(path, init);
    for (const path of ['/robots.txt', '/sitemap.xml']) {
      const preflight = await asked(path, { method: 'OPTIONS', ...from(WIKI) });
      expect([path, preflight.status]).toEqual([path, 204]);
      const posted = await asked(path, { method: 'POST' });
      expect([path, posted.status, posted.headers.get('Allow')]).toEqual([
        path,
        405,
        'GET, HEAD, OPTIONS',
      ]);
      expect(posted.headers.get('Content-Type')).toContain('problem+json');
    }
    const head = await asked('/robots.txt', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('Content-Type')).toMatch(/^text\/plain/);
  });

  test.each(ALL)('%s is for no other site', async (path) => {
    const { headers } = await site.fetch(path, from(OTHER));
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
    expect(headers.get('Timing-Allow-Origin')).toBeNull();
    expect(headers.get('Cross-Origin-Resource-Policy')).not.toBe('cross-origin');
    expect(headers.get('Content-Security-Policy')).toMatch(
      /frame-ancestors ('none'|'self'$)|sandbox$/,
    );
  });

  test('may be read and framed by the sites of the list, and by no others', async () => {
    site.vars = { VISIBILITY: 'private', ALLOWED_ORIGINS: `${WIKI}, https://blog.example` };
    const allowed = await site.fetch(`${PAGE}.json`, from(WIKI));
    expect(allowed.headers.get('Access-Control-Allow-Origin')).toBe(WIKI);
    expect(allowed.headers.get('Vary')).toContain('Origin');
    const refused = await site.fetch(`${PAGE}.json`, from(OTHER)); // kept from the one before
    expect(refused.headers.get('Access-Control-Allow-Origin')).toBeNull();
    const asked = await site.fetch(`${PAGE}.json`, { method: 'OPTIONS', ...from(WIKI) });
    expect(asked.headers.get('Access-Control-Allow-Origin')).toBe(WIKI);
    const embed = await site.fetch(EMBED);
    expect(embed.headers.get('Content-Security-Policy')).toMatch(
      /; frame-ancestors 'self' https:\/\/wiki\.example https:\/\/blog\.example$/,
    );
    const page = await site.fetch(PAGE, { headers: BROWSER });
    expect(page.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
  });

  test('takes nothing but scheme and host for a site', async () => {
    const written = `* null https://wiki.example/ 'none' ; javascript:alert(1)`;
    site.vars = { VISIBILITY: 'private', ALLOWED_ORIGINS: written };
    const embed = await site.fetch(EMBED, from('null'));
    expect(embed.headers.get('Content-Security-Policy')).toMatch(/; frame-ancestors 'self'$/);
    const data = await site.fetch(`${PAGE}.json`, from('null'));
    expect(data.headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  test('answers 304 and the same body as a public one', async () => {
    const first = await site.fetch(`${PAGE}.json`);
    const etag = first.headers.get('ETag')!;
    const again = await site.fetch(`${PAGE}.json`, { headers: { 'If-None-Match': etag } });
    expect([again.status, again.headers.get('Cache-Control')]).toEqual([
      304,
      expect.stringMatching(/^private/),
    ]);
    site.vars = {};
    expect(await (await site.fetch(`${PAGE}.json`)).text()).toBe(await first.text());
  });
});

test.each(['Private', 'privat', ' internal'])(
  '%s is private: a slip opens nothing',
  async (word) => {
    site.vars = { VISIBILITY: word };
    expect((await site.fetch(PAGE)).headers.get('X-Robots-Tag')).toBe('noindex');
  },
);

test.each([undefined, '', 'public'])('%s is public', async (word) => {
  site.vars = word === undefined ? {} : { VISIBILITY: word };
  const { headers } = await site.fetch(`${PAGE}.json`, from(OTHER));
  expect(headers.get('X-Robots-Tag')).toBeNull();
  expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(headers.get('Cache-Control')).toMatch(/^public/);
  expect((await site.fetch('/sitemap.xml')).status).toBe(200);
});
