import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { publishableRelease } from '../../../data/release/publishable.ts';
import { startGallery } from '../../../data/serve/gallery.ts';
import { memorySite } from '../../../data/serve/memory-site.ts';
import type { MemorySite } from '../../../data/serve/memory-site.ts';
import { ownDataSet } from './own-data.ts';

const ORIGIN = 'https://own.example';
const OWN = 'own-model/fp8/q1-vs-q2';
const MODELS_FILE = new URL('../../../data/models.json', import.meta.url);
const shipped = JSON.parse(readFileSync(MODELS_FILE, 'utf8')) as {
  readonly key: string;
  readonly label: string;
}[];

let site: MemorySite;
beforeAll(async () => {
  const release = publishableRelease(await ownDataSet());
  const publishedAt = '2026-11-20T00:00:00.000Z';
  site = await memorySite(release, { publishedAt, origin: ORIGIN });
});

/** What an address answers after at most one redirect. */
async function answer(path: string): Promise<{ status: number; text: string }> {
  const first = await site.fetch(path);
  const moved = first.headers.get('Location');
  const response = moved === null ? first : await site.fetch(moved);
  return { status: response.status, text: await response.text() };
}

/** Addresses of the site that a page, a map or llms.txt leads to, files of the build left out. */
function linksIn(text: string): string[] {
  const found = [
    ...text.matchAll(/(?:href|action)="([^"#]+)/g),
    ...text.matchAll(/<loc>([^<]+)/g),
    ...text.matchAll(/curl -L "?([^\s"]+)/g),
  ].map(([, link]) => link!.replaceAll('&amp;', '&').replace(ORIGIN, ''));
  return found.filter((link) => link.startsWith('/') && !link.startsWith('/widgets/'));
}

/** Shipped models that a text names by key or label. */
function shippedIn(text: string): string[] {
  const stands = (name: string) =>
    new RegExp(`(?<![a-z0-9])${name.replaceAll('.', String.raw`\.`)}(?![a-z0-9])`, 'i').test(text);
  return shipped.flatMap(({ key, label }) => [key, label].filter(stands));
}

const PAGES = [
  '/',
  '/api',
  '/llms.txt',
  '/method',
  '/search',
  `/embed-builder?c=${OWN}`,
  '/embed-builder/rank/own-model/2k200',
  `/compare/${OWN}`,
  '/rank/own-model/2k200',
  '/sitemap.xml',
  '/catalog.json',
  '/openapi.json',
];

/** A part of `/openapi.json`. */
interface Described {
  readonly paths: Readonly<Record<string, { get: { parameters: readonly { $ref: string }[] } }>>;
  readonly components: {
    readonly parameters: Readonly<
      Record<string, { name: string; in: string; required: boolean; example?: unknown }>
    >;
  };
}

