import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { elementManifest } from '../../data/widgets/manifest.ts';
import { DARK, LIGHT } from '../../src/view/brand.ts';
import { DOCUMENTS, REFERENCE_PATH, eventsOf, idle, startRig } from './element-rig.ts';
import type { Rig } from './element-rig.ts';
import { elementScript } from './made-once.ts';
import { documentOf } from './documents.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig(elementScript());
});
afterAll(() => rig.close());

const SRC = `HOST${REFERENCE_PATH}`;

test('the first view is the table, then the chart, each drawn once, with room that is kept and without', async () => {
  for (const height of [600, 3000]) {
    const page = await rig.open(
      `<matchpoint-compare><a style="display:block;padding-bottom:1200px">Fallback</a></matchpoint-compare>`,
      { viewport: { width: 700, height }, noWait: true },
    );
    const { changes, views } = await page.evaluate(async (src) => {
      const element = document.querySelector('matchpoint-compare')!;
      const seen: MutationRecord[] = [];
      const views: object[] = [];
      const observer = new MutationObserver((records) => {
        seen.push(...records);
        const has = (selector: string) => element.shadowRoot!.querySelector(selector) !== null;
        const { height } = element.shadowRoot!.querySelector('svg.plot')!.getBoundingClientRect();
        views.push({ table: has('td'), curves: has('.curve'), height });
      });
      const what = { subtree: true, childList: true, attributes: true, characterData: true };
      observer.observe(element.shadowRoot!, what);
      const drawn = new Promise((done) => {
        element.addEventListener('matchpoint-load', done);
      });
      element.setAttribute('src', src);
      await drawn;
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      seen.push(...observer.takeRecords());
      const changes = seen.map(
        ({ type, addedNodes }) => `${type} ${addedNodes[0]?.nodeName ?? ''}`,
      );
      return { changes, views };
    }, `${rig.host.origin}${REFERENCE_PATH}`);
    expect(views).toEqual([
      { table: true, curves: false, height: 424 },
      { table: true, curves: true, height: 424 },
    ]);
    // What shows the children is drawn anew while there is nothing to ask for.
    const [first, ...others] = changes.filter((change) => change !== 'attributes ');
    expect(first).toBe('childList FIGURE');
    expect(new Set(others)).toEqual(
      new Set(['childList g', 'childList path', 'childList circle', 'childList text']),
    );
    await page.close();
  }
});

describe('views', () => {
  // Whether there is a chart, a card, and a table for eyes; a table for ears is always there.
  const cases = [
    { view: 'table', chart: 0, card: 0, table: true },
    { view: 'chart', chart: 1, card: 0, table: false },
    { view: 'card', chart: 0, card: 1, table: false },
    { view: 'table chart card', chart: 1, card: 1, table: true },
    { view: '', chart: 1, card: 0, table: true },
  ];
  test.each(cases)('view="$view"', async ({ view, chart, card, table }) => {
    const attribute = view === '' ? '' : `view="${view}"`;
    const page = await rig.open(
      `<matchpoint-compare src="${SRC}" ${attribute}>f</matchpoint-compare>`,
    );
    expect(await page.getByRole('img', { name: /^Chart/ }).count()).toBe(chart);
    expect(await page.locator('[part=card] img').count()).toBe(card);
    const figures = page.getByRole('table');
    expect(await figures.count()).toBe(1);
    expect(await figures.innerText()).toContain('4,729.0');
    const box = await figures.boundingBox();
    expect(box!.width > 100 && (await page.locator('.unseen table').count()) === 0).toBe(table);
    await page.close();
  });

  test('a card is the picture with its alternative text', async () => {
    const page = await rig.open(`<matchpoint-compare view=card src="${SRC}"></matchpoint-compare>`);
    const image = page.locator('[part=card] img');
    expect(await image.getAttribute('src')).toBe(`${rig.host.origin}${REFERENCE_PATH}.png`);
    expect(await image.getAttribute('alt')).toContain('MTP delivers 3,194 tok/s per GPU');
    await page.close();
  });
});

test('the figures are those of the document, at its own targets', async () => {
  const page = await rig.open(`<matchpoint-compare src="${SRC}"></matchpoint-compare>`);
  const cells = await page.locator('table.wide tbody').first().locator('td').allInnerTexts();
  // inferencex.semianalysis.com/compare-spec-decode/qwen-3-5-b300-fp4-mtp-vs-none
  expect(cells.map((cell) => cell.split(/\s|,\s/)[0])).toEqual(
    ['4,729.0', '3,193.8', '2,157.6', '1,583.6', '966.3', '614.2'].map(
      (text) => text.split(/,\s/)[0],
    ),
  );
  await page.close();
});

