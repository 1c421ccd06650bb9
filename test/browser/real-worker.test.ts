import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { round9 } from '../../src/core/round.ts';
import type { ComparisonDocument } from '../../src/view/text/json.ts';
import { TIMEOUT_MS, launchChromium } from './chromium.ts';
import { stopClock } from './element-rig.ts';
import { servedSite } from './made-once.ts';
import type { ServedSite } from './made-once.ts';
import { startSite } from './sites.ts';
import type { Site } from './sites.ts';

/** What `/widgets/versions.json` says of one script. */
interface Version {
  readonly url: string;
  readonly integrity: string;
  readonly isCurrent: boolean;
}

const REFERENCE = 'qwen-3-5/b300-fp4/mtp-vs-off';

let blog: Site;
let browser: Browser;
/** of the Worker: `localhost`, so that the blog is another site and not just another port */
let origin: string;
let release: string;
let version: Version;

beforeAll(async () => {
  let site: ServedSite;
  [site, blog, browser] = await Promise.all([servedSite(), startSite(), launchChromium()]);
  ({ origin, release } = site);
  const { versions } = await answerOf<{ versions: Version[] }>(`${origin}/widgets/versions.json`);
  version = versions.find(({ isCurrent }) => isCurrent)!;
});
afterAll(async () => {
  await Promise.all([blog?.close(), browser?.close()]);
});

async function answerOf<T>(address: string): Promise<T> {
  const response = await fetch(address);
  const text = await response.text();
  expect(response.status, `${address}: ${text}`).toBe(200);
  return JSON.parse(text) as T;
}

/** A page, and every violation of a policy that its console names. */
async function opened(
  address: string,
  options: BrowserContextOptions = {},
): Promise<{ readonly page: Page; readonly violations: readonly string[] }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  page.setDefaultTimeout(TIMEOUT_MS);
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content.Security.Policy|Trusted ?Types|integrity/i.test(message.text())) {
      violations.push(message.text());
    }
  });
  await page.addInitScript(() => {
    const told: object[] = [];
    Object.assign(globalThis, { told });
    addEventListener('message', ({ data }) => told.push(data));
    document.addEventListener('matchpoint-change', (event) =>
      told.push((event as CustomEvent<object>).detail),
    );
  });
  await page.route(/\.png/, (route) => route.abort()); // a card takes seconds to draw
  await page.goto(address);
  return { page, violations };
}