describe('a site of own data only', () => {
  test.each(PAGES)(
    '%s names no model that ships, and every link on it answers',
    async (page) => {
      const { status, text } = await answer(page);
      expect(status).toBe(200);
      expect(shippedIn(text)).toEqual([]);
      const links = [...new Set(linksIn(text))].filter((link) => !link.includes('.png'));
      for (const link of links) expect([link, (await answer(link)).status]).toEqual([link, 200]);
    },
    60_000,
  );

  test('the check of names can say no', () => {
    expect(shippedIn('of qwen-3-5, and DeepSeek R1.')).toEqual(['DeepSeek R1', 'qwen-3-5']);
  });

  test('/api leads to an answer of every address', async () => {
    const { text } = await answer('/api');
    const [, addresses = ''] = /<h2>Addresses<\/h2>([^]*?)<h2>/.exec(text) ?? [];
    const named = [...addresses.matchAll(/<dt>(.*?)<\/dt>/g)].map(([, term]) => term!);
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((term) => !term.startsWith('<a '))).toEqual([]);
  });

  test('/openapi.json has an example of every parameter, and each answers', async () => {
    const { paths, components } = JSON.parse((await answer('/openapi.json')).text) as Described;
    const all = Object.values(components.parameters);
    expect(all.filter(({ example }) => example === undefined)).toEqual([]);
    for (const [path, { get }] of Object.entries(paths)) {
      if (path.endsWith('.png') || path.startsWith('/widgets/{')) continue; // drawn, and of a build
      const own = get.parameters.map(({ $ref }) => components.parameters[$ref.split('/').at(-1)!]!);
      const texts = own.flatMap(({ name, example, ...rest }) =>
        typeof example === 'object'
          ? Object.entries(example!).map(([key, value]) => ({
              ...rest,
              name: key,
              text: `${value}`,
            }))
          : [{ ...rest, name, text: String(example) }],
      );
      const filled = path.replaceAll(
        /\{([a-z]+)\}/g,
        (_, part: string) => texts.find(({ name }) => name === part)!.text,
      );
      const inQuery = texts.filter((one) => one.in === 'query');
      const needed = inQuery.filter(({ required }) => required);
      for (const optional of [[], ...inQuery.map((one) => [one])]) {
        const query = new Map([...needed, ...optional].map(({ name, text }) => [name, text]));
        const address = `${filled}?${new URLSearchParams([...query]).toString()}`;
        expect([address, (await answer(address)).status]).toEqual([address, 200]);
      }
    }
  }, 120_000);

  test('the home page shows its comparison with its answer, and its ranking', async () => {
    const { text } = await answer('/');
    const item = new RegExp(`<a href="/compare/${OWN}">([^<]*)</a><b class="ratio">([^<]*)<`);
    expect(item.exec(text)?.slice(1)).toEqual(['FP8: Q1 vs Q2', '~2.0×']);
    expect(text).toContain('<a href="/rank/own-model/2k200">2k/200</a>');
    expect(text).toContain(`<code>/compare/${OWN}.json</code>`);
  });

  test('each search to try leads to what it asks', async () => {
    const { text } = await answer('/search');
    const [, list = ''] = /<h2 class="solo">Try<\/h2>(.*?)<\/ul>/.exec(text) ?? [];
    const tries = linksIn(list);
    expect(tries.map((link) => decodeURIComponent(link.slice('/search?q='.length)))).toEqual([
      'q1+vs+q2+fp8+own-model',
      'cheapest+own-model+at+50',
    ]);
    const hits = await Promise.all(
      tries.map(async (link) => {
        const { text: json } = await answer(link.replace('/search', '/search.json'));
        return (JSON.parse(json) as { hits: { href: string }[] }).hits[0]!.href;
      }),
    );
    expect(hits).toEqual([`${ORIGIN}/compare/${OWN}`, `${ORIGIN}/rank/own-model/2k200?at=50`]);
  });

  test('llms.txt calls what is there', async () => {
    const { text } = await answer('/llms.txt');
    expect(text).toContain(`"${ORIGIN}/rank/own-model/2k200.json?at=50&ttft=2"`);
    expect(text).toContain(`"${ORIGIN}/compare/${OWN}.md?at=50&usd=2.85"`);
    expect(text).toContain('usd=2.85 or usd.q1=2.85');
    expect(text).toContain('(hardware=q1,q2)');
  });

  test('the gallery shows the states that its comparison can have', async () => {
    const gallery = await startGallery(ORIGIN, 0, OWN);
    try {
      const page = await (await fetch(gallery.origin)).text();
      const ids = [...page.matchAll(/\/compare\/([\w/-]+)/g)].map(([, id]) => id);
      expect([...new Set(ids)]).toEqual([OWN]);
      expect(page.match(/<section /g)!.length).toBeGreaterThan(10);
      expect(shippedIn(page)).toEqual([]);
      expect(page).not.toMatch(/Qwen|B300/);
    } finally {
      await gallery.close();
    }
  });
});

describe('a site of one sweep, with nothing to compare it with', () => {
  test.each(['/', '/api', '/llms.txt', '/search', '/openapi.json', '/embed-builder'])(
    '%s leads to nothing that is not there',
    async (page) => {
      const data = await ownDataSet();
      const release = publishableRelease({ ...data, sweeps: data.sweeps.slice(0, 1) });
      const publishedAt = '2026-11-20T00:00:00.000Z';
      const alone = await memorySite(release, { publishedAt, origin: ORIGIN });
      const text = await (await alone.fetch(page)).text();
      for (const link of new Set(linksIn(text))) {
        if (link.includes('<') || link.includes('.png')) continue; // a pattern; drawn
        const first = await alone.fetch(link);
        expect([link, [200, 308].includes(first.status)]).toEqual([link, true]);
      }
      expect(text).toContain(page === '/search' || page === '/embed-builder' ? '' : 'own-model');
    },
  );
});
