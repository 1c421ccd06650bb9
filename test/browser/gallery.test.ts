import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { elementFiles } from '../../data/widgets/script.ts';
import { startGallery } from '../../data/serve/gallery.ts';
import type { Gallery } from '../../data/serve/gallery.ts';
import { loadData } from '../../data/load/load.ts';
import { comparisonReader } from '../../data/release/comparison.ts';
import { buildRelease } from '../../data/release/release.ts';
import type { Comparison } from '../../src/core/comparison-types.ts';
import { TIMEOUT_MS, launchChromium } from './chromium.ts';
import { documentOf } from './documents.ts';
import { elementScript } from './made-once.ts';
import { startSite } from './sites.ts';
import type { Site } from './sites.ts';
import { violationsIn } from './axe.ts';

const html = readFileSync(new URL('../../widgets/index.html', import.meta.url), 'utf8');
/** Address ids that the gallery names, without extension. */
const ids = new Set([...html.matchAll(/HOST\/compare\/([\w/-]+)/g)].map(([, id]) => id!));

/** 1 × 1 px */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

let browser: Browser;
let host: Site;
let gallery: Gallery;
beforeAll(async () => {
  [browser, host] = await Promise.all([launchChromium(), startSite()]);
  const { text } = await elementScript();
  host.answers['/widgets/matchpoint.js'] = { type: 'text/javascript', body: text };
  // The data that ship, so that a section whose comparison is no longer of its kind is found.
  const comparisonOf = comparisonReader(buildRelease(await loadData([])), '2026-11-23T09:00:00Z');
  for (const id of ids) {
    if (id.startsWith('no-such-model/')) continue;
    const comparison = comparisonOf(id);
    if (comparison === null) throw new Error(`${id}: the gallery shows it, and it has no data`);
    const body = JSON.stringify(documentOf(comparison, host.origin));
    host.answers[`/compare/${id}.json`] = { type: 'application/json', body };
    host.answers[`/compare/${id}.png`] = { type: 'image/gif', body: PIXEL };
  }
  gallery = await startGallery(host.origin, 0);
});
afterAll(() => Promise.all([browser.close(), host.close(), gallery.close()]));

describe.each([
  { width: 320, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const)('the gallery at $width px, $colorScheme', ({ width, colorScheme }) => {
  test('comes to every state, accessible and without overflow', async () => {
    const { page, errors } = await opened(width, colorScheme);
    for (const section of await page.locator('section[data-expect]').all()) {
      const id = await section.getAttribute('id');
      const wanted = await section.getAttribute('data-expect');
      await section.scrollIntoViewIfNeeded();
      const shown = section.locator(wanted === 'figure' ? 'figure' : 'matchpoint-compare > a');
      await expect.poll(() => shown.isVisible(), { message: `section ${id}` }).toBe(true);
      if (wanted === 'fallback') expect(await section.locator('figure').count()).toBe(0);
    }
    const frame = page.frameLocator('#no-script iframe');
    expect(await frame.getByRole('img').isVisible()).toBe(true);

    const overflow = await page.evaluate<string[]>(
      `[...document.querySelectorAll('section')].filter((s) => s.scrollWidth > s.clientWidth + 1)
        .map((s) => s.id).concat(document.documentElement.scrollWidth > innerWidth ? 'page' : [])`,
    );
    expect(overflow).toEqual([]);
    expect(await violationsIn(page, { iframes: false })).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });
});

test('each section shows what its heading says', async () => {
  const { page } = await opened(800, 'light');
  const shown = async (id: string): Promise<Comparison> => {
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    await page.locator(`#${id} figure`).waitFor();
    return page.evaluate<Comparison>(
      `document.querySelector('#${id} matchpoint-compare').comparison`,
    );
  };
  const best = async (id: string) => (await shown(id)).values.map((value) => value.best.throughput);
  expect((await best('undecided')).some((one) => one!.outcome === 'ahead')).toBe(false);
  expect((await best('tie')).every((one) => one!.outcome === 'level')).toBe(true);
  expect((await shown('disjoint')).band).toBeNull();
  const outside = (await shown('out-of-range')).values.map(({ sides }) => sides[0]!.status);
  expect(outside).toEqual(['below-range', 'interpolated', 'above-range']);
  const ranges = async (id: string) => (await shown(id)).sides.map(({ range }) => range !== null);
  expect(await ranges('four-sides')).toEqual([true, true, true, true]);
  expect(await ranges('side-without-data')).toContain(false);
  const edited = await shown('edited');
  expect(edited.targets).toEqual([80, 90]);
  expect(edited.sides.map(({ usdPerGpuHour }) => usdPerGpuHour)).toEqual([2.1, 1.6]);
  expect(await page.locator('#loading slot').count()).toBe(1); // its children still
  await page.close();
});

test('the data in the page are not asked for', async () => {
  const { page } = await opened(800, 'light');
  await page.locator('#inline').scrollIntoViewIfNeeded();
  await page.locator('#inline figure').waitFor();
  const document = '/compare/deepseek-v4/b200-fp4/mtp-vs-off.json';
  // Once by the gallery, which puts them there.
  expect(host.asked.filter((path) => path.startsWith(document))).toHaveLength(1);
  await page.close();
});

test('the gallery is not published with the element', async () => {
  expect([...(await elementFiles()).keys()].filter((name) => name.endsWith('.html'))).toEqual([]);
});

/** The gallery's page, with the errors that reach it. */
async function opened(
  width: number,
  colorScheme: 'light' | 'dark',
): Promise<{ page: Page; errors: string[] }> {
  host.asked.length = 0;
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  page.setDefaultTimeout(TIMEOUT_MS);
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(gallery.origin);
  return { page, errors };
}
