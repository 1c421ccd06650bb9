import { describe, expect, inject, test } from 'vitest';
import { manifestKey } from '../../src/kv/keys.ts';
import { ROUTES } from '../../src/routes/routes.ts';
import { BROWSER, ORIGIN, Site } from './site.ts';

const REFERENCE = '/compare/qwen-3-5/b300-fp4/mtp-vs-off';

describe('308 to the canonical address', () => {
  test.each([
    ['/compare/Qwen-3-5/B300-FP4/MTP-vs-Off', REFERENCE],
    ['/compare/qwen-3-5/fp4-b300/mtp-vs-off', REFERENCE],
    ['/compare/qwen-3-5/b300-fp4/mtp-vs-none', REFERENCE],
    ['/compare/qwen-3-5/b300-fp4/mtp-vs-off/', REFERENCE],
    ['/compare/qwen-3-5/b300-fp4/mtp-vs-off.JSON', `${REFERENCE}.json`],
    ['/compare/qwen-3-5/_/b300-fp4-mtp-vs-b300-fp4-off.csv', `${REFERENCE}.csv`],
    ['/compare/qwen-3-5/b300-mtp-vs-b200-mtp', '/compare/qwen-3-5/mtp/b300-vs-b200'],
    ['/compare/qwen-3-5/b300-vs-b200', '/compare/qwen-3-5/_/b300-vs-b200'],
    ['/compare/qwen-3-5/b300%2Dfp4/mtp-vs-off', REFERENCE],
    ['/compare-spec-decode/qwen-3-5-b300-fp4-mtp-vs-none', REFERENCE],
    ['/compare-spec-decode/qwen-3-5-b300-fp4-mtp-vs-none.json?at=100', `${REFERENCE}.json?at=100`],
    ['/zh/compare-spec-decode/qwen-3-5-b300-fp4-mtp-vs-none', REFERENCE],
    ['/compare/deepseek-r1-b200-vs-gb200', '/compare/deepseek-r1/fp8-8k1k/b200-vs-gb200'],
    // What pages pooled had the id of one of the models, which now has an entry of its own.
    ['/compare/glm-5-1/h200-fp8/mtp-vs-off', '/compare/glm-5-pooled/h200-fp8/mtp-vs-off'],
    ['/compare/minimax-m27/b200/fp4-vs-fp8', '/compare/minimax-m2-pooled/b200/fp4-vs-fp8'],
    ['/compare/kimi-k26/b200/fp4-vs-int4', '/compare/kimi-k2-pooled/b200/fp4-vs-int4'],
    [`/zh${REFERENCE}?at=100`, `${REFERENCE}?at=100`],
    [`${REFERENCE}?`, REFERENCE],
    [`${REFERENCE}?utm_source=x&at=100`, `${REFERENCE}?at=100`],
    [`${REFERENCE}?at=124&at=93`, `${REFERENCE}?at=93,124`],
    [`${REFERENCE}?at=93%2C124`, `${REFERENCE}?at=93,124`],
    [`${REFERENCE}?at=&at=93.0&usd=&tier=hyperscaler&util=1&lang=en`, `${REFERENCE}?at=93`],
    [`${REFERENCE}?usd=2.850&basis=published`, `${REFERENCE}?basis=published&usd=2.85`],
    [`${REFERENCE}?usd.b300=3&usd=2&tier=Rental`, `${REFERENCE}?tier=rental&usd=2&usd.b300=3`],
    [`${REFERENCE}?lang=zh`, REFERENCE],
    [`${REFERENCE}?fbclid=x&gclid=y&REF=z`, REFERENCE],
    ['/?utm_medium=mail&_hsenc=1', '/'],
    [`${REFERENCE}.chart.svg?theme=auto`, `${REFERENCE}.chart.svg`],
    ['/CATALOG.json?x=1', null],
    ['/zh/method', '/method'],
    ['/zh', '/'],
    ['/method/', '/method'],
    ['//evil.example/', null],
    ['/zh//evil.example', null],
  ])('%s', async (path, location) => {
    const response = await new Site().fetch(path);
    if (location === null) {
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.headers.get('Location')).toBeNull();
      return;
    }
    expect(response.status).toBe(308);
    expect(response.headers.get('Location')).toBe(location);
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=3600');
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect((await new Site().fetch(location)).status).toBe(200);
  });

  const said = ROUTES.filter(({ medium }) => ['html', 'md', 'text'].includes(medium))
    .filter(({ kind }) => kind !== 'fixed')
    .map(({ examples }) => examples[0]!);
  test.each([...said, '/search.json?q=b300'])('%s in the default language', async (path) => {
    const site = new Site();
    const asked = `${path}${path.includes('?') ? '&' : '?'}lang`;
    const response = await site.fetch(`${asked}=en`);
    expect(response.status).toBe(308);
    expect(response.headers.get('Location')).not.toContain('lang');
    expect((await site.fetch(`${asked}=fr`)).status).toBe(400);
  });

  test.each([
    ['.json', 'price=2', 'price=2: price is no key of this address'],
    ['.json', 'usd.h300=3', 'nearest: usd.b300, usd.h100, usd.h200'],
    ['.json', 'ttft_s=2', 'nearest: ttft'],
    ['.csv', 'utm_source=x', 'utm_source is no key of this address'],
    ['.png', 'view=chart', 'view is no key of this address'],
    ['', 'price=2', 'price is no key of this address; there are at, basis'],
    ['', 'usd.nothing=3', 'usd.nothing is no key of this address'],
    ['', 'theme=dark', 'theme is no key of this address'],
  ])('%s?%s is refused, so that it answers no other question', async (form, query, said) => {
    const response = await new Site().fetch(`${REFERENCE}${form}?${query}`);
    expect(response.status).toBe(400);
    if (form !== '.png') expect((await response.json<{ detail: string }>()).detail).toContain(said);
  });

  test.each(['/catalog.json?x=1', '/?at=4', '/sweeps/qwen-3-5/1k1k.json?at=4'])(
    '%s is refused too',
    async (path) => expect((await new Site().fetch(path)).status).toBe(400),
  );

  test('a canonical address is answered as it stands', async () => {
    const query = 'at=93,124&basis=published&rates=2025-08&tier=neocloud&usd.b300=3&util=0.6';
    for (const form of ['', '.json', '.csv', '.md', '.chart.svg']) {
      expect((await new Site().fetch(`${REFERENCE}${form}?${query}`)).status).toBe(200);
    }
  });

  test('a pin survives', async () => {
    const site = new Site();
    const { id } = inject('releases').shipped;
    const moved = await site.fetch(
      `/compare-spec-decode/qwen-3-5-b300-fp4-mtp-vs-none.md?release=${id}`,
    );
    expect(moved.headers.get('Location')).toBe(`${REFERENCE}.md?release=${id}`);
    const { links } = await site.document(`${REFERENCE}.json?release=${id}`);
    for (const link of Object.values(links)) {
      expect(decodeURIComponent(link)).toContain(`release=${id}`);
    }
  });
});

