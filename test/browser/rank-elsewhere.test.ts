import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TIMEOUT_MS, launchChromium } from './chromium.ts';
import { servedSite } from './made-once.ts';
import { startSite } from './sites.ts';
import type { Site } from './sites.ts';

const GPTOSS = '/rank/gptoss-120b/8k1k';
const DRAWN = 'matchpoint-rank .whole';

let blog: Site;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  [{ origin }, blog, browser] = await Promise.all([servedSite(), startSite(), launchChromium()]);
});
afterAll(async () => {
  await Promise.all([blog?.close(), browser?.close()]);
});

/** A page of another site with the ranking's element. */
async function posted(src: string): Promise<Page> {
  blog.answers['/'] = {
    type: 'text/html',
    body: `<!doctype html><html lang="en"><title>A post</title>
      <script type="module" src="${origin}/widgets/matchpoint-rank.js"></script>
      <main><h1>A post</h1><matchpoint-rank src="${origin}${src}"></matchpoint-rank></main></html>`,
  };
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  page.setDefaultTimeout(TIMEOUT_MS);
  await page.goto(blog.origin);
  await page.locator(`${DRAWN} .stage`).waitFor();
  return page;
}

interface Said {
  readonly title: string;
  readonly answer: string;
  readonly leading: string;
  readonly method: string;
  readonly source: string;
  readonly notices: readonly { readonly text: string }[];
}

async function saidAt(page: Page): Promise<Said> {
  const link = await page
    .locator('matchpoint-rank')
    .evaluate((element) => (element as HTMLElement & { link: string }).link);
  const { pathname, search } = new URL(link);
  return (await (await fetch(`${origin}${pathname}.json${search}`)).json()) as Said;
}

test('elsewhere it says what is asked, the answer, who leads, and where the figures are from', async () => {
  const page = await posted(`${GPTOSS}?at=100`);
  const caption = page.locator(`${DRAWN} [part=caption]`);
  // it comes with the figure: nothing moves for it later
  expect(await caption.count()).toBe(1);
  const said = await saidAt(page);
  expect(await caption.locator('h2').textContent()).toBe(said.title);
  expect(await caption.locator('p').allTextContents()).toEqual([said.answer, said.leading]);
  const foot = await page.locator(`${DRAWN} [part=source]`).textContent();
  expect(foot).toBe(`${said.method} ${said.source}`);
  expect(said.source).toMatch(/^Source: SemiAnalysis InferenceX.*Release \w{12} of .*Runs of/);
  // the link of the heading leaves the figure for the ranking's page, and is not answered within it
  await caption.locator('a').click();
  await page.waitForURL(`${origin}${GPTOSS}?at=100`);
  expect(await page.locator('h1').textContent()).toBe(said.title);
  await page.close();
});

test('elsewhere its notices are folded up below the figures, and the page of the ranking has its own', async () => {
  const path = '/rank/deepseek-r1/8k1k?at=60';
  const page = await posted(path);
  const notices = page.locator(`${DRAWN} [part=notices]`);
  const texts = (await saidAt(page)).notices.map(({ text }) => text);
  expect(texts.length).toBeGreaterThan(1);
  expect(await notices.locator('summary').textContent()).toBe(`${texts.length} notes`);
  expect(await notices.locator('p').first().isVisible()).toBe(false);
  await notices.locator('summary').click();
  expect(await notices.locator('p').first().isVisible()).toBe(true);
  expect(await notices.locator('p').allTextContents()).toEqual(texts);
  // the filters, which are unfolded by themselves where some are set, stay as they are
  expect(await page.locator(`${DRAWN} .filters`).getAttribute('open')).toBe(null);
  await page.goto(`${origin}${path}`);
  await page.locator(`${DRAWN} .stage`).waitFor();
  expect(await page.locator(`${DRAWN} [part=notices]`).count()).toBe(0);
  await page.close();
});

test('elsewhere nothing is folded up where there is no notice', async () => {
  const page = await posted('/rank/kimi-k2-5/8k1k');
  expect((await saidAt(page)).notices).toEqual([]);
  expect(await page.locator(`${DRAWN} [part=source]`).count()).toBe(1);
  expect(await page.locator(`${DRAWN} [part=notices]`).count()).toBe(0);
  await page.close();
});

test('what it says is muted from a change on until the server has said what holds now', async () => {
  const page = await posted(`${GPTOSS}?at=100`);
  const caption = page.locator(`${DRAWN} [part=caption]`);
  const opacity = () => caption.evaluate((element) => getComputedStyle(element).opacity);
  const before = await saidAt(page);
  expect([await caption.getAttribute('aria-busy'), await opacity()]).toEqual(['false', '1']);
  let give = () => {};
  const given = new Promise<void>((resolve) => (give = resolve));
  await page.route(/8k1k\.json/, async (route) => {
    await given;
    await route.continue();
  });
  await page.locator(`${DRAWN} [name=by]`).selectOption('throughput');
  await page.locator(`${DRAWN} [part=caption][aria-busy=true]`).waitFor();
  expect(await opacity()).toBe('0.5');
  await page.locator(`${DRAWN} tbody[aria-busy=false]`).waitFor();
  expect(await page.locator(`${DRAWN} .strip`).count()).toBe(0);
  const body = page.locator(`${DRAWN} tbody`);
  await body.evaluate((rows) => {
    const changes = new MutationObserver(() => {});
    changes.observe(rows, { subtree: true, childList: true, attributes: true });
    Object.assign(globalThis, { changesOfRows: () => changes.takeRecords().length });
  });
  give();
  await page.locator(`${DRAWN} [part=caption][aria-busy=false]`).waitFor();
  const after = await saidAt(page);
  expect(after.answer).not.toBe(before.answer);
  expect(await caption.locator('p').allTextContents()).toEqual([after.answer, after.leading]);
  // who leads where is drawn too, for which no row is made anew
  await page.locator(`${DRAWN} .strip`).waitFor();
  expect(await page.evaluate('changesOfRows()')).toBe(0);
  await page.close();
});