/** A post on the blog, under a policy that allows what the element needs and nothing else. */
async function post(body: string): Promise<Awaited<ReturnType<typeof opened>>> {
  const { url, integrity } = version;
  const policy = [
    "default-src 'none'",
    `script-src ${origin}`,
    `connect-src ${origin}`,
    `frame-src ${origin}`,
    "require-trusted-types-for 'script'",
  ].join('; ');
  blog.answers['/'] = {
    type: 'text/html',
    headers: { 'content-security-policy': policy },
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A post</title>
<script type="module" src="${url}" integrity="${integrity}" crossorigin></script></head>
<body><main><h1>A post</h1>${body}</main></body></html>`,
  };
  return opened(blog.origin);
}

function element(src: string, attributes = ''): string {
  return `<matchpoint-compare src="${src}" ${attributes}><p>Instead</p></matchpoint-compare>`;
}

describe('on a page of another site, under a strict policy', () => {
  test('a comparison, live and pinned, by the hashed script with its integrity', async () => {
    expect(version.url).toMatch(/\/widgets\/matchpoint\.[0-9a-f]{12}\.js$/);
    const live = `${origin}/compare/${REFERENCE}`;
    const { page, violations } = await post(element(live) + element(`${live}?release=${release}`));
    for (const shown of await page.locator('matchpoint-compare').all()) {
      await shown.scrollIntoViewIfNeeded();
      await shown.locator('figure').waitFor();
      const table = shown.locator('table').first();
      expect(await table.innerText()).toMatch(/\b4,729\.0\b[^]*\b1,583\.6\b/);
      expect(await shown.getByText('Instead').isVisible()).toBe(false);
    }
    const pinned = page.locator('matchpoint-compare').nth(1).locator('[part=source] a');
    expect(await pinned.getAttribute('href')).toContain(`release=${release}`);
    expect(violations).toEqual([]);
    await page.close();
  });

  test('an address that has no comparison keeps what it had', async () => {
    const address = `${origin}/compare/qwen-9/b300-fp4/mtp-vs-off`;
    const { page, violations } = await post(element(address, 'loading="eager"'));
    const failed = await page.waitForResponse((response) => response.url().startsWith(address));
    expect(failed.status()).toBe(404);
    await expect.poll(() => page.getByText('Instead').isVisible()).toBe(true);
    expect(await page.locator('matchpoint-compare figure').count()).toBe(0);
    expect(violations).toEqual([]);
    await page.close();
  });

  test('an iframe tells its height', async () => {
    const src = `${origin}/embed/${REFERENCE}`;
    const { page, violations } = await post(`<iframe title="MTP" src="${src}"></iframe>`);
    await page.frameLocator('iframe').locator('matchpoint-compare figure').waitFor();
    const heights = () =>
      page.evaluate<{ type: string; height: number }[]>(
        'told.filter(({ type }) => type === "matchpoint-height")',
      );
    await expect.poll(async () => (await heights()).length).toBeGreaterThan(0);
    const body = page.frameLocator('iframe').locator('body');
    const height = async () => Math.ceil((await body.boundingBox())!.height);
    await expect.poll(async () => (await heights()).at(-1)!.height).toBe(await height());
    expect(await height()).toBeGreaterThan(200);
    expect(violations).toEqual([]);
    await page.close();
  });

  test.each(['', '&view=table', '&editable=true'])(
    'the iframe that the builder gives shows it whole in a column of text%s',
    async (query) => {
      const { page, violations } = await opened(
        `${origin}/embed-builder?c=qwen-3-5/b300/bf16-vs-fp4-vs-fp8${query}`,
      );
      const code = (await page.locator('#code-iframe').textContent())!;
      await page.close();
      const framed = await post(`<div>${code.replace('width="100%"', 'width="720"')}</div>`);
      const frame = framed.page.locator('iframe');
      const drawn = frame.contentFrame().locator('figure[part=figure]');
      await drawn.waitFor();
      const body = frame.contentFrame().locator('body');
      const rest = async () =>
        (await frame.boundingBox())!.height - (await body.boundingBox())!.height;
      // once its script has fitted it: what is left over within the window stays as it is
      const isWithin = async () => {
        const { y, height } = (await frame.boundingBox())!;
        return y + height <= 900;
      };
      await expect.poll(async () => (await isWithin()) || (await rest()) < 100).toBe(true);
      expect(await rest()).toBeGreaterThanOrEqual(0);
      expect([...violations, ...framed.violations]).toEqual([]);
      await framed.page.close();
    },
  );

  test('what a reader changes is what the server answers at the address of it', async () => {
    const src = `${origin}/compare/${REFERENCE}`;
    const { page, violations } = await post(element(src, 'editable loading="eager"'));
    await page.getByRole('slider').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const changes = () =>
      page.evaluate<{ comparison: ComparisonDocument; link: string }[]>(
        'told.filter(({ link }) => link)',
      );
    await expect.poll(async () => (await changes()).length).toBe(2);
    const { comparison, link } = (await changes()).at(-1)!;
    expect(comparison.targets[0]).toBe(95);
    const asked = new URL(link);
    asked.pathname += '.json';
    const served = await answerOf<ComparisonDocument>(asked.href);
    expect(served.targets).toEqual(comparison.targets);
    const figures = ({ values }: ComparisonDocument) =>
      values.flatMap(({ sides }) =>
        sides.flatMap(({ throughput, costPerMillionTokens: cost }) => [throughput, cost]),
      );
    expect(figures(served)).toHaveLength(12);
    // A document prints what it knows at 9 digits; up to there they are the same numbers.
    expect(figures(comparison).map((figure) => figure && round9(figure))).toEqual(figures(served));
    expect(await page.locator('matchpoint-compare').evaluate(csvOf)).toBe(await servedCsv(link));
    // two targets at the same place are one
    await page.keyboard.press('End');
    await expect.poll(async () => (await changes()).length).toBe(3);
    const last = (await changes()).at(-1)!;
    expect(last.comparison.targets).toEqual([124, 154, 154]);
    const csv = await page.locator('matchpoint-compare').evaluate(csvOf);
    expect(csv).toBe(await servedCsv(last.link));
    expect(csv.trimEnd().split('\r\n')).toHaveLength(1 + 2 * 2);
    expect(violations).toEqual([]);
    await page.close();
  });
});

test.each([
  [REFERENCE, { at: '70,93.5,154,200', usd: '2.85' }],
  ['qwen-3-5/b300/bf16-vs-fp4-vs-fp8', { at: '12.3,40,77,300', usd: 'b300=4.5', util: '0.60' }],
  [REFERENCE, {}],
  ['qwen-3-5/b300/bf16-vs-fp4-vs-fp8', {}],
  ['deepseek-r1/_/b200-vs-mi355x', { at: '31,48', usd: 'mi355x=1.2' }],
] as const)(
  'table and CSV of %s are those that the server makes, with %o',
  async (id, settings) => {
    const { page, violations } = await post('');
    const tables = await page.evaluate(
      async ({ src, set }) => {
        const drawn = async (width: string) => {
          const element = Object.assign(document.createElement('matchpoint-compare'), set);
          element.style.width = width;
          element.setAttribute('src', src);
          const isDrawn = new Promise((done) => {
            element.addEventListener('matchpoint-load', done, { once: true });
          });
          document.body.prepend(element);
          await isDrawn;
          const rows = element.shadowRoot!.querySelectorAll('tr');
          return {
            link: Reflect.get(element, 'link') as string,
            rows: Array.from(rows, (row) => row.textContent),
            csv: Reflect.get(element, 'toCSV').call(element) as string,
          };
        };
        return [await drawn('900px'), await drawn('400px')] as const;
      },
      { src: `${origin}/compare/${id}`, set: { ...settings, loading: 'eager' } },
    );
    const [{ link }] = tables;
    const server = await opened(link, { javaScriptEnabled: false });
    for (const [i, name] of ['wide', 'narrow'].entries()) {
      const rows = server.page.locator(`table.${name} tr`);
      expect(tables[i]!.rows.length).toBeGreaterThan(8);
      expect(tables[i]!.rows).toEqual(await rows.allTextContents());
      expect(tables[i]!.csv).toBe(await servedCsv(link));
    }
    expect(violations).toEqual([]);
    await Promise.all([page.close(), server.page.close()]);
  },
);

describe("the Worker's own page", () => {
  const path = `/compare/${REFERENCE}`;

  test('is enhanced by the element, at the address it has', async () => {
    const { page, violations } = await opened(`${origin}${path}?at=100,140`);
    const shown = page.locator('matchpoint-compare');
    await shown.locator('figure[part=figure]').waitFor();
    expect(await shown.locator('.targets input').evaluateAll(valuesOf)).toEqual(['100', '140']);
    await expect.poll(() => page.getByRole('slider').count()).toBe(2);
    expect(await shown.locator('.pair').isVisible()).toBe(false);
    // The page says these itself.
    expect(await shown.locator('figcaption[part=caption]').isVisible()).toBe(false);
    expect(await page.locator('main form').isVisible()).toBe(true);
    // Its sentences stay those of the address: where others are is said once there is a change.
    const note = page.locator('#changed');
    await page.getByRole('checkbox', { name: 'log scale' }).check();
    await expect.poll(() => page.locator('svg.plot').last().textContent()).toContain('log scale');
    expect(await note.isVisible()).toBe(false);
    await page.getByRole('slider').first().press('ArrowRight');
    await expect.poll(() => note.isVisible()).toBe(true);
    expect(await note.locator('a').getAttribute('href')).toBe(`${origin}${path}?at=101,140`);
    expect(violations).toEqual([]);
    await page.close();
  });

  test.each([
    [360, REFERENCE],
    [800, REFERENCE],
    [1280, REFERENCE],
    [1280, 'glm-5-1/fp8/mi325x-vs-mi355x'], // without a table
  ])('is as high before the element as with it, %i px wide: %s', async (width, id) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    let go = () => {};
    const held = new Promise<void>((done) => {
      go = done;
    });
    await page.route(/\.png/, (route) => route.abort());
    await page.route('**/widgets/*', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${origin}/compare/${id}`, { waitUntil: 'commit' });
    const shown = page.locator('matchpoint-compare');
    const height = async () => (await shown.boundingBox())!.height;
    await page.locator('footer').waitFor();
    const before = await height();
    go();
    await shown.locator('figure[part=figure]').waitFor();
    await expect.poll(async () => Math.abs((await height()) - before)).toBeLessThanOrEqual(2);
    await page.close();
  });

  test('is whole without a script', async () => {
    const { page, violations } = await opened(`${origin}${path}`, { javaScriptEnabled: false });
    const table = page.locator('matchpoint-compare table.table.wide');
    expect(await table.isVisible()).toBe(true);
    expect(await table.innerText()).toMatch(/4,729\.0[^]*1,583\.6/);
    expect(await page.locator('matchpoint-compare .chart svg').first().isVisible()).toBe(true);
    expect(await page.locator('main form').isVisible()).toBe(true);
    expect(violations).toEqual([]);
    await page.close();
  });
});