describe('addresses of the older kind', () => {
  for (const name of ['shipped', 'measured'] as const) {
    test(`each leads to the sides that its page had (${name})`, async () => {
      const site = new Site([name]);
      for (const { old, id } of inject('published')) {
        const moved = await site.fetch(`${old}.json`);
        expect(moved.headers.get('Location')).toBe(`/compare/${id}.json`);
        const { basis, targets, notices, sides } = await site.document(`/compare/${id}.json`);
        const preset = presetOf(id);
        expect({ id, basis, targets }).toEqual({
          id,
          basis: preset.basis,
          targets: preset.targets,
        });
        expect(sides.every(({ knots }) => knots.length > 0)).toBe(true);
        expect(notices.map(({ code }) => code)).not.toContain('mismatch');
      }
    });
  }
});

function presetOf(id: string): { basis: string; targets: number[] } {
  const { shipped } = inject('releases');
  const { catalog } = JSON.parse(shipped.entries[manifestKey(shipped)]!);
  return catalog.presets.find((preset: { id: string }) => preset.id === id);
}

test('specific and pinned links answer the same question without a redirect', async () => {
  const site = new Site(['measured']);
  for (const path of [REFERENCE, '/compare/deepseek-r1/_/b200-vs-mi300x']) {
    const document = await site.document(`${path}.json`);
    for (const link of [document.links.specific, document.links.pinned]) {
      const { pathname, search } = new URL(link);
      const { values, basis } = await site.document(`${pathname}.json${search}`);
      expect({ values, basis }).toEqual({ values: document.values, basis: document.basis });
    }
  }
});

describe('two sides that come to one run', () => {
  const id = 'deepseek-r1/mi355x-fp8-mtp-8k1k/20260601-vs-20260602';

  test('are refused with the runs that there are, and a pair of them to compare', async () => {
    const site = new Site();
    const response = await site.fetch(`/compare/${id}.json`);
    expect(response.status).toBe(404);
    const problem = await response.json<{
      detail: string;
      runs: string[];
      nearest: { href: string }[];
    }>();
    expect(problem.detail).toContain('two sides are the same run');
    expect(problem.runs.length).toBeGreaterThan(1);
    for (const run of problem.runs) expect(problem.detail).toContain(run);
    const [pair] = problem.nearest;
    const { sides } = await site.document(`${pair!.href.replace(ORIGIN, '')}.json`);
    expect(new Set(sides.map(({ run }) => run)).size).toBe(2);
  });

  test('so is the page, with the link', async () => {
    const response = await new Site().fetch(`/compare/${id}`, { headers: BROWSER });
    expect(response.status).toBe(404);
    expect(await response.text()).toMatch(
      /href="[^"]*\/compare\/deepseek-r1\/[^"]*\d{8}-vs-\d{8}"/,
    );
  });
});
