import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { valuesAt } from '../../src/core/values.ts';
import { numberText } from '../../src/view/format.ts';
import { documentOf } from './documents.ts';
import { SITE_NAME } from '../../src/view/brand.ts';
import { DOCUMENTS, REFERENCE_PATH, eventsOf, startRig, stopClock } from './element-rig.ts';
import type { Rig } from './element-rig.ts';
import { elementScript } from './made-once.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig(elementScript());
});
afterAll(() => rig.close());

const REFERENCE = DOCUMENTS[REFERENCE_PATH]!;
const ELEMENT = `<matchpoint-compare editable src="HOST${REFERENCE_PATH}"></matchpoint-compare>`;

/** Column heads of the table. */
function targetsOf(page: Page): Promise<string[]> {
  return page.locator('table.wide thead th + th').allInnerTexts();
}

/** What the core says at a target, as the table prints it, MTP then Off. */
function throughputAt(target: number): string[] {
  const [read] = valuesAt(REFERENCE.sides, [target], REFERENCE);
  return read!.sides.map(({ throughput }) => numberText(throughput!, 1));
}

async function columnOf(page: Page, column: number): Promise<string[]> {
  const rows = page.locator('table.wide tbody').first().locator('tr:has(td):not(.rt)');
  const cells = rows.locator(`td:nth-of-type(${column})`);
  return (await cells.allTextContents()).map((text) => text.split(/, (?=[a-z])/)[0]!);
}

test('dragging a target line reads every value anew, by the code that the server runs', async () => {
  const page = await rig.open(ELEMENT);
  const line = page.getByRole('slider', { name: 'Target 2' });
  const box = (await line.boundingBox())!;
  const at = (share: number) => box.x + 12 + (box.width - 24) * share;
  const y = box.y + box.height / 2;
  await page.mouse.move(at((124 - 93) / 61), y);
  await page.mouse.down();
  await page.mouse.move(at(0.3), y, { steps: 5 });
  await page.mouse.move(at(0.75), y, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => targetsOf(page)).toEqual(['93', '139', '154']);
  expect(await columnOf(page, 2)).toEqual(throughputAt(139));
  const caption = await page.locator('figcaption p').innerText();
  expect(caption).toMatch(
    /^At 139 tok\/s\/user: MTP 2,\d+ tok\/s\/GPU, Off \d+\.\d tok\/s\/GPU; MTP/,
  );
  await page.close();
});

test('notes stay, and say of what they are once the figures are the reader’s', async () => {
  const page = await rig.open(ELEMENT);
  const notes = page.locator('[part=notices]');
  const [head] = await notes.locator('summary').allInnerTexts();
  const before = await notes.locator('p').allTextContents();
  expect(head).toBe(`${before.length} notes`);
  await page.getByRole('slider', { name: 'Target 2' }).press('ArrowRight');
  await expect
    .poll(() => notes.locator('summary').innerText())
    .toBe(`${head}, on the original figures`);
  expect(await notes.locator('p').allTextContents()).toEqual(before);
  await page.close();
});

test('a finger drags a target line, and scrolls the page where there is none', async () => {
  const page = await rig.open(`${ELEMENT}<div style="height:2000px"></div>`, {
    hasTouch: true,
    isMobile: true,
    viewport: { width: 400, height: 700 },
  });
  const touches = await page.context().newCDPSession(page);
  const swipe = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
    const at = (share: number) => ({
      x: from.x + (to.x - from.x) * share,
      y: from.y + (to.y - from.y) * share,
    });
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: object[]) =>
      touches.send('Input.dispatchTouchEvent', { type, touchPoints } as never);
    await touch('touchStart', from);
    for (const share of [0.1, 0.3, 0.5, 0.7, 0.9, 1]) await touch('touchMove', at(share));
    await touch('touchEnd');
  };
  const line = page.getByRole('slider', { name: 'Target 2' });
  const box = (await line.boundingBox())!;
  const at = (target: number) => box.x + 12 + ((box.width - 24) * (target - 93)) / 61;
  const y = box.y + box.height / 2;
  const targets = () =>
    page.locator('.targets input').evaluateAll((all) => all.map((it) => Reflect.get(it, 'value')));
  await swipe({ x: at(124), y }, { x: at(140), y });
  await expect.poll(targets).toEqual(['93', '140', '154']);
  await swipe({ x: at(110), y }, { x: at(110), y: y - 200 });
  await expect.poll(() => page.evaluate<number>('scrollY')).toBeGreaterThan(100);
  expect(await targets()).toEqual(['93', '140', '154']);
  await page.close();
});