test('what the server says holds when a row has come to the front meanwhile', async () => {
  const page = await posted(`${GPTOSS}?at=100`);
  const caption = page.locator(`${DRAWN} [part=caption]`);
  let give = () => {};
  const given = new Promise<void>((resolve) => (give = resolve));
  await page.route(/8k1k\.json/, async (route) => {
    await given;
    await route.continue();
  });
  const asked = page.waitForRequest(/8k1k\.json.*by=throughput/);
  await page.locator(`${DRAWN} [name=by]`).selectOption('throughput');
  await asked;
  await page.locator(`${DRAWN} [name=rows]`).first().check();
  give();
  await page.locator(`${DRAWN} [part=caption][aria-busy=false]`).waitFor();
  expect(await caption.locator('h2').textContent()).toContain('throughput');
  await page.close();
});

test('on its own page, which says all that, it does not say it again', async () => {
  const page = await browser.newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  await page.goto(`${origin}${GPTOSS}`);
  await page.locator(`${DRAWN} .stage`).waitFor();
  expect(await page.locator(`${DRAWN} :is([part=caption], [part=source])`).count()).toBe(0);
  const text = await page.locator('main').textContent();
  const { method } = await saidAt(page);
  expect(text!.split(method).length - 1).toBe(1);
  await page.close();
});

test('without the server’s words it names model and workload, and is drawn', async () => {
  const page = await browser.newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  await page.route(/8k1k\.json/, (route) => route.abort());
  await page.goto(blog.origin);
  await page.locator(`${DRAWN} tbody tr`).first().waitFor();
  const heading = page.locator(`${DRAWN} [part=caption] a`);
  expect(await heading.textContent()).toBe('gpt-oss 120B · 8k/1k');
  expect(await heading.getAttribute('href')).toBe(`${origin}${GPTOSS}?at=100`);
  await page.close();
});

test('figures are muted as long as the curves of another question are on their way', async () => {
  const page = await posted(`${GPTOSS}?at=100&show=all`);
  const state = () =>
    page
      .locator(DRAWN)
      .evaluate((whole) => [whole.getAttribute('aria-busy'), getComputedStyle(whole).opacity]);
  expect(await state()).toEqual(['false', '1']);
  let give = () => {};
  const given = new Promise<void>((resolve) => (give = resolve));
  await page.route(/chart\.json\?.*ttft/, async (route) => {
    await given;
    await route.continue();
  });
  const texts = () => page.locator(`${DRAWN} tbody`).textContent();
  const before = await texts();
  const limit = page.locator(`${DRAWN} [name=ttft]`);
  await limit.fill('0.12');
  await limit.press('Enter');
  await expect.poll(state).toEqual(['true', '0.5']);
  expect(await texts()).toBe(before);
  give();
  await expect.poll(state).toEqual(['false', '1']);
  expect(await texts()).not.toBe(before);
  await page.close();
});

test('in a column of any width, rows have what there is room for, and nothing to scroll to', async () => {
  const page = await posted('/rank/deepseek-r1/8k1k?show=all');
  await page.locator(`${DRAWN} tbody tr`).nth(8).waitFor();
  await page.addStyleTag({ content: 'main { font-family: serif }' });
  await page.setViewportSize({ width: 1280, height: 900 });
  const seen = [];
  for (const width of [320, 390, 575, 576, 628, 736, 855, 856, 1095, 1096]) {
    await page.locator('main').evaluate((column, px) => {
      column.style.width = `${px}px`;
    }, width);
    const table = await page.locator(`${DRAWN} .rank-scroll`).evaluate((box) => {
      const cells = [...box.querySelectorAll('th, td')].filter((cell) => cell.checkVisibility());
      return {
        hidden: box.scrollWidth - box.clientWidth,
        cut: cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).length,
        heads: box.querySelector('thead')!.checkVisibility()
          ? cells.filter((cell) => cell.closest('thead') !== null).length
          : 0,
        tracks: new Set(
          Array.from(
            box.querySelectorAll('tr'),
            (row) => getComputedStyle(row).gridTemplateColumns.split(' ').length,
          ),
        ).size,
      };
    });
    expect([width, table.hidden, table.cut, table.tracks]).toEqual([width, 0, 0, 1]);
    seen.push([width, table.heads]);
  }
  expect(seen).toEqual([
    [320, 0],
    [390, 0],
    [575, 0],
    [576, 5],
    [628, 5],
    [736, 5],
    [855, 5],
    [856, 7],
    [1095, 7],
    [1096, 9],
  ]);
  await page.close();
});
