import { en } from '../../src/view/words/en/index.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { comparisonPage } from '../../src/view/page/comparison-page.ts';
import { errorPage } from '../../src/view/page/error-page.ts';
import { toDocument } from '../../src/view/markup/html.ts';
import { methodPage } from '../../src/view/page/method-page.ts';
import { MEASURED, REFERENCE, UNDECIDED } from '../view/fixtures/comparison.ts';
import { linksOf } from '../view/fixtures/links.ts';
import { CROWDED } from '../view/fixtures/crowded.ts';
import { launchChromium } from './chromium.ts';
import { startSite } from './sites.ts';
import { source } from '../core/fixtures.ts';
import { inventedHistory } from '../core/history/invented-history.ts';
import { historyLinks } from '../../src/view/history-links.ts';
import { historyPage } from '../../src/view/page/history/history-page.ts';
import { DEFAULT_OPTIONS } from '../../src/core/options.ts';
import { overflowOf, violationsIn } from './axe.ts';

const INVENTED = inventedHistory(
  [1, 2, 3, 4].map((run) => ({
    run: String(run),
    date: `2026-05-0${run}`,
    points: run === 2 ? '20:2100 30:1500' : `20:${2000 + run} 30:1600 50:${900 * run} 80:400`,
    sources: [{ ...source, image: `lmsysorg/sglang:v0.5.${run}.post1-rocm700-mi35x` }],
    issue: run === 3 ? { reason: 'some answers were wrong', url: null } : null,
  })),
  { at: 50 },
);
const HISTORY = {
  history: INVENTED,
  links: historyLinks(INVENTED, 'https://matchpoint.example', {}, []),
  keys: {},
  offers: [],
  chosen: { before: null, after: null },
  siblings: [{ name: 'G2 FP8 on SGLang', runs: 3, history: '/history/x/1k1k/g2-fp8' }],
};

const query = { ...DEFAULT_OPTIONS, basis: null, release: null };
const comparisons = { REFERENCE, MEASURED, UNDECIDED, CROWDED };
const pages = [
  ...Object.entries(comparisons).map(([name, comparison]) => ({
    name: name.toLowerCase(),
    tree: comparisonPage(
      {
        comparison,
        links: linksOf(comparison),
        offers: [],
        card: null,
        query,
        rates: ['2025-08'],
        neighbours: [{ label: 'B200 vs B300', href: '/compare/x/_/b200-vs-b300' }],
        embeds: [{ kind: 'element', code: '<matchpoint-compare></matchpoint-compare>' }],
        sidesRanking: { id: 'deepseek-r1/8k1k', keys: { show: 'all' } },
      },
      en,
    ),
  })),
  { name: 'history', tree: historyPage(HISTORY, en) },
  { name: 'method', tree: methodPage({ canonical: 'https://matchpoint.example/method' }, en) },
  {
    name: 'error',
    tree: errorPage(
      { status: 404, title: 'Nothing here', detail: 'no such model', nearest: [] },
      en,
    ),
  },
];

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

describe.each(pages)('the $name page', ({ tree }) => {
  test.each([
    { width: 360, colorScheme: 'light' },
    { width: 800, colorScheme: 'dark' },
    { width: 1280, colorScheme: 'light' },
  ] as const)('is accessible and fits $width px, $colorScheme', async ({ width, colorScheme }) => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    await page.setContent(toDocument(tree));
    expect(await violationsIn(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
    await page.close();
  });
});

test('the form of a comparison has its targets where there comes no figure that has them', async () => {
  const site = await startSite();
  const page = await browser.newPage();
  const targets = page.locator('.targets');
  site.answers['/'] = { type: 'text/html', body: toDocument(pages[0]!.tree) };
  await page.goto(site.origin); // which has no script of the element
  expect(await targets.isVisible()).toBe(true);
  const body = "customElements.define('matchpoint-compare', class extends HTMLElement {})";
  site.answers['/widgets/matchpoint.js'] = { type: 'text/javascript', body };
  await page.goto(site.origin);
  expect(await targets.isVisible()).toBe(false);
  const fail = (comparison: object | null) =>
    page.evaluate(
      (detail) => {
        document.dispatchEvent(new CustomEvent('matchpoint-error', { detail }));
      },
      { comparison },
    );
  await fail(null);
  expect(await targets.isVisible()).toBe(true);
  await fail({}); // the last good copy is on screen
  expect(await targets.isVisible()).toBe(false);
  await Promise.all([page.close(), site.close()]);
});