test('a target moves by the keyboard alone, and says what it reads', async () => {
  const page = await rig.open(ELEMENT);
  const slider = page.getByRole('slider', { name: 'Target 1' });
  for (let i = 0; i < 20 && !(await slider.evaluate((it) => it.matches(':focus'))); i++) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => targetsOf(page)).toEqual(['95', '124', '154']);
  expect(await slider.getAttribute('aria-valuetext')).toMatch(
    /^At 95 tok\/s\/user: MTP 4,6\d\d tok\/s\/GPU, Off 1,5\d\d tok\/s\/GPU; MTP delivers 3\.0× Off’s/,
  );
  expect(await page.locator('table.wide td').first().textContent()).toContain(
    'interpolated between 93 and 124',
  );
  // one polite sentence, of the target that moved, once it is quiet
  await expect.poll(() => page.getByRole('status').innerText()).toMatch(/^At 95 tok\/s\/user/);
  // Over the others to the end: it keeps a column of its own, while the headline stays the server's.
  await page.keyboard.press('End');
  await expect.poll(() => targetsOf(page)).toEqual(['124', '154', '154']);
  expect(await page.locator('.targets input').count()).toBe(3);
  await expect.poll(() => page.locator('figcaption p').innerText()).toMatch(/^At 124 tok\/s\/user/);
  await page.close();
});

test('a typed target is taken when it is done, finds its place and keeps the focus', async () => {
  const page = await rig.open(ELEMENT);
  const input = page.getByRole('spinbutton', { name: 'Target 1' });
  await input.fill('140');
  await input.press('Enter');
  await expect.poll(() => targetsOf(page)).toEqual(['124', '140', '154']);
  const inputs = page.locator('.targets input');
  expect(
    await inputs.evaluateAll((list) => list.map((it) => (it as HTMLInputElement).value)),
  ).toEqual(['124', '140', '154']);
  expect(await inputs.nth(1).evaluate((it) => it.matches(':focus'))).toBe(true);
  await inputs.nth(0).fill('nonsense'.replace(/\D/g, ''));
  await inputs.nth(0).press('Enter');
  expect(await targetsOf(page)).toEqual(['124', '140', '154']);
  await page.close();
});

test('out of range there is no number, no winner, and the reason', async () => {
  const page = await rig.open(ELEMENT);
  const input = page.getByRole('spinbutton', { name: 'Target 3' });
  await input.fill('400');
  await input.press('Enter');
  await expect.poll(() => targetsOf(page)).toEqual(['93', '124', '400']);
  expect(await columnOf(page, 3)).toEqual(
    ['— above the range of this side', '— above the range of this side'].map((text) =>
      expect.stringContaining(text),
    ),
  );
  // also without pointing at it
  const foot = page.locator('table.wide tfoot').first();
  await expect
    .poll(() => foot.innerText())
    .toMatch(/^— MTP: above the range of this side, 93 to 154\n— Off:/);
  await page.close();
});

