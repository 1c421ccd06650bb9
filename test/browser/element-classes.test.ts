import { afterAll, beforeAll, expect, test } from 'vitest';
import { STYLE_TEXT } from '../../widgets/style-text.ts';
import { REFERENCE_PATH, startRig } from './element-rig.ts';
import type { Rig } from './element-rig.ts';
import { elementScript } from './made-once.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig(elementScript());
});
afterAll(() => rig.close());

const FOUR = '/compare/m/four/a-vs-b-vs-c-vs-d';
const WIDTHS = [360, 720, 1280];
const LOOKS = [
  { src: REFERENCE_PATH, view: 'chart table card', at: '93,124', theme: 'dark' },
  { src: REFERENCE_PATH, view: 'chart', at: '93,100,124', theme: 'light' },
  { src: FOUR, view: 'chart table', at: '20,30,40,50', theme: 'system' },
  { src: FOUR, view: 'table', at: '20,25,30,40,50', theme: '' },
];

test('every class has a style, and every class of the style is used', async () => {
  const used = new Set<string>();
  for (const { src, view, at, theme } of LOOKS) {
    const page = await rig.open(
      `<matchpoint-compare editable src="HOST${src}" view="${view}" at="${at}" theme="${theme}"></matchpoint-compare>`,
    );
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForFunction(
        'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))',
      );
      const names = await page.evaluate<string[]>(
        '[...document.querySelector("matchpoint-compare").shadowRoot.querySelectorAll("[class]")].flatMap((it) => [...it.classList])',
      );
      for (const name of names) used.add(name);
    }
    await page.close();
  }
  const missing =
    '<matchpoint-compare loading="eager" src="HOST/compare/none"></matchpoint-compare>';
  const page = await rig.open(missing, { noWait: true });
  await page.locator('slot.failed').waitFor({ state: 'attached' });
  used.add('failed');
  await page.close();
  const styled = new Set(
    [...STYLE_TEXT.replaceAll(/"[^"]*"|'[^']*'/g, '').matchAll(/\.([a-z][\w-]*)/gi)].map(
      ([, name]) => name!,
    ),
  );
  // a number of columns is said of every table, and looks different only from some on
  const isCount = (name: string) => /^columns-\d$/.test(name);
  expect([...used].filter((name) => !styled.has(name) && !isCount(name))).toEqual([]);
  expect([...styled].filter((name) => !used.has(name) && !isCount(name))).toEqual([]);
});
