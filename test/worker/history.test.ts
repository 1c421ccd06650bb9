import { describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { historyDocumentSchema } from '../../src/schema/history-document.ts';
import { rankingDocumentSchema } from '../../src/schema/rank-document.ts';
import { BROWSER, ORIGIN, Site } from './site.ts';

const ATOM = '/history/kimi-k2-5/8k1k/mi355x-fp4-off-atom-single-node';
/** of made-up sweeps: runs of one day and earlier ones, with TTFT; and two labelled ones */
const B200 = '/history/deepseek-r1/1k1k/b200-fp8-off-sglang-single-node';
const H100 = '/history/deepseek-r1/1k1k/h100-fp8-off-sglang-single-node';

async function history(site: Site, path: string): Promise<z.output<typeof historyDocumentSchema>> {
  const response = await site.fetch(path);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text}`);
  return historyDocumentSchema.parse(JSON.parse(text));
}

async function rows(site: Site, path: string) {
  return rankingDocumentSchema.parse(await (await site.fetch(path)).json()).rows;
}

/** Where a path leads, or its status. */
async function target(site: Site, path: string): Promise<string | number> {
  const response = await site.fetch(path, { headers: BROWSER });
  return response.headers.get('Location') ?? response.status;
}

test('every number is that of the comparison of two runs, to the last digit', async () => {
  const shipped = new Site();
  const measured = new Site(['measured']);
  const asked = [
    [shipped, `${ATOM}.json?at=61`],
    [shipped, `${ATOM}.json?at=61&usd=3.1&util=0.6`],
    [
      shipped,
      '/history/deepseek-r1/8k1k/mi355x-fp8-mtp-atom-single-node.json?at=40&speed=mean-tpot&tier=neocloud',
    ],
    [shipped, '/history/glm5/1k1k/mi355x-fp8-off-atom-single-node.json'],
    [measured, `${B200}.json?at=100&ttft=4`],
    [measured, `${B200}.json?at=100&rates=2026-07&usd.b200=2`],
    [measured, `${H100}.json?at=70`],
  ] as const;
  let pairs = 0;
  for (const [site, path] of asked) {
    const { runs, rates, at, util, ownPrices } = await history(site, path);
    for (const [i, run] of runs.entries()) {
      const { comparison } = run.links;
      if (comparison === undefined) continue;
      const url = new URL(comparison);
      const c = await site.document(`${url.pathname}.json${url.search}`);
      const [{ sides, best, interactivity } = {}] = c.values.toReversed();
      expect([interactivity, c.rates.id, c.rates.tier, c.util, c.ownPrices]).toEqual([
        at,
        rates.id,
        rates.tier,
        util,
        ownPrices,
      ]);
      expect(best!.throughput).toEqual(run.change);
      for (const [j, one] of [runs[i - 1]!, run].entries()) {
        const { side, ...value } = sides![j]!;
        expect(side).toBe(one.token);
        expect(one).toMatchObject(value);
        const { key, label, knots, range, quality, usdPerGpuHour, sources } = c.sides[j]!;
        expect(one).toMatchObject({ key, label, knots, range, quality, usdPerGpuHour, sources });
      }
      pairs++;
    }
  }
  expect(pairs).toBeGreaterThan(15);
});

test('the run that is shown has the numbers of its row in the ranking', async () => {
  const site = new Site();
  const ranked = await rows(site, '/rank/kimi-k2-5/8k1k.json?at=61&show=all&usd=2.5');
  const linked = ranked.filter(({ links }) => links.history !== undefined);
  expect(linked.length).toBeGreaterThan(0);
  for (const row of linked) {
    const url = new URL(row.links.history!);
    const { runs, row: key, at } = await history(site, `${url.pathname}.json${url.search}`);
    const shown = runs.find(({ isShown }) => isShown)!;
    expect([key, runs.length, at]).toEqual([row.key, row.runs, 61]);
    expect(shown.run).toBe(row.run);
    expect(shown.throughput).toBe(row.throughput);
    expect(shown.costPerMillionTokens).toBe(row.costPerMillionTokens);
    expect(shown.likely).toEqual(row.likely);
  }
});

test('the sitemap has the configurations with earlier runs, and no others', async () => {
  const sitemap = await (await new Site().fetch('/sitemap.xml')).text();
  const histories = [...sitemap.matchAll(/<loc>[^<]*(\/history\/[^<]+)/g)].map(([, path]) => path!);
  expect(histories).toContain(ATOM);
  expect(histories).not.toContain('/history/gptoss-120b/1k1k/mi355x-fp4-off-atom-single-node');
  expect(histories.length).toBeGreaterThan(50);
});

describe('from a ranking', () => {
  test('rows with one run lead to no history, and count it', async () => {
    const ranked = await rows(new Site(), '/rank/gptoss-120b/1k1k.json?show=all');
    const alone = ranked.filter(({ runs }) => runs === 1);
    expect(alone.length).toBeGreaterThan(0);
    for (const { links } of alone) expect(links.history).toBeUndefined();
    for (const { runs, links } of ranked) expect(links.history !== undefined).toBe(runs > 1);
  });

  test('a history is asked as the ranking was, as far as it takes that', async () => {
    const query = '?at=61&basis=measured&by=throughput&engine=atom&show=all&usd=2.5';
    const [row] = await rows(new Site(), `/rank/kimi-k2-5/8k1k.json${query}`);
    expect(row!.links.history).toBe(`${ORIGIN}${ATOM}?at=61&basis=measured&usd=2.5`);
  });

  test.each(['pool=all', 'stat=p99&ttft=20'])('?%s has no histories to lead to', async (query) => {
    const site = new Site(['measured']);
    const ranked = await rows(site, `/rank/deepseek-r1/1k1k.json?basis=measured&${query}`);
    expect(ranked.length).toBeGreaterThan(0);
    for (const { links } of ranked) expect(links.history).toBeUndefined();
    const page = await (await site.fetch(`/rank/deepseek-r1/1k1k?basis=measured&${query}`)).text();
    expect(page).not.toContain('/history/');
  });

  test('page and Markdown lead there too', async () => {
    const site = new Site();
    const page = await (
      await site.fetch('/rank/kimi-k2-5/8k1k?at=61&show=all', { headers: BROWSER })
    ).text();
    expect(page).toContain(`<a href="${ATOM}?at=61">`);
    const markdown = await (await site.fetch('/rank/kimi-k2-5/8k1k.md?at=61&show=all')).text();
    expect(markdown).toContain(`(${ORIGIN}${ATOM}?at=61)`);
  });
});

describe('an address', () => {
  const [model, workload] = ['kimi-k2-5', '8k1k'];

  test('takes tokens in any order and leads to the canonical one', async () => {
    const site = new Site();
    const other = `/history/${model}/${workload}/FP4-mi355x-atom-none-single-node`;
    expect(await target(site, `${other}?at=61`)).toBe(`${ATOM}?at=61`);
    expect(await target(site, `${other}.csv`)).toBe(`${ATOM}.csv`);
  });

  test('finds a configuration in whichever ranking it stands', async () => {
    const site = new Site();
    const published = await history(site, '/history/qwen-3-5/1k1k/b200-bf16.json');
    expect(published.basis).toBe('published');
    const { runs, links, interactivityBasis } = await history(
      site,
      '/history/deepseek-r1/8k1k/mi355x-fp8-mtp-atom-single-node.json',
    );
    expect([interactivityBasis, runs.length > 1]).toEqual(['mean-tpot', true]);
    const ranked = await rows(site, links.ranking.slice(ORIGIN.length).replace('?', '.json?'));
    expect(ranked.map(({ run }) => run)).toContain(runs.find(({ isShown }) => isShown)!.run);
    const page = await (
      await site.fetch('/history/deepseek-r1/8k1k/mi355x-fp8-mtp-atom-single-node', {
        headers: BROWSER,
      })
    ).text();
    const sibling = /href="(\/history\/[^"]+)">MI355X FP8 Off on ATOM/.exec(page)![1]!;
    const other = new URL(sibling.replaceAll('&amp;', '&'), ORIGIN);
    const found = await history(site, `${other.pathname}.json${other.search}`);
    expect(found.interactivityBasis).toBe('mean-tpot');
  });

  test.each([
    ['/history/kimi-k2-5/8k1k/b200-fp4', 404],
    ['/history/kimi-k2-5/8k1k', 404],
    ['/history/kimi-k2-5/8k1k/', 404],
    ['/history/no-model/8k1k/b200-fp4', 404],
    [`${ATOM}/more`, 404],
    [`${ATOM}.json?at=60,70`, 400],
    [`${ATOM}.json?pool=all`, 400],
    [`${ATOM}.json?before=20260508&after=20260509`, 400],
    [`${ATOM}.json?rates=2020-01`, 400],
    [`${ATOM}?basis=published`, 404],
  ])('%s is refused with %d', async (path, status) => {
    expect((await new Site().fetch(path)).status).toBe(status);
  });

  test('of no configuration names those that there are', async () => {
    const response = await new Site().fetch('/history/kimi-k2-5/8k1k/b200-fp4.json');
    const { nearest } = await response.json<{ nearest: { href: string }[] }>();
    expect(nearest.map(({ href }) => href)).toContain(`${ORIGIN}${ATOM}`);
  });

  test('answers another medium where that is preferred', async () => {
    const site = new Site();
    const response = await site.fetch(ATOM, { headers: { Accept: 'application/json' } });
    expect(historyDocumentSchema.parse(await response.json()).id).toBe(ATOM.slice(9));
    const text = await site.fetch(ATOM, { headers: { Accept: 'text/markdown' } });
    expect(await text.text()).toMatch(/^# MI355X/);
  });
});

describe('two runs', () => {
  test('that the form of the page names lead to their comparison, which answers', async () => {
    const site = new Site();
    const page = await (await site.fetch(`${ATOM}?at=61&usd=3`, { headers: BROWSER })).text();
    const inputs = [...page.matchAll(/<input type="(hidden|radio)" name="(\w+)" value="([^"]*)"/g)];
    const form = page.slice(page.indexOf(`<form action="${ATOM}"`));
    expect(form).toContain('type="radio"');
    const hidden = inputs.filter(([, type]) => type === 'hidden');
    const query = new URLSearchParams();
    for (const [, , name, value] of hidden) query.set(name!, value!);
    const tokens = inputs.filter(([, , name]) => name === 'after').map(([, , , value]) => value!);
    expect(tokens.length).toBeGreaterThan(5);
    query.set('before', tokens[2]!);
    query.set('after', tokens[0]!);
    const to = await target(site, `${ATOM}?${query}`);
    expect(to).toBe(
      `/compare/kimi-k2-5/mi355x-fp4-off-atom-single-node-8k1k/${tokens[2]}-vs-${tokens[0]}` +
        `?at=61&basis=measured&rates=2026-07&usd=3`,
    );
    expect(await target(site, String(to))).toBe(200);
  });

  test('labelled ones too, as a form encodes them', async () => {
    const site = new Site(['measured']);
    const to = await target(site, `${H100}?before=%7Ebefore&after=%7Eafter&at=70`);
    expect(to).toBe(
      '/compare/deepseek-r1/h100-fp8-off-sglang-single-node-1k1k/~before-vs-~after?at=70&basis=measured',
    );
  });

  test.each([
    [
      'after=20200101&before=20260508',
      'after=20200101: after is a run that an address can name: 20260508, ',
    ],
    ['before=20260508&after=20260508', 'after=20260508: after is another run than before'],
    ['before=20200101&after=20260508', 'before=20200101: before is a run that an address can name'],
    ['before=x&after=20260508', 'before=x: before is a run of the configuration'],
  ])('?%s is refused: %s', async (query, detail) => {
    const response = await new Site().fetch(`${ATOM}?${query}`, {
      headers: { Accept: 'application/problem+json' },
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(detail);
  });

  test('of which one is still to be chosen are chosen on the page', async () => {
    const site = new Site();
    const page = await (await site.fetch(`${ATOM}?before=20260510`, { headers: BROWSER })).text();
    const checked = [...page.matchAll(/name="(\w+)" value="(\d+)" checked/g)];
    expect(checked.map(([, name, value]) => `${name} ${value}`)).toEqual([
      'after 20260515',
      'before 20260510',
    ]);
    expect(page).toContain(`<link rel="canonical" href="${ORIGIN}${ATOM}">`);
  });

  test('of one run only the history is shown', async () => {
    const site = new Site();
    const one = '/history/gptoss-120b/1k1k/mi355x-fp4-off-atom-single-node';
    const page = await (await site.fetch(one, { headers: BROWSER })).text();
    expect(page).toContain('There is one run');
    expect(page).not.toContain('type="radio"');
  });
});

test('a pinned history says the same, and every link of a page answers', async () => {
  const site = new Site();
  const h = await history(site, `${ATOM}.json`);
  expect(h.links.pinned).toContain(`release=${h.release.id}`);
  const pinned = new URL(h.links.pinned);
  const again = await history(site, `${pinned.pathname}.json${pinned.search}`);
  expect(again.runs).toEqual(h.runs.map((run) => ({ ...run, links: expect.anything() })));
  const page = await (
    await site.fetch('/history/deepseek-r1/8k1k/mi355x-fp4-off-sglang-single-node', {
      headers: BROWSER,
    })
  ).text();
  const links = [...page.matchAll(/<a href="([^"]+)"/g)].map(([, href]) =>
    href!.replaceAll('&amp;', '&').replace(ORIGIN, ''),
  );
  const own = [...new Set(links)].filter((href) => href.startsWith('/'));
  expect(own.length).toBeGreaterThan(12);
  for (const href of own) expect([href, (await site.fetch(href)).status]).toEqual([href, 200]);
});

test.each([
  [
    'of the ranking that is shown unless told otherwise',
    '/history/qwen-3-5/8k1k/mi355x-fp4-off-atom-single-node',
    'at=61&usd=3.1',
    '',
  ],
  [
    'of another ranking',
    '/history/deepseek-r1/8k1k/mi355x-fp8-mtp-atom-single-node',
    'at=40&usd=3.1',
    'basis=measured&speed=mean-tpot',
  ],
])(
  'a configuration %s leads to the others that have earlier runs',
  async (_, path, asked, apart) => {
    const site = new Site();
    const html = await (await site.fetch(`${path}?${asked}`, { headers: BROWSER })).text();
    const [, list = ''] = html.split('Other configurations with earlier runs');
    const hrefs = [...list.matchAll(/href="(\/history\/[^"]+)"/g)].map(([, href]) =>
      href!.replaceAll('&amp;', '&'),
    );
    const [, model = '', workload = ''] = path.slice('/history'.length).split('/');
    const query = `show=all&${asked}${apart && `&${apart}`}`.split('&').toSorted().join('&');
    const ranked = await rows(site, `/rank/${model}/${workload}.json?${query}`);
    const others = ranked.filter(
      ({ key, links }) => links.history !== undefined && !path.endsWith(`/${key}`),
    );
    const keys = [...asked.split('&'), ...apart.split('&').filter(Boolean)].toSorted().join('&');
    expect(others.length).toBeGreaterThan(1);
    expect(hrefs.toSorted()).toEqual(
      others.map(({ key }) => `/history/${model}/${workload}/${key}?${keys}`).toSorted(),
    );
  },
);
