import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TIMEOUT_MS, launchChromium } from './chromium.ts';
import { layoutShifts, watchShifts } from './layout-shifts.ts';
import { servedSite } from './made-once.ts';
import { startSite } from './sites.ts';
import type { Site } from './sites.ts';

const BUILDER = '/embed-builder/rank/gptoss-120b/8k1k?at=100';

let blog: Site;
let browser: Browser;
let origin: string;
let release: string;

beforeAll(async () => {
  [{ origin, release }, blog, browser] = await Promise.all([
    servedSite(),
    startSite(),
    launchChromium(),
  ]);
});
afterAll(async () => {
  await Promise.all([blog?.close(), browser?.close()]);
});

/** The element's code as a writer copies it from the builder. */
async function copiedCode(query = ''): Promise<string> {
  const page = await browser.newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  await page.goto(`${origin}${BUILDER}${query}`);
  const code = await page.locator('#code-element').textContent();
  await page.close();
  return code!;
}

/**
 * The code in a post of another site, under the policy that the builder names and no style of the
 * page's own; what its console complained of, the styles apart that the policy drops.
 */
async function posted(code: string): Promise<{ page: Page; complaints: string[] }> {
  const policy = ['script-src', 'connect-src', 'img-src'].map((name) => `${name} ${origin}`);
  blog.answers['/'] = {
    type: 'text/html',
    headers: {
      'content-security-policy': `default-src 'none'; style-src 'none'; ${policy.join('; ')}`,
    },
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A post</title></head><body><main><h1>A post</h1>${code}</main></body></html>`,
  };
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  page.setDefaultTimeout(TIMEOUT_MS);
  const complaints: string[] = [];
  page.on('console', (message) => {
    const isDroppedStyle = /inline style.*style-src/.test(message.text());
    if (message.type() !== 'info' && !isDroppedStyle) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  // a card takes seconds to draw
  const body = '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"/>';
  await page.route(/\.png/, (route) => route.fulfill({ contentType: 'image/svg+xml', body }));
  await page.goto(blog.origin);
  return { page, complaints };
}

test.each(['', '&pin=true', '&moving=true&theme=dark'])(
  'the code of the builder draws the whole ranking on a page of another site, under a strict policy%s',
  async (query) => {
    const { page, complaints } = await posted(await copiedCode(query));
    const element = page.locator('matchpoint-rank');
    await element.locator('.stage').waitFor();
    expect(await element.locator('a > img').isVisible()).toBe(false);
    const pinned = query === '&pin=true' ? `&release=${release}` : '';
    const json = await fetch(`${origin}/rank/gptoss-120b/8k1k.json?at=100${pinned}`);
    const { rows } = (await json.json()) as { rows: object[] };
    await expect.poll(() => element.locator('tbody tr').count()).toBe(rows.length);
    for (const part of ['controls', 'chart', 'table']) {
      const box = await element.locator(`[part=${part}]`).boundingBox();
      expect([part, box!.width > 600, box!.height > 100]).toEqual([part, true, true]);
    }
    const link = await element.evaluate((drawn) => (drawn as HTMLElement & { link: string }).link);
    expect(new URL(link).searchParams.get('release')).toBe(pinned === '' ? null : release);
    // its handle lies over the chart by styles of the script's own, and moves the question
    const handle = element.getByRole('slider').first();
    expect((await handle.boundingBox())!.height).toBeGreaterThan(100);
    await handle.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => handle.getAttribute('aria-valuenow')).toBe('101');
    expect(complaints).toEqual([]);
    await page.close();
  },
);

test('where its script does not come there is the picture that leads to the page', async () => {
  const code = (await copiedCode()).replace('integrity="sha384-', 'integrity="sha384-A');
  const { page, complaints } = await posted(code);
  const picture = page.locator('matchpoint-rank a > img');
  await picture.waitFor();
  const href = await page.locator('matchpoint-rank a').getAttribute('href');
  expect((await fetch(href!)).status).toBe(200);
  expect(complaints.join()).toMatch(/integrity/);
  await page.close();
});

/** px */
const MOST_SPARE = 130;
/** Column and viewport, px; a column of each kind for every ranking, and all of them for the first. */
const COLUMNS = [
  [328, 360],
  [400, 1280],
  [575, 600],
  [576, 1000],
  [700, 1280],
  [860, 1280],
  [1200, 1280],
] as const;
const KINDS = [COLUMNS[0], COLUMNS[3], COLUMNS[5]];

describe.each([
  ['gptoss-120b/8k1k?at=100', COLUMNS],
  ['gptoss-120b/8k1k?at=100&show=all&theme=dark', KINDS],
  ['deepseek-r1/8k1k?by=throughput&precision=fp8', KINDS],
  ['deepseek-r1/1k1k?cost=0.2&show=all', KINDS],
] as const)('the code of %s', (asked, columns) => {
  test.each(columns)(
    'moves nothing in a column of %i px of a viewport of %i px',
    async (column, viewport) => {
      const builder = await (await fetch(`${origin}/embed-builder/rank/${asked}`)).text();
      const page = await browser.newPage({ viewport: { width: viewport, height: 6000 } });
      page.setDefaultTimeout(TIMEOUT_MS);
      await page.setContent(
        builder.replaceAll('<script', '<!-- <script').replaceAll('</script>', '</script> -->'),
      );
      const code = await page.locator('#code-element').textContent();
      blog.answers['/'] = {
        type: 'text/html',
        body: `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><style>body{margin:0 auto;width:${column}px}</style>
        ${code}<p id="after">After</p></html>`,
      };
      let give = () => {};
      const given = new Promise<void>((resolve) => (give = resolve));
      await page.route(/chart\.json/, async (route) => {
        await given;
        await route.continue();
      });
      const body = '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"/>';
      await page.route(/\.png/, (route) => route.fulfill({ contentType: 'image/svg+xml', body }));
      await page.goto(blog.origin);
      const bottom = () =>
        page.locator('#after').evaluate((after) => after.getBoundingClientRect().top);
      await watchShifts(page);
      const before = await bottom();
      give();
      const figure = page.locator('matchpoint-rank .whole');
      await figure.locator('tbody[aria-busy=false]').waitFor();
      const shifts = await layoutShifts(page);
      expect(shifts.reduce((sum, { value }) => sum + value, 0)).toBeLessThanOrEqual(0.01);
      expect(Math.abs((await bottom()) - before)).toBeLessThan(1);
      // nor is more kept free than an estimate takes, and it is free again once all is drawn anew
      const height = async () => (await figure.boundingBox())!.height;
      const reserved = await height();
      await page.locator('matchpoint-rank').evaluate((element) => {
        element.dispatchEvent(new Event('transitionend')); // drawn anew, as for a theme of the page
      });
      await expect.poll(height).toBeLessThan(reserved);
      expect(reserved - (await height())).toBeLessThan(MOST_SPARE);
      await page.close();
    },
  );
});
