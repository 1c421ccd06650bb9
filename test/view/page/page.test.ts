import { middleTarget } from '../../../src/core/band.ts';
import { rowTokens } from '../../../src/core/ranking/row-tokens.ts';
import { printTokens } from '../../../src/core/tokens.ts';
import { pinKeys } from '../../../src/view/links.ts';
import { en } from '../../../src/view/words/en/index.ts';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Comparison } from '../../../src/core/comparison-types.ts';
import { chartSvg } from '../../../src/view/text/chart-svg.ts';
import { comparisonPage } from '../../../src/view/page/comparison-page.ts';
import type { ComparisonView } from '../../../src/view/page/comparison-page.ts';
import { errorPage } from '../../../src/view/page/error-page.ts';
import { homePage } from '../../../src/view/page/home-page.ts';
import { toDocument, toHtml } from '../../../src/view/markup/html.ts';
import type { Markup } from '../../../src/view/markup/markup.ts';
import { stillCharts } from '../../../src/view/figure/still.ts';
import { summarySentences } from '../../../src/view/text/summary.ts';
import { methodPage } from '../../../src/view/page/method-page.ts';
import { CONSTANT_SCRIPTS, CONSTANT_STYLES } from '../../../src/view/page/page.ts';
import { MEASURED, REFERENCE, UNDECIDED, comparison, side } from '../fixtures/comparison.ts';
import { CROWDED } from '../fixtures/crowded.ts';
import { FORMS, OFFERS } from '../../../src/forms.ts';
import { mediaType } from '../../../src/http/media.ts';
import { linksOf } from '../fixtures/links.ts';
import { DEFAULT_OPTIONS } from '../../../src/core/options.ts';
import type { Lead } from '../../../src/core/lead.ts';

const BUDGET = 14 * 1024; // one initial congestion window

/** The ranking of everything that the sides stand among. */
function othersOf(
  { id, sides, targets, pool }: Comparison,
  { release }: ComparisonView['query'],
): ComparisonView['sidesRanking'] {
  const rows = sides.map((side) => printTokens(rowTokens(side, pool)));
  return {
    id: `${id.split('/')[0]}/8k1k`,
    keys: {
      at: String(middleTarget(targets)),
      by: 'throughput',
      rows: rows.toSorted().join(','),
      show: 'all',
      ...pinKeys(release),
    },
  };
}

function view(c: Comparison, more: Partial<ComparisonView> = {}): ComparisonView {
  const links = linksOf(c);
  const shown = OFFERS.filter(({ extension }) => !/^\.(svg|png)$/.test(extension));
  const offers = shown.map(({ name, medium, isData = false }) => ({
    name,
    href: links[name]!,
    type: mediaType(medium),
    isData,
  }));
  const query = { ...DEFAULT_OPTIONS, basis: null, release: null };
  return {
    comparison: c,
    links,
    offers,
    card: null,
    query,
    rates: ['2025-08'],
    neighbours: [],
    embeds: [],
    sidesRanking: othersOf(c, more.query ?? query),
    ...more,
  };
}

/** Each outcome once in a while. */
function leadOf(i: number, m: number): Lead {
  const pair = {
    ratio: 1 + (i * m) / 10,
    ratioRange: [0.9, 2 + i],
    possible: [0.8, 3 + i],
  } as const;
  if (i * m === 0) return { outcome: 'level', sides: ['mtp', 'off'], ...pair };
  const names = { side: 'mtp', over: 'off' };
  return i % 2 === 0
    ? { outcome: 'ahead', ...names, ...pair, saving: null }
    : { outcome: 'open', ...names, ...pair, against: 'off' };
}

const HEADING = { model: 'X', shared: 'B300', sides: ['MTP', 'Off'] };
const MODELS = Array.from({ length: 9 }, (_, i) => `Model ${i} 397B-A17B`);
const HOME = homePage(
  {
    canonical: 'https://matchpoint.example/',
    featured: MODELS.map((label, m) => ({
      label,
      comparisons: Array.from({ length: 9 }, (_, i) => ({
        heading: { model: label, shared: `B${100 + i * 13}`, sides: ['MTP', 'Off'] },
        id: `model-${m}/b${100 + i * 13}-fp4/mtp-vs-off`,
        headline: { interactivity: 40 + i * 7 + m, lead: leadOf(i, m) },
        sides: [
          { key: 'mtp', label: 'MTP' },
          { key: 'off', label: 'Off' },
        ],
      })),
      rankings: ['1k/1k', '1k/8k', '8k/1k'].map((workload) => ({
        id: `model-${m}/${workload.replace('/', '')}`,
        label: workload,
      })),
    })),
    picker: MODELS.map((label) => ({
      label,
      groups: [{ label: 'B300', comparisons: [{ heading: HEADING, id: 'x/b300/mtp-vs-off' }] }],
    })),
    pin: null,
    example: 'qwen-3-5/b300-fp4/mtp-vs-off',
    forms: FORMS,
    release: REFERENCE.release,
  },
  en,
);