test('an own price changes the cost, the link and the events, not the throughput', async () => {
  const page = await rig.open(ELEMENT);
  const before = await columnOf(page, 1);
  await page.evaluate(() => {
    document.addEventListener('matchpoint-change', (event) => {
      const { comparison, link } = (event as CustomEvent).detail;
      Object.assign(globalThis, { detail: [comparison.sides[0].usdPerGpuHour, link] });
    });
  });
  const price = page.getByRole('spinbutton', { name: '$/GPU-hr' });
  await price.fill('4.68');
  await price.press('Enter');
  await expect
    .poll(() => page.locator('table.wide tbody').nth(1).locator('td').first().innerText())
    .toMatch(/^\$0\.275/); // twice the published 0.13745
  expect(await columnOf(page, 1)).toEqual(before);
  expect(await page.locator('table.wide tfoot').innerText()).toBe(
    'Cost at $4.68 per GPU-hour (own prices)',
  );
  const link = `${rig.host.origin}${REFERENCE_PATH}?usd.b300=4.68`;
  expect(await page.evaluate('detail')).toEqual([4.68, link]);
  expect(await page.getByRole('link', { name: SITE_NAME }).getAttribute('href')).toBe(link);
  await price.fill('');
  await price.press('Enter');
  await expect.poll(() => price.inputValue()).toBe('2.34'); // the one that holds then
  await expect
    .poll(() => page.locator('table.wide tbody').nth(1).locator('td').first().innerText())
    .toMatch(/^\$0\.137/);
  await page.close();
});

test.each([
  { view: 'table', chart: 0 },
  { view: 'card', chart: 0 },
  { view: 'table chart', chart: 2 },
])('prices may be chosen in view="$view", the axis where there is one', async (shown) => {
  const page = await rig.open(ELEMENT.replace('editable', `editable view="${shown.view}"`));
  const controls = (name: RegExp) =>
    page
      .getByRole('combobox', { name })
      .or(page.locator('.controls').getByRole('checkbox', { name }));
  expect(await controls(/^(Chart|log scale)$/).count()).toBe(shown.chart);
  expect(await controls(/^Prices$/).count()).toBe(1);
  const price = page.getByRole('spinbutton', { name: '$/GPU-hr' });
  await price.fill('4.68');
  await price.press('Enter');
  const cost = page.getByRole('table').locator('tbody').nth(1).locator('td').first();
  await expect.poll(() => cost.textContent()).toMatch(/^\$0\.275/);
  await page.close();
});

test('that a price is not known is said only as long as there is none', async () => {
  const c = DOCUMENTS['/compare/m/four/a-vs-b-vs-c-vs-d']!;
  const sides = c.sides.map((side, i) => (i === 1 ? { ...side, usdPerGpuHour: null } : side));
  const facts = { labels: [sides[1]!.label], rates: c.rates.id, tier: c.rates.tier };
  const notices = [{ code: 'no-price', severity: 'info', facts } as const];
  const json = JSON.stringify(documentOf({ ...c, sides, notices }, rig.host.origin));
  const inline = `<script type="application/json">${json}</script>`;
  const page = await rig.open(`<matchpoint-compare editable>${inline}</matchpoint-compare>`);
  const notice = page.locator('[part=notices]');
  expect(await notice.textContent()).toContain('cost is not known');
  const price = page.locator(`input[name="${sides[1]!.hardware}"]`);
  await price.fill('2.5');
  await price.press('Enter');
  await expect.poll(() => notice.count()).toBe(0);
  await page.close();
});

test('another tier is asked of the server', async () => {
  const dear = {
    ...REFERENCE,
    rates: { ...REFERENCE.rates, tier: 'rental' as const },
    sides: REFERENCE.sides.map((side) => ({ ...side, usdPerGpuHour: 1.17 })),
  };
  const values = valuesAt(dear.sides, dear.targets, dear);
  rig.host.answers[`${REFERENCE_PATH}.json?tier=rental`] = {
    type: 'application/json',
    body: JSON.stringify(documentOf({ ...dear, values }, rig.host.origin, { tier: 'rental' })),
  };
  const page = await rig.open(ELEMENT);
  await page.getByLabel('Prices').selectOption('rental');
  await expect
    .poll(() => page.locator('table.wide').innerText())
    .toContain('at $1.17 per GPU-hour (3-year rental, rates of 2025-08)');
  expect(await page.getByLabel('Prices').inputValue()).toBe('rental');
  await page.close();
});