test('an element that was there before the script is upgraded, with the properties it had', async () => {
  const page = await rig.open(`<matchpoint-compare>Fallback</matchpoint-compare>`, {
    noScript: true,
    noWait: true,
  });
  await page.evaluate(
    ([src]) => {
      const element = document.querySelector('matchpoint-compare')!;
      Object.assign(element, { src, view: 'table', at: [100, 120] });
    },
    [`${rig.host.origin}${REFERENCE_PATH}`],
  );
  await page.addScriptTag({ type: 'module', url: `${rig.host.origin}/widgets/matchpoint.js` });
  const heads = page.locator('table.wide thead th');
  await heads.first().waitFor();
  expect((await heads.allInnerTexts()).slice(1)).toEqual(['100', '120']);
  // attributes are input: nothing was written
  const html = await page.locator('matchpoint-compare').evaluate((element) => element.outerHTML);
  expect(html).toBe('<matchpoint-compare>Fallback</matchpoint-compare>');
  await page.close();
});

test('attributes may be set in any order, before or after', async () => {
  const page = await rig.open(`<matchpoint-compare at="130" src="${SRC}"></matchpoint-compare>`);
  await page.evaluate(() => {
    const element = document.querySelector('matchpoint-compare')!;
    element.setAttribute('usd', '4.68');
    element.setAttribute('metrics', 'cost');
    element.setAttribute('at', '93,154');
  });
  await expect
    .poll(() => page.locator('table.wide tbody tr').nth(1).locator('td').allInnerTexts())
    .toHaveLength(2);
  const [first] = await page.locator('table.wide tbody tr').nth(1).locator('td b').allInnerTexts();
  expect(first).toBe('$0.275'); // twice the $2.34 that gives 0.13745 in the published figures
  await page.close();
});

test('the script may be there twice', async () => {
  const page = await rig.open(`<matchpoint-compare src="${SRC}"></matchpoint-compare>`, {
    head: '<script type="module" src="HOST/widgets/matchpoint.js?copy"></script>',
  });
  await idle(page, rig.host);
  expect(await eventsOf(page)).toEqual(['load']);
  expect(await page.locator('figure').count()).toBe(1);
  await page.close();
});

test('a document among the children needs no request', async () => {
  const json = JSON.stringify(documentOf(DOCUMENTS[REFERENCE_PATH]!, rig.host.origin));
  const page = await rig.open(
    `<matchpoint-compare><script type="application/json">${json.replaceAll('<', String.raw`\u003c`)}</script>Fallback</matchpoint-compare>`,
  );
  expect(await page.getByRole('table').innerText()).toContain('4,729.0');
  expect(rig.host.asked).toEqual(['/widgets/matchpoint.js']);
  await page.close();
});

test('a document among the children wins over a source, and may be edited', async () => {
  const json = JSON.stringify(documentOf(DOCUMENTS[REFERENCE_PATH]!, rig.host.origin));
  const page = await rig.open(
    `<matchpoint-compare editable src="${SRC}"><script type="application/json">${json}</script></matchpoint-compare>`,
  );
  const input = page.getByRole('spinbutton', { name: 'Target 1' });
  await input.fill('100');
  await input.press('Enter');
  await expect.poll(() => page.locator('table.wide thead th').allInnerTexts()).toContain('100');
  expect(rig.host.asked).toEqual(['/widgets/matchpoint.js']);
  await page.close();
});

test('every part and colour that the manifest names is there, and no other', async () => {
  const [comparison] = (await elementManifest()).modules;
  const [{ cssParts, cssProperties }] = comparison!.declarations;
  const page = await rig.open(
    `<matchpoint-compare editable view="table chart card" src="${SRC}"></matchpoint-compare>`,
  );
  const { parts, sheets } = await page.locator('matchpoint-compare').evaluate((element) => {
    const root = element.shadowRoot!;
    return {
      parts: Array.from(root.querySelectorAll('[part]'), (part) => part.getAttribute('part')),
      sheets: root.adoptedStyleSheets.flatMap(({ cssRules }) =>
        Array.from(cssRules, ({ cssText }) => cssText),
      ),
    };
  });
  const colours = sheets.join().match(/--matchpoint-[\w-]+/g);
  expect(new Set(parts)).toEqual(new Set(cssParts.map(({ name }) => name)));
  expect(new Set(colours)).toEqual(new Set(cssProperties.map(({ name }) => name)));
  await page.close();
});

