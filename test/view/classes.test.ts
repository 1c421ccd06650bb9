import { describe, expect, test } from 'vitest';
import type { Comparison } from '../../src/core/comparison-types.ts';
import { DEFAULT_OPTIONS } from '../../src/core/options.ts';
import { embedBuilderPage } from '../../src/view/embed/builder-page.ts';
import { embedErrorPage, embedPage } from '../../src/view/embed/frame-page.ts';
import { toDocument } from '../../src/view/markup/html.ts';
import type { Markup } from '../../src/view/markup/markup.ts';
import { comparisonPage } from '../../src/view/page/comparison-page.ts';
import { errorPage } from '../../src/view/page/error-page.ts';
import { faviconSvg } from '../../src/view/page/favicon.ts';
import { homePage } from '../../src/view/page/home-page.ts';
import { methodPage } from '../../src/view/page/method-page.ts';
import { chartSvg } from '../../src/view/text/chart-svg.ts';
import { en } from '../../src/view/words/en/index.ts';
import { MEASURED, REFERENCE, UNDECIDED, comparison, side } from './fixtures/comparison.ts';
import { CROWDED } from './fixtures/crowded.ts';
import { HARD_CARDS } from './fixtures/hard-cards.ts';
import { ORIGIN, linksOf } from './fixtures/links.ts';

const HEADING = { model: 'X', shared: 'B300', sides: ['MTP', 'Off'] };
const LINK = { label: 'B200 vs B300', href: '/compare/x/_/b200-vs-b300' };
const THREE = comparison(['a', 'b', 'c'].map((key, i) => side(key, `${20 + i}:900 ${50 + i}:400`)));
const COMPARISONS = [
  REFERENCE,
  MEASURED,
  UNDECIDED,
  CROWDED,
  THREE,
  comparison([side('a', '10:9 20:4'), side('b', '30:8 50:3')]),
  comparison([side('a', ''), side('b', '')]),
  ...Object.values(HARD_CARDS),
];

const PAGES: readonly Markup[] = [
  homePage(
    {
      canonical: `${ORIGIN}/`,
      featured: [
        {
          label: 'Model',
          comparisons: [{ id: 'm/_/a-vs-b', heading: HEADING, headline: null, sides: [] }],
          rankings: [{ id: 'm/1k1k', label: '1k/1k' }],
        },
      ],
      picker: [
        {
          label: 'Model',
          groups: [{ label: 'B300', comparisons: [{ id: 'm/_/a-vs-b', heading: HEADING }] }],
        },
      ],
      pin: null,
      example: 'm/_/a-vs-b',
      forms: [],
      release: REFERENCE.release,
    },
    en,
  ),
  methodPage({ canonical: `${ORIGIN}/method` }, en),
  errorPage({ status: 404, title: 'Nothing', detail: 'no such model', nearest: [LINK] }, en),
  embedBuilderPage(
    {
      canonical: `${ORIGIN}/embed-builder`,
      origin: ORIGIN,
      choice: {
        id: REFERENCE.id,
        view: 'chart',
        theme: 'auto',
        at: '',
        isEditable: false,
        isPinned: false,
        isMoving: false,
        others: [],
      },
      presets: [],
      result: {
        title: 'A comparison',
        snippets: [{ kind: 'element', code: '<matchpoint-compare>' }],
        previews: [{ theme: 'light', src: '/embed/x' }],
      },
      problem: { detail: 'no such model', nearest: [LINK] },
    },
    en,
  ),
];

const EMBEDS: readonly Markup[] = [
  ...(['auto', 'light', 'dark'] as const).map((theme, i) => {
    const { page, json, png: card } = linksOf(REFERENCE);
    const own = { view: i === 1 ? 'card' : null, metrics: null, isEditable: true, theme };
    return embedPage({ comparison: REFERENCE, page, json, card, ...own }, en);
  }),
  embedErrorPage({ title: 'Nothing', detail: 'no such model', nearest: [LINK] }, en),
];

/** By the style that each of them carries. */
const RENDERED = {
  pages: PAGES.map(toDocument),
  comparisons: COMPARISONS.map((c) => toDocument(comparisonPage(view(c), en))),
  embeds: EMBEDS.map(toDocument),
  charts: COMPARISONS.map((c) => chartSvg(c, en)),
  favicon: [faviconSvg()],
};

const usedAnywhere = new Set(Object.values(RENDERED).flat().flatMap(usedIn));

describe.each(Object.entries(RENDERED))('%s', (_, texts) => {
  const styled = new Set(styledIn(texts[0]!));

  test('use no class that their style does not have', () => {
    // a number of columns is said of every table, and looks different only from some on
    const unknown = texts
      .flatMap(usedIn)
      .filter((name) => !styled.has(name) && !/^columns-\d$/.test(name));
    expect([...new Set(unknown)]).toEqual([]);
  });

  test('carry no class in their style that nothing uses', () => {
    expect([...styled].filter((name) => !usedAnywhere.has(name))).toEqual([]);
  });
});

test('the style of comparisons, the heaviest pages, has no class that only other pages use', () => {
  const used = new Set(RENDERED.comparisons.flatMap(usedIn));
  expect(styledIn(RENDERED.comparisons[0]!).filter((name) => !used.has(name))).toEqual([]);
});

function usedIn(text: string): string[] {
  return [...text.matchAll(/ class="([^"]*)"/g)].flatMap(([, names]) => names!.split(' '));
}

function styledIn(text: string): string[] {
  const style = /<style>(.*?)<\/style>/s.exec(text)![1]!;
  const selectors = style.replaceAll(/"[^"]*"|'[^']*'/g, '');
  return [...selectors.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name!);
}

function view(c: Comparison): Parameters<typeof comparisonPage>[0] {
  return {
    comparison: c,
    links: linksOf(c),
    offers: [],
    card: () => '/cards/x.png',
    query: { ...DEFAULT_OPTIONS, basis: null, release: null },
    rates: ['2025-08'],
    neighbours: [LINK],
    embeds: [{ kind: 'element', code: '<matchpoint-compare>' }],
    sidesRanking: { id: 'mo-1/1k1k', keys: {} },
  };
}