test('the builder shows its previews whole and copies the code', async () => {
  const { page, violations } = await opened(`${origin}/embed-builder?c=${REFERENCE}`, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const frames = page.locator('iframe');
  expect(await frames.count()).toBe(2);
  for (const frame of await frames.all()) {
    const drawn = frame.contentFrame().locator('figure[part=figure]');
    await drawn.waitFor();
    await expect
      .poll(async () => (await frame.boundingBox())!.height)
      .toBeGreaterThan((await drawn.boundingBox())!.height);
  }
  await stopClock(page); // it says so for two seconds
  await page.locator('[data-snippet=code-element]').click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const code = await page.evaluate(() => navigator.clipboard.readText());
  expect(code).toContain(`src="${version.url.replace('127.0.0.1', 'localhost')}"`);
  expect(code).toContain(`integrity="${version.integrity}"`);
  expect(code).toBe(await page.locator('#code-element').textContent());
  expect(violations).toEqual([]);
  await page.close();
});

function csvOf(element: Element): string {
  return (Reflect.get(element, 'toCSV') as () => string).call(element);
}

/** What the server saves as CSV at the address of a comparison. */
async function servedCsv(address: string): Promise<string> {
  const asked = new URL(address);
  asked.pathname += '.csv';
  return (await fetch(asked)).text();
}

function valuesOf(inputs: readonly Element[]): string[] {
  return inputs.map((input) => (input as HTMLInputElement).value);
}