test('a tier that cannot be had leaves everything as it was', async () => {
  const page = await rig.open(ELEMENT);
  const price = page.getByRole('spinbutton', { name: '$/GPU-hr' });
  await price.fill('5');
  await price.press('Enter');
  rig.host.answers[`${REFERENCE_PATH}.json?tier=rental`] = { status: 404, body: '' };
  await page.getByRole('combobox', { name: 'Prices' }).selectOption('rental');
  await expect.poll(() => eventsOf(page)).toEqual(['load', 'change', 'error']);
  delete rig.host.answers[`${REFERENCE_PATH}.json?tier=rental`];
  const chosen = () => page.getByRole('combobox', { name: 'Prices' }).inputValue();
  await expect.poll(chosen).toBe('hyperscaler');
  expect(await price.inputValue()).toBe('5');
  expect(await page.locator('table.wide tfoot').innerText()).toContain('$5.00 per GPU-hour');
  await page.close();
});

test.each(['5000', '-1', '0'])('a price of %s is none: the one before stays', async (typed) => {
  const page = await rig.open(ELEMENT);
  const price = page.getByRole('spinbutton', { name: '$/GPU-hr' });
  for (const value of ['4.68', typed]) {
    await price.fill(value);
    await price.press('Enter');
  }
  await expect.poll(() => price.inputValue()).toBe('4.68');
  expect(await page.locator('table.wide tfoot').innerText()).toContain('$4.68');
  expect(await eventsOf(page)).toEqual(['load', 'change']);
  await page.close();
});