describe('looks', () => {
  const colourOf = `getComputedStyle(document.querySelector('matchpoint-compare').shadowRoot.querySelector('.curve').parentNode).color`;

  test('follows a theme that the page toggles, against the system', async () => {
    const page = await rig.open(`<matchpoint-compare src="${SRC}"></matchpoint-compare>`, {
      head: '<style>:root{color-scheme:light}</style>',
      colorScheme: 'dark',
    });
    expect(await page.evaluate(colourOf)).toBe(rgb(LIGHT.sides[0]));
    await page.evaluate(() => {
      document.documentElement.style.colorScheme = 'dark';
    });
    expect(await page.evaluate(colourOf)).toBe(rgb(DARK.sides[0]));
    await page.close();
  });

  test('is an island of its own theme where that is asked for', async () => {
    const page = await rig.open(
      `<matchpoint-compare theme="dark" src="${SRC}"></matchpoint-compare>`,
    );
    expect(await page.evaluate(colourOf)).toBe(rgb(DARK.sides[0]));
    await page.close();
  });

  test.each([320, 480, 720, 1200])('fits %i px', async (width) => {
    const page = await rig.open(
      `<matchpoint-compare editable src="HOST/compare/m/four/a-vs-b-vs-c-vs-d"></matchpoint-compare>`,
      { head: '<style>body{margin:0}</style>', viewport: { width, height: 700 } },
    );
    const overflow = await page.evaluate<number>(
      'document.documentElement.scrollWidth - window.innerWidth',
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await page.close();
  });

  test.each([
    { place: 'display:inline-block', width: 320 },
    { place: 'float:right', width: 320 },
    { place: 'display:flex', width: 320 },
    { place: 'display:grid;grid-template-columns:1fr 1fr;width:500px', width: 250 },
    { place: 'display:grid;width:500px', width: 500 },
  ])('is $width px wide in $place', async ({ place, width }) => {
    const element = `<matchpoint-compare src="${SRC}"></matchpoint-compare>`;
    const page = await rig.open(`<div style="${place}">${element}</div>`);
    const box = await page.locator('matchpoint-compare').boundingBox();
    expect(box!.width).toBe(width);
    await page.close();
  });

  test('is drawn anew where its place gets another width, which is no error of the page', async () => {
    const element = `<matchpoint-compare loading="eager" src="${SRC}"></matchpoint-compare>`;
    const page = await rig.open(`<div style="display:none">${element}</div>`, { noWait: true });
    await expect.poll(() => eventsOf(page)).toEqual(['load']);
    const place = page.locator('div').first();
    for (const width of [400, 700]) {
      await place.evaluate((it, px) => it.setAttribute('style', `width:${px}px`), width);
      const viewBox = () => page.locator('svg.plot').getAttribute('viewBox');
      await expect.poll(viewBox).toContain(` ${width} `);
    }
    expect(await eventsOf(page)).toEqual(['load']);
    await page.close();
  });

  test('its English runs from the left on a page that runs from the right', async () => {
    const page = await rig.open(
      `<div dir="rtl" lang="ar"><matchpoint-compare src="${SRC}"></matchpoint-compare></div>`,
    );
    const figure = page.locator('figure');
    expect(await figure.evaluate((it) => getComputedStyle(it).direction)).toBe('ltr');
    expect(await figure.getAttribute('lang')).toBe('en');
    await page.close();
  });

  test('prints the table, black on white, whatever the view', async () => {
    const page = await rig.open(
      `<matchpoint-compare theme="dark" view="chart" editable src="${SRC}"></matchpoint-compare>`,
    );
    await page.emulateMedia({ media: 'print' });
    const box = await page.locator('table').first().boundingBox();
    expect(box!.width).toBeGreaterThan(300);
    const { color, background } = await page.locator('figure').evaluate((figure) => ({
      color: getComputedStyle(figure).color,
      background: getComputedStyle(figure).backgroundColor,
    }));
    expect({ color, background }).toEqual({
      color: 'rgb(0, 0, 0)',
      background: 'rgb(255, 255, 255)',
    });
    expect(await page.getByRole('slider').count()).toBe(0);
    await page.close();
  });
});

/** A colour as computed styles have it. */
function rgb(hex: string): string {
  const channels = [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16));
  return `rgb(${channels.join(', ')})`;
}
