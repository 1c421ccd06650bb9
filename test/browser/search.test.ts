import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TIMEOUT_MS, launchChromium } from './chromium.ts';
import { servedSite } from './made-once.ts';
import { overflowOf, violationsIn } from './axe.ts';

const QUESTION = 'cheapest gpt-oss at 100 tok/s/user with the first token within 2 s';
const ANSWER = '/rank/gptoss-120b/1k1k?at=100&ttft=2';
const COMPARISON = '/compare/qwen-3-5/b300-fp4/mtp-vs-off';

let url: string;
let browser: Browser;
beforeAll(async () => {
  [{ url }, browser] = await Promise.all([servedSite(), launchChromium()]);
});
afterAll(() => browser?.close());

/** A page of the site, what it asked for, and every error that its console names. */
async function opened(
  path: string,
  options: BrowserContextOptions = {},
): Promise<{ readonly page: Page; readonly asked: string[]; readonly errors: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
  page.setDefaultTimeout(TIMEOUT_MS);
  const [asked, errors]: [string[], string[]] = [[], []];
  page.on('request', (request) => asked.push(request.url().slice(url.length)));
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (/Content.Security.Policy|Trusted ?Types/i.test(message.text())) errors.push(message.text());
  });
  await page.route(/\.png/, (route) => route.abort()); // a card takes seconds to draw
  await page.goto(`${url}${path}`);
  return { page, asked, errors };
}

function address(page: Page): string {
  return page.url().slice(url.length);
}

/** From the ranking to its code on the clipboard, each step by a way of its own to use a control. */
async function copied(page: Page, use: (control: Locator) => Promise<void>): Promise<void> {
  await use(page.getByRole('link', { name: 'Embed this ranking' }));
  await page.waitForURL('**/embed-builder/rank/**');
  const button = page.locator('[data-snippet]:visible').first();
  const code = await page.locator(`#${await button.getAttribute('data-snippet')}`).textContent();
  await use(button);
  await expect.poll(() => button.textContent()).toBe(await button.getAttribute('data-done'));
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  expect(code).toContain('/rank/gptoss-120b/1k1k?at=100');
  expect(code).toContain('ttft=2');
}

/** A page may write to the clipboard, and its test may read it. */
const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