test('what the link names, the server takes', async () => {
  const page = await rig.open(
    ELEMENT.replace('editable', 'editable util="0.33333"').replace(
      REFERENCE_PATH,
      `${REFERENCE_PATH}/`,
    ),
  );
  const price = page.getByRole('spinbutton', { name: '$/GPU-hr' });
  await price.fill('2.123456');
  await price.press('Enter');
  const link = () => page.evaluate<string>('document.querySelector("matchpoint-compare").link');
  await expect.poll(link).toMatch(/\?usd\.b300=2\.1235&util=0\.333$/);
  const csv = await page.evaluate<string>('document.querySelector("matchpoint-compare").toCSV()');
  expect(csv.split('\r\n')[1]).toMatch(/usd\.b300=2\.1235&util=0\.333"$/);
  await page.close();
});

test('a picture is drawn anew when the reader is quiet, not at each step', async () => {
  const page = await rig.open(ELEMENT.replace('editable', 'editable view="chart card"'));
  const pictures = () => rig.host.asked.filter((path) => path.includes('.png'));
  await expect.poll(pictures).toHaveLength(1);
  const slider = page.getByRole('slider', { name: 'Target 2' });
  await stopClock(page);
  for (let i = 0; i < 10; i++) {
    await slider.press('ArrowRight');
    await page.clock.runFor(100);
  }
  expect(pictures()).toHaveLength(1);
  await page.clock.runFor(1000);
  await expect.poll(pictures).toHaveLength(2);
  expect(pictures()[1]).toContain('at=93,134,154');
  await page.close();
});

test('a box that is ticked for one source is not for the next', async () => {
  const [path, title] = ['/compare/m/other/a-vs-b', 'Of another source'];
  rig.host.answers[`${path}.json`] = {
    type: 'application/json',
    body: JSON.stringify(documentOf({ ...REFERENCE, title }, rig.host.origin)),
  };
  const page = await rig.open(ELEMENT);
  const box = page.getByRole('checkbox', { name: 'log scale' });
  expect(await box.isChecked()).toBe(false); // as it is of its own
  await box.check();
  await page.evaluate(
    (src) => Object.assign(document.querySelector('matchpoint-compare')!, { src }),
    `${rig.host.origin}${path}`,
  );
  await expect.poll(() => page.locator('figcaption strong').innerText()).toBe(title);
  expect(await box.isChecked()).toBe(false);
  await page.close();
});

test('a tier is asked for in place of a price that the address names', async () => {
  const page = await rig.open(ELEMENT.replace(REFERENCE_PATH, `${REFERENCE_PATH}?usd=3`));
  await page.getByLabel('Prices').selectOption('neocloud');
  await expect.poll(() => rig.host.asked).toContain(`${REFERENCE_PATH}.json?tier=neocloud`);
  await page.close();
});

test('sliders of whole numbers start at a target that is none, and move from there', async () => {
  const page = await rig.open(ELEMENT.replace(' ', ' at="93,124.5,154" '));
  const slider = page.getByRole('slider', { name: 'Target 2' });
  const value = () => slider.evaluate((it) => (it as HTMLInputElement).value);
  expect(await value()).toBe('124.5');
  await slider.press('ArrowRight');
  await expect.poll(() => targetsOf(page)).toEqual(['93', '124.6', '154']);
  // where all targets are whole numbers again, so are the steps
  await page.locator('.targets input').nth(1).fill('125');
  await page.locator('.targets input').nth(1).press('Enter');
  await expect.poll(() => targetsOf(page)).toEqual(['93', '125', '154']);
  await slider.press('ArrowRight');
  await expect.poll(() => targetsOf(page)).toEqual(['93', '126', '154']);
  expect(await value()).toBe('126');
  await page.close();
});

test('a target that is not on the chart has no slider there', async () => {
  const page = await rig.open(ELEMENT.replace('editable', 'editable at="124,400"'));
  expect(await page.getByRole('slider').count()).toBe(1);
  expect(await page.getByRole('spinbutton', { name: /Target/ }).count()).toBe(2);
  await page.close();
});

test('the axis of the chart', async () => {
  const page = await rig.open(ELEMENT);
  await page.getByRole('combobox', { name: 'Chart' }).selectOption({ label: 'Cost' });
  await page.getByRole('img', { name: /: Cost over interactivity/ }).waitFor();
  await page.getByRole('checkbox', { name: 'log scale' }).check();
  await expect.poll(() => page.locator('svg.plot').textContent()).toContain('log scale');
  await page.getByRole('checkbox', { name: 'log scale' }).uncheck();
  await expect.poll(() => page.locator('svg.plot').textContent()).not.toContain('log scale');
  await page.close();
});

test('Copy link gives the address with the reader’s state, CSV what is shown', async () => {
  const page = await rig.open(ELEMENT, { permissions: ['clipboard-read', 'clipboard-write'] });
  const input = page.getByRole('spinbutton', { name: 'Target 1' });
  await input.fill('100.5');
  await input.press('Enter');
  await stopClock(page); // it says so for two seconds
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByRole('button', { name: 'Link copied' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `${rig.host.origin}${REFERENCE_PATH}?at=100.5,124,154`,
  );
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  expect((await saved).suggestedFilename()).toBe('comparison.csv');
  const csv = await page.evaluate<string>("document.querySelector('matchpoint-compare').toCSV()");
  const [heads, first, ...rows] = csv.split('\r\n');
  expect(heads).toMatch(/^model,side,side_label,hardware,/); // as the server's: see its own test
  expect(first).toMatch(
    /^qwen-3-5,mtp,MTP,b300,.*,100\.5,interpolated,4[^,]*,3193\.8,4729,3465\.2,4759\.18,0\.1/,
  );
  expect(rows).toHaveLength(6);
  expect(await eventsOf(page)).toEqual(['load', 'change']);
  await page.close();
});

test('where nothing may be copied the link is there to be seen', async () => {
  const page = await rig.open(ELEMENT);
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.getByRole('button', { name: 'Copy link' }).click();
  const seen = page.getByText(`${rig.host.origin}${REFERENCE_PATH}`);
  await expect.poll(async () => (await seen.boundingBox())?.height ?? 0).toBeGreaterThan(10);
  await page.getByRole('slider').first().press('ArrowRight');
  const status = page.getByRole('status');
  await expect.poll(() => status.textContent()).toMatch(/^At 94/);
  expect((await status.boundingBox())!.height).toBe(1);
  await page.close();
});

test('without `editable` there is nothing to edit', async () => {
  const page = await rig.open(ELEMENT.replace('editable', ''));
  expect(await page.locator('matchpoint-compare').locator('input, select').count()).toBe(0);
  await page.close();
});
