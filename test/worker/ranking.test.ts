import { describe, expect, test } from 'vitest';
import { rankingDocumentSchema } from '../../src/schema/rank-document.ts';
import { BROWSER, ORIGIN, Site } from './site.ts';

const GPTOSS = '/rank/gptoss-120b/8k1k';

async function ranking(site: Site, path: string) {
  const response = await site.fetch(path);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text}`);
  return rankingDocumentSchema.parse(JSON.parse(text));
}

async function refusal(path: string): Promise<{ status: number; detail: string; nearest?: [] }> {
  return (await new Site().fetch(path)).json();
}

/** Where a path leads, or its status. */
async function target(path: string): Promise<string | number> {
  const response = await new Site().fetch(path, { headers: BROWSER });
  return response.headers.get('Location') ?? response.status;
}

test('the page names the address that tells how to embed it', async () => {
  const site = new Site();
  const page = await (await site.fetch(`${GPTOSS}?at=60`, { headers: BROWSER })).text();
  const [, href = ''] = /type="application\/json\+oembed" href="([^"]+)"/.exec(page) ?? [];
  const answer = await (await site.fetch(href.replace(ORIGIN, ''))).json<{ html: string }>();
  expect(answer.html).toContain(`${ORIGIN}/embed${GPTOSS}?`);
  expect(answer.html).toContain('at=60');
});

test('what oEmbed tells keeps the theme of a framed ranking', async () => {
  const url = encodeURIComponent(`${ORIGIN}/embed${GPTOSS}?at=60&theme=dark`);
  const answer = await (await new Site().fetch(`/oembed?url=${url}`)).json<{ html: string }>();
  expect(answer.html).toMatch(/\/embed\/rank\/[^"]*&amp;theme=dark/);
});

test('every ranking of the sitemap answers in every form, in the shape that is documented', async () => {
  const site = new Site();
  const sitemap = await (await site.fetch('/sitemap.xml')).text();
  const pages = [...sitemap.matchAll(/<loc>[^<]*(\/rank\/[^<]+)/g)].map(([, path]) => path!);
  expect(pages.length).toBeGreaterThan(20);
  for (const path of pages) {
    const { rows } = await ranking(site, `${path}.json?show=all`);
    expect(rows.length).toBeGreaterThan(0);
    for (const form of ['', '.csv', '.md', '.chart.svg']) {
      const response = await site.fetch(`${path}${form}`);
      expect([path, form, response.status]).toEqual([path, form, 200]);
    }
  }
});

test('the numbers of rows are those of the comparison that each links to', async () => {
  const site = new Site();
  const queries = [
    '?at=100&show=all',
    '?at=150&tier=neocloud&usd.b200=3',
    '?at=60&show=all&ttft=2',
  ];
  for (const query of queries) {
    const r = await ranking(site, `${GPTOSS}.json${query}`);
    const linked = r.rows.filter(({ links }) => links.comparison !== undefined);
    expect(linked.length).toBeGreaterThan(1);
    for (const row of linked) {
      const url = new URL(row.links.comparison!);
      const path = url.pathname + url.search;
      const response = await site.fetch(path);
      expect([path, response.status]).toEqual([path, 200]);
      const c = await site.document(path.replace('?', '.json?'));
      const shared = Object.values(c.shared).join('-');
      const [a, b] = c.values[0]!.sides;
      const reference = r.rows.find(({ key }) => key === r.against);
      for (const [side, own] of [
        [a!, reference!],
        [b!, row],
      ] as const) {
        expect([shared, side.throughput]).toEqual([shared, own.throughput]);
        expect(side.costPerMillionTokens).toBe(own.costPerMillionTokens);
        expect(side.likely).toEqual(own.likely);
        expect(side.ttft).toEqual(own.ttft);
      }
    }
  }
});

test('the first token within a limit, at either percentile, leaves points out before the frontier', async () => {
  const site = new Site(['measured']);
  const path = '/rank/deepseek-r1/1k1k.json?at=60&show=all';
  const open = await ranking(site, path);
  const limited = await ranking(site, `${path}&ttft=0.3`);
  const knots = (r: typeof open) => r.rows.reduce((sum, row) => sum + row.knots, 0);
  expect(knots(limited)).toBeLessThan(knots(open));
  // no row states its 99th percentile here, so none is known to keep it
  const late = await ranking(site, `${path}&stat=p99&ttft=1000`);
  const known = late.rows.filter(({ status }) => status !== 'late');
  expect(known.length).toBeLessThan(late.rows.length);
});

test('what was asked before never shows in an answer', async () => {
  const path = '/rank/deepseek-r1/1k1k.json?';
  const queries = [
    'at=60',
    'at=60&ttft=0.3',
    'at=60&stat=p99&ttft=0.3',
    'at=60&pool=all',
    'at=60&show=all',
    'at=60&by=users&show=all',
    'at=60&by=throughput&show=all',
    'at=60&show=all&usd.b200=30',
    'at=60&precision=fp8&show=all',
    'at=60&points=measured&show=all',
    'at=60&points=all&show=all',
    'at=60&show=all&x=ttft',
    'at=60&show=all&y=mw&yscale=log',
    'at=70&show=all',
    'at=60&basis=measured',
    'at=60&basis=published',
    'cost=0.5',
  ];
  const warm = new Site(['measured']);
  const answer = async (site: Site, query: string) => (await site.fetch(path + query)).text();
  const given: string[] = [];
  for (const query of [...queries, ...queries]) given.push(await answer(warm, query));
  for (const [i, query] of queries.entries()) {
    const fresh = await answer(new Site(['measured']), query);
    expect(fresh).toContain('"rows"');
    expect([query, given[i]]).toEqual([query, fresh]);
    expect([query, given[i + queries.length]]).toEqual([query, fresh]);
  }
  expect(new Set(given).size).toBe(queries.length);
});

test('what the chart is asked for moves no row, and is said', async () => {
  const site = new Site(['measured']);
  const path = '/rank/deepseek-r1/1k1k.json?at=60&show=all';
  const plain = await ranking(site, path);
  expect(plain.chart).toEqual({ x: 'interactivity', y: 'cost', scale: null, points: 'frontier' });
  const asked = await ranking(
    site,
    `${path.replace('show', 'points=all&show')}&x=e2el&y=users&yscale=log`,
  );
  expect(asked.chart).toEqual({ x: 'e2el', y: 'users', scale: 'log', points: 'all' });
  const { rows, leaders, answer } = plain;
  expect([asked.leaders, asked.answer]).toEqual([leaders, answer]);
  const numbers = (some: typeof rows) => some.map(({ links: _, ...row }) => row);
  expect(numbers(asked.rows)).toEqual(numbers(rows));
});

test('every form with a chart draws the axes that are asked for', async () => {
  const site = new Site(['measured']);
  const query = '?at=60&show=all&x=ttft&y=throughput';
  for (const form of [
    '/rank/deepseek-r1/1k1k',
    '/rank/deepseek-r1/1k1k.chart.svg',
    '/embed/rank/deepseek-r1/1k1k',
  ]) {
    const text = await (await site.fetch(form + query)).text();
    expect([form, text.includes('Time to first token, median, s')]).toEqual([form, true]);
    expect([form, text.includes('Throughput, total tok/s/GPU')]).toEqual([form, true]);
  }
});

test('a chart of all points has them, also after one of the frontier was asked for', async () => {
  const site = new Site();
  const path = `${GPTOSS}.chart.svg?at=60`;
  const svg = async (query: string) => (await site.fetch(path + query)).text();
  expect(await svg('&show=all')).not.toContain('class="beaten"');
  expect(await svg('&points=all&show=all')).toContain('class="beaten"');
});

test('only rows with a point near the target compete, in every form', async () => {
  const site = new Site(['measured']);
  const path = '/rank/deepseek-r1/1k1k';
  const query = '?at=60&points=measured&show=all';
  const all = await ranking(site, `${path}.json?at=60&show=all`);
  const { rows, chart } = await ranking(site, `${path}.json${query}`);
  expect(chart.points).toBe('measured');
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.length).toBeLessThan(all.rows.length);
  const csv = await (await site.fetch(`${path}.csv${query}`)).text();
  expect(csv.trim().split('\r\n')).toHaveLength(rows.length + 1);
  const page = await (await site.fetch(path + query)).text();
  expect(page.match(/<th scope="row">/g)).toHaveLength(rows.length);
  const md = await (await site.fetch(`${path}.md${query}`)).text();
  expect(md.match(/^\| (\d|—)/gm)).toHaveLength(rows.length);
});

describe('addresses', () => {
  test.each([
    ['/rank/deepseek/8k1k', '/rank/deepseek-r1/8k1k'],
    ['/rank/DeepSeek-R1/8K1K/', '/rank/deepseek-r1/8k1k'],
    [`${GPTOSS}?show=best&stat=p50&points=frontier&at=&cost=`, GPTOSS],
    [`${GPTOSS}?hardware=h200&hardware=b200`, `${GPTOSS}?hardware=b200,h200`],
    [`${GPTOSS}?utm_source=x&at=100`, `${GPTOSS}?at=100`],
    [`${GPTOSS}?at=100&by=throughput`, 200],
    [`${GPTOSS}?sort=rank`, GPTOSS],
    [`${GPTOSS}?sort=ttft`, 200],
    [`${GPTOSS}.csv?sort=ttft`, 400], // files are in order of rank
  ])('%s leads to %s', async (path, expected) => expect(await target(path)).toBe(expected));

  test.each([
    ['?price=2', 400, 'price=2: price is no key of this address'],
    ['?usd.h300=3', 400, 'nearest: usd.b300, usd.h100, usd.h200'],
    ['?at=20,30', 400, 'at is one number from 0.1'],
    ['?cost=0', 400, 'cost=0: cost is a number from 0.0001'],
    ['?hardware=!', 400, 'keys of the vocabulary'],
  ])('%s is refused, with the rule', async (query, status, detail) => {
    const problem = await refusal(`${GPTOSS}.json${query}`);
    expect(problem.status).toBe(status);
    expect(problem.detail).toContain(detail);
  });

  test('an unknown key is refused on a page too', async () => {
    expect(await target(`${GPTOSS}?ttft_s=2`)).toBe(400);
    expect(await target(`${GPTOSS}?price=2`)).toBe(400);
  });

  test.each(['/rank/gptoss-120b/2k2k.json', '/rank/gptos/8k1k.json', '/rank/nothing/x.json'])(
    '%s is not found, and names rankings that are there',
    async (path) => {
      const { status, nearest = [] } = await refusal(path);
      expect(status).toBe(404);
      expect(nearest.length).toBeGreaterThan(0);
      for (const { href } of nearest as { href: string }[]) {
        expect((await new Site().fetch(href.slice(ORIGIN.length))).status).toBe(200);
      }
    },
  );

  test('a filter that fits nothing is kept and said, with the one to drop', async () => {
    const r = await ranking(new Site(), `${GPTOSS}.json?hardware=h9`);
    expect(r.rows).toEqual([]);
    expect(r.filters.hardware).toContainEqual({ key: 'h9', label: null, count: 0, active: true });
    expect(r.notices.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['filter-empty', 'filter-misfit']),
    );
    for (const form of ['', '.csv', '.md', '.chart.svg']) {
      expect((await new Site().fetch(`${GPTOSS}${form}?hardware=h9`)).status).toBe(200);
    }
  });
});

test('a comparison leads to the ranking of its model at its middle target', async () => {
  const page = await (await new Site().fetch('/compare/qwen-3-5/b300-fp4/mtp-vs-off')).text();
  const [, href] = /href="(\/rank\/[^"]*)"/.exec(page) ?? [];
  const query = new URLSearchParams(href!.split('?')[1]!.replaceAll('&amp;', '&'));
  expect(Object.fromEntries(query)).toEqual({
    at: '124',
    basis: 'published', // which is not the one of this model that is ranked unless asked for
    by: 'throughput',
    rows: 'b300-fp4-mtp,b300-fp4-off',
    show: 'all',
    speed: 'median-tpot',
  });
  expect((await new Site().fetch(href!.replaceAll('&amp;', '&'))).status).toBe(200);
});

test('the home page leads to every ranking of a model that it features', async () => {
  const site = new Site();
  const sitemap = await (await site.fetch('/sitemap.xml')).text();
  const home = await (await site.fetch('/')).text();
  for (const [, path] of sitemap.matchAll(/<loc>[^<]*(\/rank\/deepseek-r1\/[^<]+)/g)) {
    expect(home).toContain(`href="${path}"`);
  }
  expect(home).toContain('href="/rank/gptoss-120b/8k1k"');
});

test('labels and sources from data are text everywhere', async () => {
  const site = new Site(['hostile']);
  for (const path of ['/rank/qwen-3-5/1k1k', '/rank/gptoss-120b/8k1k']) {
    for (const form of ['', '.chart.svg']) {
      const text = await (await site.fetch(`${path}${form}?show=all`)).text();
      expect(text).not.toContain('<img');
      expect(text).not.toContain('javascript:alert(1)"');
    }
    const csv = await (await site.fetch(`${path}.csv?show=all`)).text();
    expect(csv).not.toMatch(/(^|,|\n)"?=/);
    const md = await (await site.fetch(`${path}.md?show=all`)).text();
    expect(md).not.toMatch(/<img|[^\\]\[a\]\(javascript/);
  }
});

describe('rows in front and a part of the chart', () => {
  const front = 'rows=h200-fp4-off-vllm-single-node';
  const colours = (svg: string) => svg.match(/class="side-\d"|class="ink-line"/g)?.length ?? 0;

  test.each(['.chart.svg', ''])('are in the picture of %s', async (extension) => {
    const site = new Site();
    const asked = async (query: string) =>
      (await site.fetch(`${GPTOSS}${extension}?${query}`, { headers: BROWSER })).text();
    const [plain, picked, others, zoomed] = await Promise.all(
      [
        'show=all',
        `${front}&show=all`,
        `rows=!,${front.slice(5)}&show=all`,
        'show=all&zoom=100,200,0.01,0.2',
      ].map(asked),
    );
    expect(plain).toContain('>B200');
    expect(colours(picked!)).toBeLessThan(colours(plain!));
    const labels = (svg: string) =>
      [...svg.matchAll(/class="label halo"[^>]*>([^<]*)/g)].map(([, text]) => text);
    expect(new Set(labels(picked!))).toEqual(new Set(['H200']));
    expect(labels(others!)).not.toContain('H200');
    expect(labels(others!).length).toBeGreaterThan(1);
    expect(plain).not.toContain('<clipPath');
    expect(zoomed).toContain('<clipPath');
  });

  test('may be a hundred, and every link of the page still answers', async () => {
    const site = new Site();
    const { rows } = await ranking(site, `${GPTOSS}.json?show=all`);
    const keys = Array.from(
      { length: 100 },
      (_, i) => rows[i]?.key ?? `mi355x-fp4-mtp-mori-sglang-${i}`,
    );
    const path = `${GPTOSS}?rows=${keys.join(',')}&show=all&sort=ttft&ttft=2`;
    const page = await (await site.fetch(path, { headers: BROWSER })).text();
    const hrefs = [...page.matchAll(/ href="([^"]+)"/g)].map(([, href]) =>
      href!.replaceAll('&amp;', '&').replace(ORIGIN, ''),
    );
    const own = [...new Set(hrefs)].filter(
      (href) => href.startsWith('/') && href.includes('rows='),
    );
    expect(own.length).toBeGreaterThan(10);
    for (const href of own) {
      const response = await site.fetch(href);
      expect([href, response.status]).toEqual([href, 200]);
    }
  });

  test('move no number', async () => {
    const site = new Site();
    const plain = await ranking(site, `${GPTOSS}.json?show=all`);
    const asked = await ranking(site, `${GPTOSS}.json?${front}&show=all&zoom=100,200,0.01,0.2`);
    const numbers = (some: typeof plain.rows) => some.map(({ links: _, ...row }) => row);
    expect(numbers(asked.rows)).toEqual(numbers(plain.rows));
    expect(asked.leaders).toEqual(plain.leaders);
  });

  test.each([
    ['rows=!,b,a,b', 'rows=!,b,a'],
    ['zoom=200,100,1,2', ''],
    ['zoom=0,100,1,2', ''],
    ['zoom=100.0,200,0,2', 'zoom=100,200,0,2'],
  ])('%s is written %s', async (asked, written) => {
    expect(await target(`${GPTOSS}?${asked}`)).toBe(written ? `${GPTOSS}?${written}` : GPTOSS);
  });

  test('rows in front have their colours in the order in which they are named', async () => {
    const site = new Site();
    const { rows } = await (
      await site.fetch('/rank/gptoss-120b/8k1k.json?show=all')
    ).json<{ rows: { key: string }[] }>();
    const keys = [rows[2]!.key, rows[0]!.key];
    const [one, other] = await Promise.all(
      [keys, keys.toReversed()].map(async (rows) => {
        const path = `/rank/gptoss-120b/8k1k.chart.svg?rows=${rows.join()}&show=all`;
        const svg = await (await site.fetch(path)).text();
        return [1, 2].map(
          (i) =>
            [...svg.matchAll(/<g class="side-(\d)"><path class="curve" d="([^"]+)"/g)].find(
              ([, side]) => side === String(i),
            )?.[2],
        );
      }),
    );
    expect(one!.every(Boolean)).toBe(true);
    expect(other).toEqual(one!.toReversed());
  });

  test.each(['rows=a--b', 'rows=!!', 'zoom=1,2,3', 'zoom=a,2,3,4', 'zoom=-1,2,3,4'])(
    '%s is refused',
    async (query) => expect(await target(`${GPTOSS}?${query}`)).toBe(400),
  );

  test('from 0 on a logarithmic axis is no part, and the chart is whole', async () => {
    const page = `${GPTOSS}.chart.svg?show=all&yscale=log&zoom=100,200,0,0.2`;
    const svg = await (await new Site().fetch(page)).text();
    expect(svg).not.toMatch(/NaN|<clipPath/);
    expect(svg).toContain('<svg');
  });

  test('a form asks for the rows again, and not for a part in the units of another metric', async () => {
    const page = `${GPTOSS}?${front}&zoom=100,200,0.01,0.2`;
    const html = await (await new Site().fetch(page, { headers: BROWSER })).text();
    const hidden = [...html.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    expect(hidden.map(([, name, value]) => `${name}=${value}`)).toEqual([front]);
  });
});

test('another workload asked for by name leads to its ranking, under the same question', async () => {
  expect(await target(`${GPTOSS}?at=60&workload=1k1k`)).toBe('/rank/gptoss-120b/1k1k?at=60');
  expect(await target(`${GPTOSS}?at=60&workload=`)).toBe(`${GPTOSS}?at=60`);
  expect(await target(`${GPTOSS}?workload=9k9k`)).toBe(404);
});

describe('the other configurations of a comparison', () => {
  const others = async (path: string) => {
    const html = await (await new Site(['measured']).fetch(path, { headers: BROWSER })).text();
    return /id="others".*?href="([^"]*)"/s.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? null;
  };

  test('are those of the ranking in which its sides are rows in front', async () => {
    const path = '/compare/gptoss-120b/fp4-off-vllm-8k1k/b200-vs-h200';
    const href = await others(`${path}?usd.b200=3`);
    const { searchParams: asked, pathname } = new URL(href!, ORIGIN);
    expect(pathname).toBe(GPTOSS);
    expect(asked.get('usd.b200')).toBe('3');
    const { rows } = await ranking(new Site(['measured']), href!.replace('?', '.json?'));
    const keys = rows.map(({ key }) => key);
    const front = asked.get('rows')!.split(',');
    expect(front).toHaveLength(2);
    expect(keys).toEqual(expect.arrayContaining(front));
    const document = await new Site(['measured']).fetch(`${path}.json`);
    const { targets } = await document.json<{ targets: number[] }>();
    expect(targets.map(String)).toContain(asked.get('at'));
  });

  test.each([
    ['another run', '/compare/deepseek-r1/mi355x-fp8-mtp-8k1k/20260508-vs-20260509'],
    ['workloads', '/compare/gptoss-120b/b200-fp4-off-vllm/1k1k-vs-8k1k'],
  ])('are not offered where the sides are of %s', async (_, path) => {
    expect(await others(path)).toBeNull();
  });
});