const PAGES: readonly (readonly [string, Markup])[] = [
  ['reference', comparisonPage(view(REFERENCE), en)],
  ['measured', comparisonPage(view(MEASURED), en)],
  ['undecided', comparisonPage(view(UNDECIDED), en)],
  ['crowded', comparisonPage(view(CROWDED), en)],
  [
    'disjoint',
    comparisonPage(view(comparison([side('a', '10:9 20:4'), side('b', '30:8 50:3')])), en),
  ],
  [
    'one side without data',
    comparisonPage(view(comparison([side('a', '10:9 20:4'), side('b', '')])), en),
  ],
  ['home', HOME],
  ['method', methodPage({ canonical: 'https://matchpoint.example/method' }, en)],
  ['error', errorPage({ status: 404, title: 'Nothing', detail: 'no such model', nearest: [] }, en)],
];

function all(node: Markup | string, tag: string): Markup[] {
  if (typeof node === 'string') return [];
  return [
    ...(node.tag === tag ? [node] : []),
    ...node.children.flatMap((child) => all(child, tag)),
  ];
}

describe.each(PAGES)('%s page', (_name, tree) => {
  const html = toDocument(tree);

  test('fits into one congestion window', () => {
    expect(gzipSync(html, { level: 6 }).length).toBeLessThanOrEqual(BUDGET);
  });

  test('has no script and no style beyond those the policy names', () => {
    const isData = ({ attrs }: Markup) => String(attrs['type']).endsWith('json');
    for (const script of all(tree, 'script').filter((one) => !isData(one))) {
      if ('src' in script.attrs) {
        expect(script.attrs['src']).toMatch(/^\/widgets\/(matchpoint|search)\.js$/);
        expect(script.children).toEqual([]);
      } else expect(CONSTANT_SCRIPTS).toContain(script.children.join(''));
    }
    const styles = all(tree, 'style').map(({ children }) => children.join(''));
    expect(styles).toHaveLength(1);
    expect(CONSTANT_STYLES).toContain(styles[0]);
    expect(html).not.toMatch(/ style="| on[a-z]+="/);
  });

  test('has one title, one heading, a description, an icon and a viewport', () => {
    expect(all(tree, 'title')).not.toHaveLength(0);
    expect(all(tree, 'h1')).toHaveLength(1);
    expect(html).toContain('<meta name="description" content="');
    expect(html).toContain('<link rel="icon" href="/favicon.svg" type="image/svg+xml">');
    expect(html).toContain('width=device-width');
  });

  test('shows no hole', () => expect(html).not.toMatch(/undefined|NaN|Infinity|\[object/));

  test('is the same every time', () => expect(toDocument(tree)).toBe(html));
});

/** The sentences of the section below the figure; none where there is no such section. */
function summaryOf(c: Comparison): string[] {
  const html = toDocument(comparisonPage(view(c), en));
  const [, section = ''] = /<section class="summary">([^]*?)<\/section>/.exec(html) ?? [];
  return [...section.matchAll(/<li>([^<]*)<\/li>/g)].map(([, text]) => text!);
}

describe('what the page of a comparison says of each speed', () => {
  test('is a sentence each, where there are several', () => {
    expect(summaryOf(REFERENCE)).toEqual(summarySentences(REFERENCE, en));
    expect(summaryOf(REFERENCE)).toHaveLength(3);
  });

  test('is not the answer over again', () => {
    const sides = [side('a', '20:100 30:50'), side('b', '25:90 40:80')];
    expect(summaryOf(comparison(sides, { targets: [20] }))).toEqual([]);
    expect(summaryOf(comparison(sides, { targets: [20, 28] }))).toHaveLength(2);
  });
});

test('the chart that stands without a script has the throughput of the headline', () => {
  const charts = stillCharts(REFERENCE, en).map((chart) => toHtml(chart));
  expect(charts).toHaveLength(2);
  for (const chart of charts) {
    // ticks up to the 4,729 tok/s/GPU of the reference
    expect(chart).toMatch(/>4,000<[^]*>5,000</);
    expect(chart).not.toMatch(/>\d{2,},000</);
  }
});

describe('the comparison page', () => {
  const html = toDocument(comparisonPage(view(REFERENCE), en));

  // the published reference page's figures; cost and power from $2.34 and 2.17 kW
  test.each(
    '4,729.0 3,193.8 2,157.6 1,583.6 966.3 614.2 $0.137 $0.204 $0.301 3.0× 3.3× 3.5×'.split(' '),
  )('says %s', (figure) => expect(html).toContain(figure));
  test.each(['66.5', '69.7', '71.5'])('says %s % less', (saving) => {
    expect(html).toContain(`${saving}\u202f%`);
  });

  test('links to its other forms, and to itself as canonical', () => {
    expect(html).toContain(
      'rel="canonical" href="https://matchpoint.example/compare/qwen-3-5/b300-fp4/mtp-vs-off"',
    );
    expect(html).toContain(
      'type="text/csv" href="https://matchpoint.example/compare/qwen-3-5/b300-fp4/mtp-vs-off.csv"',
    );
  });

  test('is a Dataset with its distributions', () => {
    const scripts = all(comparisonPage(view(REFERENCE), en), 'script');
    const script = scripts.find(({ attrs }) => attrs['type'] === 'application/ld+json');
    const data: { distribution: object[] } = JSON.parse(script!.children.join(''));
    expect(data).toMatchObject({ '@type': 'Dataset', identifier: REFERENCE.specificId });
    expect(data.distribution).toHaveLength(FORMS.filter(({ isData }) => isData).length);
  });

  test('its chart and table are what the element shows until it has drawn its own', () => {
    const page = 'https://matchpoint.example/compare/gb200/mtp-vs-off?at=93&tier=rental';
    const tree = comparisonPage(view(REFERENCE, { links: { ...linksOf(REFERENCE), page } }), en);
    const [element, ...others] = all(tree, 'matchpoint-compare');
    expect(others).toEqual([]);
    expect(element!.attrs).toMatchObject({
      src: page,
      view: 'chart table',
      editable: true,
      loading: 'eager',
    });
    expect(all(element!, 'svg').length).toBeGreaterThan(0);
    expect(all(element!, 'table')).toHaveLength(2);
    expect(all(element!, 'form')).toEqual([]); // it would go with them
    expect(all(tree, 'form')).toHaveLength(2); // its own, and that of the search
  });

  test('has no element where there is nothing to draw', () => {
    const tree = comparisonPage(view(comparison([side('a', ''), side('b', '')])), en);
    expect(all(tree, 'matchpoint-compare')).toEqual([]);
    expect(toDocument(tree)).not.toContain('/widgets/matchpoint.js');
  });

  test('its link to every configuration keeps the release', () => {
    const query = { ...DEFAULT_OPTIONS, basis: null, release: '9f2c41d07a3e' };
    const links = all(comparisonPage(view(REFERENCE, { query }), en), 'a');
    const href = links
      .map(({ attrs }) => String(attrs['href']))
      .find((to) => to.startsWith('/rank/'));
    expect(href).toContain('release=9f2c41d07a3e');
  });

  test('its form keeps the release and asks only canonical keys', () => {
    const query = { ...DEFAULT_OPTIONS, basis: null, release: '9f2c41d07a3e', lang: 'en' };
    const tree = comparisonPage(view(MEASURED, { query }), en);
    const [, form] = all(tree, 'form'); // after that of the search
    const names = ['input', 'select'].flatMap((tag) =>
      all(form!, tag).map(({ attrs }) => attrs['name']),
    );
    expect(new Set(names)).toEqual(
      new Set([
        'at',
        'tier',
        'rates',
        'usd',
        'usd.gb200',
        'usd.b200',
        'usd.h200',
        'usd.mi300x',
        'ttft',
        'util',
        'basis',
        'pool',
        'release',
      ]),
    );
    expect(toDocument(tree)).toContain('type="hidden" name="release" value="9f2c41d07a3e"');
  });

  test('embeds and pictures show once there are some', () => {
    expect(html).not.toContain('Embed this');
    const embeds = [{ kind: 'element', code: '<matchpoint-compare>' }] as const;
    const image = { url: 'https://matchpoint.example/x.png', width: 1200, height: 630, alt: 'x' };
    const more = toDocument(comparisonPage(view(REFERENCE, { embeds, image }), en));
    expect(more).toContain('&lt;matchpoint-compare&gt;');
    expect(more).toContain('property="og:image:width" content="1200"');
  });
});

describe('labels from data are text', () => {
  const EVIL = '"><img src=x onerror=alert(1)></script><script>alert(2)</script>';
  const source = {
    date: EVIL,
    framework: EVIL,
    image: EVIL,
    url: `javascript:alert(1)//${EVIL}`,
    license: EVIL,
    attribution: EVIL,
    sweep: EVIL,
  };
  const evil = comparison(
    [
      side('a', '20:900 50:400', { label: EVIL, hardware: EVIL, sources: [source] }),
      side('b', '20:300 50:100', { label: EVIL, hardware: 'b', sources: [source] }),
    ],
    {
      title: EVIL,
      model: { key: 'x', label: EVIL },
      labels: { '1k1k': EVIL },
      rates: { id: EVIL, asOf: EVIL, tier: 'rental', source: EVIL },
      notices: [
        {
          code: 'excluded-run',
          severity: 'info',
          facts: { runs: [EVIL], reason: EVIL, url: EVIL },
        },
      ],
    },
  );
  const trees = {
    page: toDocument(
      comparisonPage(
        view(evil, { neighbours: [{ label: EVIL, href: 'javascript:alert(1)' }] }),
        en,
      ),
    ),
    chart: chartSvg(evil, en),
    error: toDocument(errorPage({ status: 404, title: EVIL, detail: EVIL, nearest: [] }, en)),
  };
  test.each(Object.entries(trees))('in the %s', (_name, text) => {
    expect(text).toContain('&lt;img');
    expect(text).not.toMatch(/<img|<script>|href="javascript/);
  });
});

test('every problem type has its place on the method page', () => {
  const html = toDocument(methodPage({ canonical: 'https://matchpoint.example/method' }, en));
  const slugs = [
    'invalid-address',
    'invalid-query',
    'not-found',
    'gone',
    'method-not-allowed',
    'rate-limited',
    'not-implemented',
    'unavailable',
  ];
  expect(Object.keys(en.method.problemTypes)).toEqual(slugs);
  for (const slug of slugs) expect(html).toContain(`id="problem-${slug}"`);
});

describe('chartSvg', () => {
  test('is a few kB with real text and both themes', () => {
    const svg = chartSvg(REFERENCE, en);
    expect(svg.length).toBeLessThan(8 * 1024);
    expect(svg).toContain('>MTP</text>');
    expect(svg).toContain('prefers-color-scheme:dark');
    expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
  });

  test('a theme of its own leaves the other out', () => {
    expect(chartSvg(REFERENCE, en, { theme: 'dark' })).not.toContain('prefers-color-scheme');
  });
});

describe('best recipe of each', () => {
  const pair = { ratio: 1.02, ratioRange: [0.99, 1.05], possible: [0.8, 1.3] } as const;
  const leads: readonly (readonly [Lead, string])[] = [
    [{ outcome: 'level', sides: ['h200', 'b200'], ...pair }, 'H200 and B200 are about level'],
    [
      { outcome: 'open', side: 'h200', over: 'b200', against: 'b200', ...pair },
      'H200 is estimated at 1.02× B200’s throughput per GPU; the data do not settle which is ahead',
    ],
    [
      { outcome: 'ahead', side: 'b200', over: 'h200', ...pair, saving: null },
      'B200 delivers 1.02× H200’s throughput per GPU',
    ],
  ];
  test.each(leads)('%o', (lead, said) => {
    const bestRecipe = { id: MEASURED.id, interactivity: 48, lead };
    const html = toDocument(comparisonPage(view({ ...MEASURED, bestRecipe }), en));
    expect(html).toContain(said);
    const late = toDocument(comparisonPage(view({ ...MEASURED, ttftLimit: 2, bestRecipe }), en));
    expect(late).toMatch(/Best recipe of each[^<]* at 48 tok\/s\/user, first token within 2 s /);
    expect(/Best recipe of each[^<]* delivers /.test(html)).toBe(lead.outcome === 'ahead');
  });
});
