import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FILTER_DIMENSIONS } from '../../src/core/ranking/filters.ts';
import { RANK_METRIC_NAMES } from '../../src/core/ranking/rank-metrics.ts';
import type { RankFigure } from '../../src/core/ranking/ranking-types.ts';
import type { RankChartDocument } from '../../src/view/figure/rank-chart-document.ts';
import { rounded } from '../../src/view/text/rounded.ts';
import { TIMEOUT_MS, launchChromium } from './chromium.ts';
import { servedSite } from './made-once.ts';
import { overflowOf, violationsIn } from './axe.ts';

const GPTOSS = '/rank/gptoss-120b/8k1k';
const FIGURE = 'matchpoint-rank';
/** what the element draws, apart from its children */
const DRAWN = `${FIGURE} .whole`;

let browser: Browser;
let origin: string;

beforeAll(async () => {
  [{ origin }, browser] = await Promise.all([servedSite(), launchChromium()]);
});
afterAll(() => browser?.close());

/** A page whose ranking is drawn, and what its console complained of. */
async function opened(path: string, options: BrowserContextOptions = {}) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  page.setDefaultTimeout(TIMEOUT_MS);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${origin}${path}`);
  if (options.javaScriptEnabled !== false) await page.locator(`${DRAWN} .stage`).waitFor();
  return { page, complaints };
}

/** What the element shows; as text, which comes over from the browser in a tenth of the time. */
async function shown(page: Page): Promise<RankFigure> {
  const text = await page
    .locator(FIGURE)
    .evaluate((element) =>
      JSON.stringify((element as HTMLElement & { ranking: RankFigure }).ranking),
    );
  return JSON.parse(text) as RankFigure;
}

/** Resolves once the server has said in words what is on screen. */
async function rested(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('.pending'));
}

/** Numbers of rows as the JSON document has them. */
function numbers(rows: readonly object[]) {
  return rows.map((row) => {
    const { key, rank, isTied, status, ratio } = row as Record<string, unknown>;
    const { throughput, costPerMillionTokens, usersPerGpu, concurrency, likely } = row as Record<
      string,
      unknown
    >;
    const read = { throughput, costPerMillionTokens, usersPerGpu, concurrency, likely };
    return { key, rank, isTied, status, ratio, ...read };
  });
}

async function numbersOfJson(path: string) {
  const { pathname, search } = new URL(path, origin);
  const response = await fetch(`${origin}${pathname}.json${search}`);
  const text = await response.text();
  expect(response.status, text).toBe(200);
  return numbers((JSON.parse(text) as { rows: object[] }).rows);
}

function numbersOf({ rows }: RankFigure) {
  const flat = rows.map(({ value, ...row }) => ({
    ...row,
    ...(value ?? { throughput: null, costPerMillionTokens: null, usersPerGpu: null }),
    concurrency: value?.concurrency ?? null,
    likely: value?.likely ?? null,
  }));
  return rounded(numbers(flat));
}

describe('what the element says', () => {
  test.each([
    `${GPTOSS}?show=all`,
    `${GPTOSS}?by=users`,
    '/rank/deepseek-r1/1k1k?by=throughput&show=all',
    '/rank/deepseek-r1/8k1k?tier=rental&usd.b200=3',
    '/rank/qwen-3-5/8k1k?by=energy',
  ])('%s: after a drag, the numbers of the JSON', async (path) => {
    const { page, complaints } = await opened(path);
    expect(numbersOf(await shown(page))).toEqual(await numbersOfJson(path));
    const handle = page.locator(`${DRAWN} .handle`);
    await handle.scrollIntoViewIfNeeded();
    const box = (await handle.boundingBox())!;
    await page.mouse.move(box.x + 12, box.y + 80);
    await page.mouse.down();
    for (const dx of [10, 40, 90]) await page.mouse.move(box.x + 12 + dx, box.y + 80);
    await page.mouse.up();
    await page.waitForURL(/[?&]at=/);
    await rested(page);
    const moved = await shown(page);
    expect(moved.at).toBeGreaterThan(1);
    expect(new URL(page.url()).searchParams.get('at')).toBe(String(moved.at));
    expect(numbersOf(moved)).toEqual(await numbersOfJson(page.url()));
    const title = await page.locator('h1').textContent();
    const asked = await (
      await fetch(page.url(), { headers: { Accept: 'application/json' } })
    ).json();
    expect(title).toBe((asked as { title: string }).title);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

test('while a target is dragged every row in sight follows in the same frame', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1400 } });
  page.setDefaultTimeout(TIMEOUT_MS);
  await page.route(/chart\.json/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: repeated(await answer.json(), 30) });
  });
  await page.goto(`${origin}${GPTOSS}?at=100&by=throughput&show=all`);
  const handle = page.locator(`${DRAWN} .handle`);
  await handle.focus();
  await handle.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  const stale = await page.locator(FIGURE).evaluate(async (element) => {
    const { shadowRoot: root } = element as HTMLElement & { shadowRoot: ShadowRoot };
    const texts = () =>
      Array.from(root.querySelectorAll<HTMLElement>('.ranks tbody tr'), (row) => ({
        text: row.children[3]!.textContent,
        isInSight: row.getBoundingClientRect().top < innerHeight,
      })).filter(({ isInSight }) => isInSight);
    while (root.querySelectorAll('.ranks tbody tr').length < 120) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const before = texts();
    const key = new KeyboardEvent('keydown', { key: 'PageUp', bubbles: true });
    root.querySelector('.handle')!.dispatchEvent(key);
    // what was asked for before this is drawn before it
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const after = texts();
    // rows that have had no turn yet are not to be seen, wherever the reader scrolls to meanwhile
    const body = root.querySelector<HTMLElement>('.ranks tbody')!;
    const rows = () => Array.from(body.querySelectorAll('tr'), (row) => row.textContent);
    const height = parseFloat(/- ([\d.]+)px/.exec(body.style.clipPath)![1]!);
    const end = body.getBoundingClientRect().top + height;
    const isHidden = Array.from(
      body.querySelectorAll('tr'),
      (row) => row.getBoundingClientRect().bottom > end + 1,
    );
    const drawn = rows();
    const isBusy = body.ariaBusy;
    while (body.ariaBusy === 'true') await new Promise((resolve) => setTimeout(resolve, 50));
    const whole = rows();
    return {
      rows: before.length,
      stale: before.filter(({ text }, i) => after[i]!.text === text).length,
      hidden: isHidden.filter(Boolean).length,
      shownStale: drawn.filter((text, i) => !isHidden[i] && text !== whole[i]).length,
      isBusy,
      clipPath: body.style.clipPath,
    };
  });
  expect(stale.rows).toBeGreaterThan(10);
  expect(stale.stale).toBe(0);
  expect(stale.hidden).toBeGreaterThan(50);
  expect(stale.shownStale).toBe(0);
  expect([stale.isBusy, stale.clipPath]).toEqual(['true', '']);
  await page.close();
});

test('of a long table every row follows, also those that were filtered away meanwhile', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(TIMEOUT_MS);
  await page.route(/chart\.json/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: repeated(await answer.json(), 30) });
  });
  await page.goto(`${origin}${GPTOSS}?at=100&by=throughput&show=all`);
  /** Rows on screen against those of the ranking, by key and number. */
  const differing = () =>
    page.locator(FIGURE).evaluate((element) => {
      const { ranking, shadowRoot } = element as HTMLElement & { ranking: RankFigure };
      const drawn = Array.from(shadowRoot!.querySelectorAll('.ranks tbody tr'), (row) => ({
        key: row.querySelector<HTMLInputElement>('[name=rows]')!.value,
        text: row.children[3]?.textContent?.replaceAll(',', ''),
      }));
      const isShown = ({ key, value }: RankFigure['rows'][number], i: number) =>
        drawn[i]?.key === key &&
        (value === null || Math.abs(Number(drawn[i].text) / value.throughput! - 1) < 0.001);
      const { rows } = ranking;
      const more = Math.max(drawn.length - rows.length, 0);
      return rows.filter((row, i) => !isShown(row, i)).length + more;
    });
  await page.locator(`${DRAWN} .stage`).waitFor();
  const whole = (await shown(page)).rows.length;
  expect(whole).toBeGreaterThan(120); // several parts
  await expect.poll(differing).toBe(0);
  /** Curves of the chart, muted ones too, which are drawn as one path. */
  const curves = () =>
    page
      .locator(`${DRAWN} .plot path:is(.curve, .other)`)
      .evaluateAll((paths) =>
        paths.reduce((sum, path) => sum + path.getAttribute('d')!.split('m').length - 1, 0),
      );
  await expect.poll(curves).toBe(whole);
  // only a long table leaves rows out of sight to the browser, and none in print
  const skipped = () =>
    page
      .locator(`${DRAWN} .ranks tbody tr`)
      .evaluateAll((rows) =>
        rows.flatMap((row, i) => (getComputedStyle(row).contentVisibility === 'auto' ? i : [])),
      );
  expect([(await skipped())[0], (await skipped()).length]).toEqual([40, whole - 40]);
  await page.emulateMedia({ media: 'print' });
  expect(await skipped()).toEqual([]);
  await page.emulateMedia({ media: 'screen' });
  await page.locator(`${DRAWN} .handle`).focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await page.waitForURL(/at=103/);
  await expect.poll(differing).toBe(0);
  await page.locator(`${DRAWN} .filters`).evaluate((details) => {
    (details as HTMLDetailsElement).open = true;
  });
  const box = page.locator(`${DRAWN} [name=engine]:not(:disabled)`).first();
  await box.check();
  await expect.poll(async () => (await shown(page)).rows.length).toBeLessThan(whole);
  await expect.poll(differing).toBe(0);
  await box.uncheck();
  await expect.poll(async () => (await shown(page)).rows.length).toBe(whole);
  await expect.poll(differing).toBe(0);
  await expect.poll(curves).toBe(whole);
  await page.close();
});

/** A document with every configuration so many times, each but the first under a key of its own. */
function repeated(document: RankChartDocument, times: number): RankChartDocument {
  const again = <T extends object>(columns: T): T =>
    Object.fromEntries(
      Object.entries(columns).map(([name, values]) => [
        name,
        Array.from({ length: times }, (_, i) =>
          (values as unknown[]).map((value) =>
            name === 'key' && i > 0 ? `${value as string}-${i}` : value,
          ),
        ).flat(),
      ]),
    ) as T;
  const { configurations, knots } = document;
  return { ...document, configurations: again(configurations), knots: again(knots) };
}

/** Every control of the page that has one, by its name and a value to set. */
async function controls(page: Page) {
  return page.locator('.rank-form').evaluate((form) =>
    Array.from(form.querySelectorAll('select, input:not([type=hidden])'), (control) => {
      const { name, type, value, disabled } = control as HTMLInputElement;
      const options = Array.from((control as Partial<HTMLSelectElement>).options ?? []);
      const other = options.find((option) => option.value !== value)?.value;
      return { name, type, value: other ?? (type === 'checkbox' ? value : null), disabled };
    }),
  );
}

const TYPED: Readonly<Record<string, string>> = { at: '90', cost: '0.05', usd: '2.5', ttft: '2' };

/** What needs points that the script does not have. */
const SERVED = new Set(['x=ttft', 'x=e2el', 'points=all']);

test('every control goes through the address: reload, Back, and no script', async () => {
  const { page: unscripted } = await opened(GPTOSS, { javaScriptEnabled: false });
  const all = await controls(unscripted);
  const names = new Set(all.map(({ name }) => name));
  for (const name of ['at', 'cost', 'by', 'show', 'points', 'ttft', 'stat', 'usd', 'y', 'yscale']) {
    expect(names).toContain(name);
  }
  for (const dimension of FILTER_DIMENSIONS) expect(names).toContain(dimension);
  const { page } = await opened(GPTOSS); // each control leaves it as it was, by Back
  for (const { name, type, value, disabled } of all) {
    if (disabled || name === 'workload') continue; // which leads to another page: below
    const set = value ?? TYPED[name]!;
    if (SERVED.has(`${name}=${set}`)) continue;
    const before = numbersOf(await shown(page));
    const address = page.url();
    const one = page.locator(
      `${DRAWN} [name="${name}"]${type === 'checkbox' ? `[value="${set}"]` : ''}`,
    );
    await page.locator(`${DRAWN} .filters`).evaluate((details) => {
      (details as HTMLDetailsElement).open = true;
    });
    if (type === 'checkbox') await one.check();
    else if (type === 'number') {
      await one.fill(set);
      await one.press('Enter');
    } else await one.selectOption(set);
    await page.waitForURL((url) => url.searchParams.get(name) === set);
    const after = await numbersOfJson(page.url());
    // other curves come later than the address
    await expect.poll(async () => [name, numbersOf(await shown(page))]).toEqual([name, after]);
    await rested(page);

    await page.reload();
    await page.locator(`${DRAWN} .stage`).waitFor();
    expect([name, numbersOf(await shown(page))]).toEqual([name, after]);

    await unscripted.goto(page.url());
    const control = unscripted.locator(
      `[name="${name}"]${type === 'checkbox' ? `[value="${set}"]` : ''}`,
    );
    expect(type === 'checkbox' ? await control.isChecked() : await control.inputValue()).toBe(
      type === 'checkbox' ? true : set,
    );
    const chart = '.rank-chart h2, .plot:not(.over) text.ink:not(.bold)';
    const titles = await unscripted
      .locator(`.rank-chart :is(h2, .wide-chart text.ink:not(.bold))`)
      .allTextContents();
    expect([name, await page.locator(DRAWN).locator(chart).allTextContents()]).toEqual([
      name,
      titles,
    ]);

    await page.goBack();
    await page.waitForURL(address);
    await page.locator(`${DRAWN} .stage`).waitFor();
    // the curves of before come later than the address, and may have as many rows
    await expect.poll(async () => [name, numbersOf(await shown(page))]).toEqual([name, before]);
    await rested(page);
  }
  await Promise.all([page.close(), unscripted.close()]);
});

test('every control of the page holds in the iframe and in an element elsewhere too', async () => {
  const { page: unscripted } = await opened(GPTOSS, { javaScriptEnabled: false });
  const all = (await controls(unscripted)).filter(
    ({ name, disabled }) => !disabled && name !== 'workload',
  );
  await unscripted.close();
  const { page } = await opened(GPTOSS);
  for (const { name, type, value } of all) {
    const set = value ?? TYPED[name]!;
    const query = new URLSearchParams({ [name]: set });
    const asked = (await (await fetch(`${origin}${GPTOSS}.json?${query}`)).json()) as Asked;

    const frame = await fetch(`${origin}/embed${GPTOSS}?${query}`);
    expect([name, frame.status]).toEqual([name, 200]);
    const html = await frame.text();
    const text = (said: string) => said.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    expect([name, html.includes(text(asked.title)), html.includes(text(asked.answer))]).toEqual([
      name,
      true,
      true,
    ]);

    if (SERVED.has(`${name}=${set}`)) continue;
    await page.evaluate(
      ([src]) => {
        document.querySelector('#elsewhere')?.remove();
        const element = document.createElement('matchpoint-rank');
        element.id = 'elsewhere';
        element.setAttribute('loading', 'eager');
        element.setAttribute('src', src!);
        document.body.append(element);
      },
      [`${origin}${GPTOSS}?${query}`],
    );
    const elsewhere = page.locator('#elsewhere');
    await elsewhere.locator('.stage').waitFor();
    const figure = await elsewhere.evaluate(
      (element) => (element as HTMLElement & { ranking: RankFigure }).ranking,
    );
    expect([name, numbersOf(figure)]).toEqual([name, numbers(asked.rows)]);
    expect(await elsewhere.locator('[part=caption] h2').textContent()).toBe(asked.title);
    // the chart's own axis and scale have no control but on the ranking's page: the chart says them
    const control = elsewhere.locator(
      `[name="${name}"]${type === 'checkbox' ? `[value="${set}"]` : ''}`,
    );
    if (name === 'y' || name === 'yscale') {
      const title = await elsewhere.locator('.stage text.ink:not(.bold)').first().textContent();
      const [, still] = /<text class="ink"[^>]*>([^<]*)</.exec(html)!;
      expect([name, set, title]).toEqual([name, set, still]);
    } else if (type === 'checkbox') expect([name, await control.isChecked()]).toEqual([name, true]);
    else expect([name, await control.inputValue()]).toEqual([name, set]);
  }
  await page.close();
});

interface Asked {
  readonly title: string;
  readonly answer: string;
  readonly rows: readonly object[];
}

test('where other curves do not come, the server draws what the address asks', async () => {
  const { page } = await opened(GPTOSS);
  await page.route(/\.chart\.json/, (route) => route.abort());
  const limit = page.locator(`${DRAWN} [name=ttft]`);
  await limit.fill('2');
  await limit.press('Enter');
  const own = page.locator('.rank-form [name=ttft]:visible');
  await expect.poll(() => own.inputValue()).toBe('2');
  await expect.poll(() => page.locator(DRAWN).count()).toBe(0); // what is seen is the server's
  expect(new URL(page.url()).searchParams.get('ttft')).toBe('2');
  await page.close();
});

test.each([...SERVED])(
  '%s is drawn by the server, and Back leads to the live chart',
  async (asked) => {
    const { page, complaints } = await opened(GPTOSS);
    const [name, set] = asked.split('=') as [string, string];
    await page.locator(`${DRAWN} [name="${name}"]`).selectOption(set);
    await page.waitForURL((url) => url.searchParams.get(name) === set);
    const own = page.locator(`.rank-form [name="${name}"]`);
    await own.waitFor();
    expect(await own.inputValue()).toBe(set);
    expect(await page.locator(DRAWN).count()).toBe(0);
    await page.goBack();
    await page.locator(`${DRAWN} .stage`).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  },
);

test.each(RANK_METRIC_NAMES.filter((name) => name !== 'cost'))(
  'a link that ranks by %s is answered without leaving the page',
  async (by) => {
    const { page } = await opened(GPTOSS);
    await page.evaluate(() => Object.assign(globalThis, { isSame: true }));
    await page.locator(`${DRAWN} .by a[href*="by=${by}"]`).click();
    await page.waitForURL((url) => url.searchParams.get('by') === by);
    expect(await page.evaluate(() => 'isSame' in globalThis)).toBe(true);
    expect((await shown(page)).by).toBe(by);
    await page.close();
  },
);

test('picked rows and a part of the chart are in the address too', async () => {
  const { page } = await opened(GPTOSS);
  await page.locator(`${DRAWN} [name=rows]`).nth(1).check();
  await page.locator(`${DRAWN} .pad`).scrollIntoViewIfNeeded();
  const pad = (await page.locator(`${DRAWN} .pad`).boundingBox())!;
  await page.mouse.move(pad.x + 100, pad.y + 60);
  await page.mouse.down();
  await page.mouse.move(pad.x + 400, pad.y + 260, { steps: 4 });
  await page.mouse.up();
  await page.locator(`${DRAWN} [name=whole]`).waitFor();
  const { hash, search } = new URL(page.url());
  expect(hash).toBe('');
  expect(search).toMatch(/^\?rows=[a-z0-9-]+&zoom=[\d.]+,[\d.]+,[\d.]+,[\d.]+$/);
  const ticks = () => page.locator(`${DRAWN} .plot:not(.over) text`).allTextContents();
  const before = await ticks();
  await page.reload();
  await page.locator(`${DRAWN} [name=whole]`).waitFor();
  expect(await ticks()).toEqual(before);
  expect(await page.locator(`${DRAWN} [name=rows]:checked`).count()).toBe(1);
  const outside = await page.locator(`${DRAWN} .over text`).allTextContents();
  expect(outside).not.toEqual([]);

  // the same without a script: colours, part, and what is out of sight
  const labels = await page.locator(`${DRAWN} .plot:not(.over) .label`).allTextContents();
  const unscripted = await opened(page.url().slice(origin.length), { javaScriptEnabled: false });
  const still = unscripted.page.locator('.rank-chart .wide-chart');
  expect((await still.locator('.label').allTextContents()).join(' ')).toBe(labels.join(' '));
  const texts = await still.locator('text').allTextContents();
  expect(texts.filter((text) => outside.includes(text))).toEqual(outside);
  await unscripted.page.close();

  // all but these
  await page.locator(`${DRAWN} [name=invert]`).click();
  await page.waitForURL(/rows=[^&]*,!/);
  const rows = await page.locator(`${DRAWN} [name=rows]`).count();
  // rows out of sight come after those in sight
  await expect.poll(() => page.locator(`${DRAWN} [name=rows]:checked`).count()).toBe(rows - 1);
  await page.goBack();
  await page.locator(`${DRAWN} .pad`).focus();
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => !url.search.includes('zoom'));
  await page.goBack();
  await page.locator(`${DRAWN} [name=whole]`).waitFor();
  await page.close();
});

test('the point that is looked at stays when the words of the server come', async () => {
  const { page } = await opened(GPTOSS);
  let answer = () => {};
  await page.route(/\/rank\/[^?]*\.json/, async (route) => {
    if (route.request().url().includes('chart')) return route.continue();
    await new Promise<void>((resolve) => (answer = resolve));
    return route.continue();
  });
  await page.locator(`${DRAWN} .handle`).press('ArrowRight');
  const asked = page.waitForRequest(/\/rank\/[^?]*8k1k\.json/);
  await asked;
  await page.locator(`${DRAWN} .pad`).focus();
  await page.keyboard.press('ArrowRight');
  const said = page.locator(`${DRAWN} [role=status]`);
  await expect.poll(() => said.textContent()).toMatch(/tok\/s\/user/);
  const text = await said.textContent();
  const changed = page.evaluate(
    () => new Promise((done) => addEventListener('matchpoint-change', done, { once: true })),
  );
  answer();
  await changed;
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  expect(await said.textContent()).toBe(text);
  await page.close();
});

test('a key that comes before a change is drawn is not lost', async () => {
  const { page, complaints } = await opened(GPTOSS);
  await page.locator(DRAWN).evaluate((whole) => {
    const by = whole.querySelector<HTMLSelectElement>('[name=by]')!;
    by.value = 'users';
    by.dispatchEvent(new Event('change', { bubbles: true }));
    const key = new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true });
    whole.querySelector('.pad')!.dispatchEvent(key);
  });
  await expect.poll(() => page.locator(`${DRAWN} .tip`).textContent()).toContain('users/GPU');
  expect(complaints).toEqual([]);
  await page.close();
});

test('another workload is another page, with what was picked', async () => {
  const { page, complaints } = await opened(`${GPTOSS}?rows=h100-fp4-off-vllm-single-node`);
  const [other] = await page
    .locator(`${DRAWN} [name=workload] option:not([value=""])`)
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  await page.locator(`${DRAWN} [name=workload]`).selectOption(other!);
  await page.waitForURL((url) => url.pathname === GPTOSS.replace(/[^/]+$/, other!));
  expect(new URL(page.url()).search).toBe('?rows=h100-fp4-off-vllm-single-node');
  expect(complaints).toEqual([]);
  await page.close();
});

describe('the other configurations on the page of a comparison', () => {
  const COMPARISON = '/compare/gptoss-120b/fp4-off-vllm-1k1k/b200-vs-h200';

  test('are live once they are unfolded, with the sides in front', async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(`${origin}${COMPARISON}`);
    await page.waitForFunction(() => customElements.get('matchpoint-compare') !== undefined);
    expect(asked.filter((path) => path.includes('rank'))).toEqual([]);
    await page.locator('#others summary').click();
    await page.locator(`${DRAWN} .stage`).waitFor();
    const picked = await page
      .locator(`${DRAWN} [name=rows]:checked`)
      .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
    const { rows } = await shown(page);
    expect(picked.map((key) => key.split('-')[0]).toSorted()).toEqual(['b200', 'h200']);
    expect(rows.length).toBeGreaterThan(picked.length);
    await expect.poll(() => page.locator(`${DRAWN} .plot path.other`).count()).toBe(1); // muted
    expect(await page.locator(`${DRAWN} .plot:not(.over) path.curve`).count()).toBe(2);
    for (const name of ['workload', 'by', 'y', 'yscale', 'vendor', 'deployment', 'spec']) {
      expect([name, await page.locator(`${DRAWN} [name=${name}]`).count()]).not.toEqual([name, 0]);
    }
    await page.locator(`${DRAWN} [name=yscale]`).selectOption('log');
    await expect.poll(() => page.locator(`${DRAWN} .plot`).first().textContent()).toContain('log');
    expect(new URL(page.url()).pathname).toBe(COMPARISON); // the page's own address stays
    expect(await page.locator('#changed').isHidden()).toBe(true);
    await page.locator(`${DRAWN} [name=workload]`).selectOption({ index: 1 });
    await page.waitForURL(/\/rank\/gptoss-120b\/(?!1k1k).*rows=/);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('are a link to the same ranking without scripts', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${origin}${COMPARISON}`);
    await page.locator('#others summary').click();
    await page.locator('#others a').click();
    const still = page.locator('.rank-chart .wide-chart');
    expect(await still.locator('.curve').count()).toBe(2);
    expect(await still.locator('.other').count()).toBeGreaterThan(2);
    await page.close();
  });
});