describe('from the home page to a question, and to its code', () => {
  test('by keys: a slash, the words, an arrow and Enter', async () => {
    const { page, asked, errors } = await opened('/', CLIPBOARD);
    await page.keyboard.press('/');
    await page.keyboard.type(QUESTION);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    const box = page.locator('[name=q]');
    const chosen = await box.getAttribute('aria-activedescendant');
    const option = page.locator(`#${chosen}`);
    expect(await option.getAttribute('aria-selected')).toBe('true');
    expect(await option.innerText()).toContain(
      'cheapest at 100 tok/s/user, first token within 2 s',
    );
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${ANSWER}`);
    expect(asked.filter((path) => path.startsWith('/search'))).toEqual([]); // answered in place
    await copied(page, async (control) => {
      const isFocused = () => control.evaluate((element) => element === document.activeElement);
      for (let i = 0; i < 200 && !(await isFocused()); i++) await page.keyboard.press('Tab');
      expect(await isFocused()).toBe(true);
      await page.keyboard.press('Enter');
    });
    expect(errors).toEqual([]);
    await page.close();
  });

  test('by mouse: the box, the words, a click', async () => {
    const { page } = await opened('/', CLIPBOARD);
    await page.getByRole('searchbox').click();
    await page.keyboard.type(QUESTION);
    await page.getByRole('option').first().click();
    await page.waitForURL(`**${ANSWER}`);
    await copied(page, (control) => control.click());
    await page.close();
  });

  test('by touch, at the width of a phone', async () => {
    const viewport = { width: 360, height: 740 };
    const { page } = await opened('/', { viewport, hasTouch: true, isMobile: true, ...CLIPBOARD });
    await page.getByRole('searchbox').tap();
    await page.keyboard.type(QUESTION);
    const list = page.getByRole('listbox');
    await list.waitFor();
    const { x, width } = (await list.boundingBox())!;
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(360);
    await page.getByRole('option').first().tap();
    await page.waitForURL(`**${ANSWER}`);
    await copied(page, (control) => control.tap());
    await page.close();
  });

  test('without a script: the box and its page', async () => {
    const { page } = await opened('/', { javaScriptEnabled: false });
    await page.getByRole('searchbox').fill(QUESTION);
    await page.getByRole('searchbox').press('Enter');
    await page
      .getByRole('link', { name: /cheapest at 100/ })
      .first()
      .click();
    expect(address(page)).toBe(ANSWER);
    await page.close();
  });
});

describe('the box', () => {
  test('Escape closes the list and leaves the words; Enter with nothing chosen sends them', async () => {
    const { page } = await opened(COMPARISON);
    await page.keyboard.press('/');
    await page.keyboard.type('b3000 qwen');
    await page.getByRole('option').first().waitFor();
    expect(await page.getByRole('status').first().innerText()).toContain('“b3000”: read as B300.');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox').isVisible()).toBe(false);
    const box = page.locator('[name=q]');
    expect(await box.inputValue()).toBe('b3000 qwen');
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('ArrowDown'); // opens it again, and chooses nothing
    await page.getByRole('option').first().waitFor();
    expect(await box.getAttribute('aria-activedescendant')).toBeNull();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=b3000+qwen');
    await page.close();
  });

  test('arrows walk round, with a place between for nothing chosen', async () => {
    const { page } = await opened('/');
    await page.keyboard.press('/');
    await page.keyboard.type('fp8 vs fp4 r1 8k');
    await page.getByRole('option').first().waitFor();
    const count = await page.getByRole('option').count();
    const box = page.locator('[name=q]');
    await page.keyboard.press('ArrowUp');
    expect(await box.getAttribute('aria-activedescendant')).toBe(`suggestion-${count - 1}`);
    await page.keyboard.press('ArrowDown');
    expect(await box.getAttribute('aria-activedescendant')).toBeNull();
    await page.keyboard.press('ArrowDown');
    expect(await box.getAttribute('aria-activedescendant')).toBe('suggestion-0');
    await page.close();
  });

  test('a slash typed into an input is a slash', async () => {
    const { page } = await opened('/search');
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('8k/1k');
    expect(await page.locator('[name=q]').inputValue()).toBe('8k/1k');
    await page.close();
  });

  test('nothing is loaded for it until it is used; without the catalog it stays a form', async () => {
    const { page, asked } = await opened('/method');
    await page.waitForLoadState('networkidle');
    expect(asked).toContain('/widgets/search.js');
    expect(asked.some((path) => /catalog|suggestions/.test(path))).toBe(false);
    await page.route('**/catalog.json', (route) => route.abort());
    await page.keyboard.press('/');
    await page.keyboard.type('qwen');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=qwen');
    await page.close();
  });

  test.each([
    { width: 360, colorScheme: 'dark', path: COMPARISON },
    { width: 800, colorScheme: 'light', path: '/search?q=b3000+foo+qwen' },
    { width: 1280, colorScheme: 'dark', path: '/' },
  ] as const)(
    'axe finds nothing, list open, $width px, $colorScheme',
    async ({ path, ...more }) => {
      const { width, colorScheme } = more;
      const { page } = await opened(path, {
        viewport: { width, height: 900 },
        colorScheme,
        bypassCSP: true,
      });
      await page.keyboard.press('/');
      await page.keyboard.type('b300 mtp qwen foo ');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      expect(await violationsIn(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
      await page.close();
    },
  );

  test('labels of the catalog and the words typed are text', async () => {
    const { page } = await opened('/');
    await page.route('**/catalog.json', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll('"label":"', '"label":"<img src=x>');
      await route.fulfill({ response, body });
    });
    await page.keyboard.press('/');
    await page.keyboard.type('qwen <img src=y>');
    await page.getByRole('option').first().waitFor();
    expect(await page.getByRole('option').first().innerText()).toContain('<img src=x>');
    expect(await page.locator('.suggestions img').count()).toBe(0);
    await page.close();
  });
});