test('with the keyboard alone from the chart to a comparison', async () => {
  const { page } = await opened(GPTOSS);
  await page.locator(`${DRAWN} .handle`).focus();
  const { at } = await shown(page);
  await page.keyboard.press('ArrowRight');
  await page.waitForURL((url) => url.searchParams.get('at') === String(at! + 1));
  await page.locator(`${DRAWN} .pad`).focus();
  await page.keyboard.press('ArrowRight');
  const said = page.locator(`${DRAWN} [role=status]`);
  await expect.poll(() => said.textContent()).toMatch(/tok\/s\/user.*first token/);
  const first = await said.textContent();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => said.textContent()).not.toBe(first);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator(`${DRAWN} .compare`).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/compare\/gptoss-120b\//);
  expect(await page.locator('h1').textContent()).toContain('vs');
  await page.close();
});

test('with touch alone: one finger scrolls, two zoom, a tap tells, and rows lead to a comparison', async () => {
  const { page } = await opened(GPTOSS, {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  const pad = page.locator(`${DRAWN} .pad`);
  await pad.scrollIntoViewIfNeeded();
  const box = (await pad.boundingBox())!;
  const client = await page.context().newCDPSession(page);
  const touch = (type: string, ...points: readonly (readonly [number, number])[]) =>
    client.send('Input.dispatchTouchEvent', {
      type: type as 'touchStart',
      touchPoints: points.map(([x, y], id) => ({ x, y, id })),
    });
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await touch('touchStart', [x - 20, y - 20], [x + 20, y + 20]);
  for (const d of [30, 45, 60]) await touch('touchMove', [x - d, y - d], [x + d, y + d]);
  await touch('touchEnd');
  await page.waitForURL(/\?zoom=/);
  await page.locator(`${DRAWN} [name=whole]`).tap();
  await page.waitForURL((url) => url.search === '');

  const before = await page.evaluate(() => scrollY);
  await touch('touchStart', [x, y + 60]);
  for (const d of [20, 60, 120]) await touch('touchMove', [x, y + 60 - d]);
  await touch('touchEnd');
  await expect.poll(() => page.evaluate(() => scrollY)).not.toBe(before);

  await pad.scrollIntoViewIfNeeded();
  const knot = (await page.locator(`${DRAWN} .side-1 .marker`).first().boundingBox())!;
  await page.touchscreen.tap(knot.x + knot.width / 2, knot.y + knot.height / 2);
  await expect
    .poll(() => page.locator(`${DRAWN} [role=status]`).textContent())
    .toContain('tok/s/user');
  for (const i of [0, 1]) await page.locator(`${DRAWN} [name=rows]`).nth(i).tap();
  await page.locator(`${DRAWN} .compare`).tap();
  await page.waitForURL(/\/compare\/gptoss-120b\//);
  await page.close();
});

test.each([
  { width: 360, colorScheme: 'light' },
  { width: 800, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
] as const)('is accessible and fits $width px, $colorScheme', async ({ width, colorScheme }) => {
  const { page } = await opened(`${GPTOSS}?show=all`, {
    viewport: { width, height: 900 },
    colorScheme,
    bypassCSP: true,
  });
  await page.locator(`${DRAWN} [name=rows]`).first().check();
  await page.locator(`${DRAWN} .pad`).focus();
  await page.keyboard.press('ArrowRight');
  expect(await violationsIn(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
  await page.close();
});

test('filters that a reader has opened stay open when the last one is taken back', async () => {
  const { page } = await opened(`${GPTOSS}?show=all`);
  const filters = page.locator(`${DRAWN} .filters`);
  await filters.locator('summary').click();
  const box = filters.locator('[name=engine]:not(:disabled)').first();
  for (const step of ['check', 'uncheck'] as const) {
    await box[step]();
    await page.waitForURL(step === 'check' ? /engine=/ : /show=all$/);
    await page.locator(`${DRAWN} .handle`).press('ArrowRight'); // a draw
    await expect.poll(() => filters.getAttribute('open')).toBe('');
  }
  await filters.locator('summary').click();
  await page.locator(`${DRAWN} .handle`).press('ArrowRight');
  await expect.poll(() => filters.getAttribute('open')).toBe(null);
  await page.close();
});

test.each([360, 800, 1280])('the controls of a row stand in line at %i px', async (width) => {
  const { page } = await opened(GPTOSS, { viewport: { width, height: 900 } });
  const boxes = await page.locator(`${DRAWN} .controls label`).evaluateAll((labels) =>
    labels.map((label) => {
      const [text, control] = [...label.children].map((part) => part.getBoundingClientRect());
      return [text!.top, text!.height, control!.top, control!.height].map(Math.round);
    }),
  );
  expect(boxes.length).toBeGreaterThanOrEqual(10);
  // what stands on one line begins and ends on it: a label that breaks, or a lower control, does not
  const bottoms = new Set(boxes.map(([, , top, height]) => top! + height!));
  const kinds = new Set(boxes.map(String));
  expect([...kinds].toSorted()).toHaveLength(bottoms.size);
  await page.close();
});

test.each([800, 1280])('is a table whose columns are in line at %i px', async (width) => {
  const { page } = await opened(`${GPTOSS}?show=all`, { viewport: { width, height: 900 } });
  const rows = page.locator(DRAWN).getByRole('table').getByRole('row');
  const whole = (await shown(page)).rows.length;
  await expect.poll(() => rows.count()).toBe(whole + 1);
  const ends = await rows.evaluateAll((all) =>
    all.map((row) =>
      Array.from(row.children, (cell) => [
        (cell as HTMLTableCellElement).colSpan,
        Math.round(cell.getBoundingClientRect().right * 10) / 10,
      ]),
    ),
  );
  const [heads, ...others] = ends.map((cells) => {
    let column = 0;
    return cells.map(([span, right]) => [(column += span!), right] as const);
  });
  expect(heads).toHaveLength(9);
  for (const cells of others) {
    for (const [column, right] of cells) expect(right).toBe(heads![column - 1]![1]);
  }
  // what each says fits its column
  const cut = await page
    .locator(`${DRAWN} .ranks :is(th, td)`)
    .evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).length);
  expect(cut).toBe(0);
  await page.close();
});

test.each([340, 600, 879, 880, 1119, 1120])(
  'in a frame of %i px the table has as many columns as there is room for',
  async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    await page.goto(`${origin}/embed/rank/deepseek-r1/8k1k?show=all`);
    const table = await page.locator('.rank-scroll').evaluate((box) => ({
      hidden: box.scrollWidth - box.clientWidth,
      // in each row, as many cells as tracks, but for one that spans two
      tracks: Array.from(box.querySelectorAll<HTMLElement>('tr:not(.out)'), (row) => [
        getComputedStyle(row).gridTemplateColumns.split(' ').length,
        [...row.children].filter((cell) => cell.checkVisibility()).length,
      ]).filter(([tracks]) => tracks! > 3),
    }));
    expect(table.hidden).toBeLessThanOrEqual(0);
    for (const [tracks, cells] of table.tracks) expect(cells).toBe(tracks);
    expect(table.tracks.length).toBe(width < 600 ? 0 : 9);
    await page.close();
  },
);

test.each([
  [GPTOSS, 360],
  [GPTOSS, 1280],
  ['/rank/deepseek-r1/8k1k?show=all', 1280],
  ['/embed/rank/gptoss-120b/8k1k', 800],
])('the labels of %s at %i px end within the chart', async (path, width) => {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(`${origin}${path}`);
  if (!path.startsWith('/embed')) await page.locator(`${DRAWN} .stage`).waitFor();
  const plot = page.locator('.plot:visible').first();
  const { x, width: wide } = (await plot.boundingBox())!;
  const labels = await plot.locator('text.label:not(.target)').all();
  const ends = await Promise.all(
    labels.map(async (label) => {
      const box = (await label.boundingBox())!;
      return box.x + box.width;
    }),
  );
  expect(ends.length).toBeGreaterThan(1);
  expect(ends.filter((end) => end > x + wide + 1)).toEqual([]);
  await page.close();
});

test('curves that come late still come, whatever was asked just before', async () => {
  const { page } = await opened(GPTOSS);
  await rested(page);
  await page.route(/chart\.json\?.*ttft/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await page.locator(`${DRAWN} [name=by]`).selectOption('users'); // its words are yet to be asked for
  const limit = page.locator(`${DRAWN} [name=ttft]`);
  await limit.fill('0.12');
  await limit.press('Enter');
  await page.waitForURL(/ttft=0.12/);
  const limited = await numbersOfJson(page.url());
  expect(limited).not.toEqual(numbersOf(await shown(page)));
  await expect.poll(async () => numbersOf(await shown(page))).toEqual(limited);
  await page.close();
});

test('an answer to what is no longer asked is not taken', async () => {
  const { page } = await opened(GPTOSS);
  await rested(page);
  let give = () => {};
  const given = new Promise<void>((resolve) => (give = resolve));
  const answers = /8k1k\.json\?/;
  await page.route(answers, async (route) => {
    await given;
    await route.continue();
  });
  const asked = page.waitForRequest(answers);
  const handle = page.locator(`${DRAWN} .handle`);
  await handle.press('ArrowRight');
  await asked;
  // From here on no timer runs: the second question has not been asked when the first is answered.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.evaluate(() => {
    const changes: Event[] = [];
    Object.assign(globalThis, { changes });
    document.addEventListener('matchpoint-change', (event) => changes.push(event));
  });
  const changes = () => page.evaluate<number>('changes.length');
  await handle.press('ArrowRight');
  expect(await changes()).toBe(1);
  const answer = page.waitForResponse(answers);
  give();
  await (await answer).finished();
  await page.evaluate(async () => (await fetch('/health')).text()); // comes after the answer
  expect(await changes()).toBe(1);
  await page.close();
});

describe('where it cannot be drawn', () => {
  test('its children stay, and come back', async () => {
    const page = await browser.newPage();
    page.setDefaultTimeout(TIMEOUT_MS);
    await page.route(/chart\.json/, (route) => route.abort());
    await page.goto(`${origin}${GPTOSS}`);
    await expect.poll(() => page.locator('matchpoint-rank > .rank-form').isVisible()).toBe(true);
    await page.unroute(/chart\.json/);
    await page.locator(FIGURE).evaluate((element) => {
      const { parentElement } = element;
      element.remove();
      parentElement!.append(element);
      element.scrollIntoView(); // far from sight it would wait
    });
    await page.locator(`${DRAWN} .stage`).waitFor();
    await page.locator(FIGURE).evaluate((element) => {
      element.removeAttribute('src');
    });
    await expect.poll(() => page.locator('matchpoint-rank > .rank-form').isVisible()).toBe(true);
    await page.close();
  });

  test('a key that the script does not know leaves the page to the server', async () => {
    const page = await browser.newPage();
    page.setDefaultTimeout(TIMEOUT_MS);
    await page.goto(`${origin}${GPTOSS}`);
    await page.locator(`${DRAWN} .stage`).waitFor();
    const error = page.locator(FIGURE).evaluate(
      (element) =>
        new Promise<string>((told) => {
          element.addEventListener('matchpoint-error', (event) =>
            told(String((event as CustomEvent<{ error: unknown }>).detail.error)),
          );
          element.removeAttribute('address');
          element.setAttribute('src', '/rank/gptoss-120b/8k1k?colour=red');
        }),
    );
    expect(await error).toContain('colour=red');
    expect(await page.locator('matchpoint-rank > .rank-form').isVisible()).toBe(true);
    await page.close();
  });
});
