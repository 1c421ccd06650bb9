import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DARK, LIGHT } from '../../src/view/brand.ts';
import { contrastsIn } from './contrast.ts';
import { REFERENCE_PATH, idle, startRig } from './element-rig.ts';
import type { Rig } from './element-rig.ts';
import { elementScript } from './made-once.ts';
import { FRAMES, FRAMES_SIZE, WIDTHS, pastedCode, postAnswers } from './host-posts.ts';
import { HOST_THEMES } from './host-themes.ts';
import type { HostTheme } from './host-themes.ts';
import { gate } from './sites.ts';
import { violationsWithin } from './axe.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig(elementScript());
});
afterAll(() => rig.close());

const pasted = (view: string | null) => pastedCode(rig.host.origin, view);

/** Posts in a theme, side by side. */
async function posted(theme: HostTheme): Promise<Page> {
  Object.assign(rig.blog.answers, await postAnswers(theme, rig.host.origin));
  return rig.open(FRAMES, {
    noScript: true,
    noWait: true,
    isLoading: true,
    viewport: FRAMES_SIZE,
    colorScheme: theme.prefers ?? 'light',
  });
}

describe('posts in a theme', () => {
  test.each(HOST_THEMES)('$name', async (theme) => {
    const [script, document] = [gate(), gate()];
    const { answers } = rig.host;
    const before = { ...answers };
    hold('/widgets/matchpoint.js', script.opened);
    hold(`${REFERENCE_PATH}.json`, document.opened);
    const page = await posted(theme);
    await expect.poll(() => page.frames().length).toBe(2 + WIDTHS.length);
    const posts = page.frames().slice(1);
    const places = await Promise.all(posts.map(placeBefore));
    script.open();
    await Promise.all(
      posts.map((post) => post.waitForFunction(() => customElements.get('matchpoint-compare'))),
    );
    document.open();
    await Promise.all(posts.map((post) => post.locator('figure').first().waitFor()));
    await idle(page, rig.host);
    for (const [i, width] of WIDTHS.entries()) {
      const seen = await posts[i]!.evaluate(() => {
        const { scrollWidth, clientWidth } = window.document.documentElement;
        const shift = (globalThis as unknown as { shiftSoFar(): number }).shiftSoFar();
        return { shift, overflow: scrollWidth - clientWidth };
      });
      const moved = (await posts[i]!.locator('#after').boundingBox())!.y - places[i]!;
      expect(seen.overflow, `${width} px`).toBe(0);
      expect(seen.shift, `${width} px`).toBeLessThanOrEqual(0.01);
      expect(Math.abs(moved), `${width} px`).toBeLessThanOrEqual(24); // 0.01 of what is in sight
    }
    const read = posts.at(-1)!;
    await read.locator('figure').nth(1).waitFor();
    expect(await read.evaluate(contrastsIn)).toEqual([]);
    expect(await violationsWithin(read, 'matchpoint-compare')).toEqual([]);
    Object.assign(answers, before);
    await page.close();
  });
});

/** Where what follows the embed stands (px) before there is a script; from then on shifts are summed. */
async function placeBefore(post: Frame): Promise<number> {
  await post.locator('#after').waitFor();
  await post.evaluate(watchShifts);
  return (await post.locator('#after').boundingBox())!.y;
}

describe('room that was kept free', () => {
  const AFTER = '<p id="after">After</p>';
  const lower = async (page: Page) => (await page.locator('#after').boundingBox())!.y;
  const grown = (code: string) => code.replaceAll('padding-bottom:calc(', '$&300px + ');

  test('stays while its end is in sight, and goes as the figure is drawn again', async () => {
    const page = await rig.open(grown(pasted(null)) + AFTER, {
      viewport: { width: 700, height: 2600 },
    });
    const kept = await lower(page);
    await page
      .locator('matchpoint-compare')
      .evaluate((it) => it.setAttribute('metrics', 'cost mw throughput concurrency ttft'));
    await expect.poll(() => lower(page)).toBeLessThan(kept - 280);
    await page.close();
  });

  test('goes at once where its end is out of sight', async () => {
    const page = await rig.open(grown(pasted(null)) + AFTER, {
      viewport: { width: 700, height: 800 },
    });
    const box = await page.locator('figure').boundingBox();
    expect((await page.locator('#after').boundingBox())!.y - box!.y - box!.height).toBeLessThan(40);
    expect(
      await page.locator('figure').evaluate((it) => it.style.getPropertyValue('--reserved')),
    ).toBe('0px');
    await page.close();
  });

  test('is none in a tab that is not open, nor where nothing comes', async () => {
    const hidden = pasted(null).replace('<matchpoint-compare', '$& loading="eager"');
    const page = await rig.open(`<div hidden>${hidden}</div>${AFTER}`, { noWait: true });
    await page.locator('figure').waitFor({ state: 'attached' });
    expect(
      await page.locator('figure').evaluate((it) => it.style.getPropertyValue('--reserved')),
    ).toBe('0px');
    await page.close();
    const missing = await rig.open(
      pasted(null).replace(/src="[^"]*compare[^"]*"/, 'src="HOST/compare/none"') + AFTER,
      { noWait: true },
    );
    const under = async () =>
      (await lower(missing)) -
      (await missing.locator('img').evaluate((it) => it.getBoundingClientRect().bottom));
    await expect.poll(under).toBeLessThan(60);
    await missing.close();
  });

  test('holds what a page was opened at, without scroll anchoring', async () => {
    const page = await rig.open(
      `${pasted(null).replace('<matchpoint-compare', '$& loading="eager"')}${AFTER}<div style="height:2000px"></div>`,
      {
        head: '<style>html{overflow-anchor:none}</style>',
        noScript: true,
        noWait: true,
        isLoading: true,
      },
    );
    await page.locator('#after').evaluate((it) => it.scrollIntoView());
    const { y } = (await page.locator('#after').boundingBox())!;
    await page.locator('figure').waitFor();
    expect(Math.abs((await page.locator('#after').boundingBox())!.y - y)).toBeLessThan(2);
    await page.close();
  });

  test('is not there, nor anything else, where a policy drops the style', async () => {
    const page = await rig.open(pasted(null) + AFTER, {
      csp: "script-src HOST; connect-src HOST; img-src HOST; style-src 'none'",
    });
    const box = await page.locator('matchpoint-compare').boundingBox();
    expect((await lower(page)) - box!.y - box!.height).toBeLessThan(40);
    await page.close();
  });
});

describe('the page around', () => {
  const SRC = `HOST${REFERENCE_PATH}`;
  const ELEMENT = `<matchpoint-compare editable src="${SRC}"></matchpoint-compare>`;
  const styleOf = (page: Page, selector: string, name: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((it, property) => getComputedStyle(it).getPropertyValue(property), name);

  test('gets the palette that its text asks for, as it changes, without color-scheme', async () => {
    const page = await rig.open(ELEMENT, {
      head: '<style>body{background:#fdf6e3;color:#333}.night{background:rgb(34,34,51);color:oklch(.9 .02 250)}</style>',
    });
    const curve = () => styleOf(page, '.curve', 'stroke');
    const hollow = () => styleOf(page, '.plot .hollow', 'fill');
    expect([await curve(), await hollow()]).toEqual([rgb(LIGHT.sides[0]), 'rgb(253, 246, 227)']);
    await page.evaluate(() => document.body.classList.add('night'));
    await expect.poll(curve).toBe(rgb(DARK.sides[0]));
    expect(await hollow()).toBe('rgb(34, 34, 51)');
    await page.evaluate(() => document.body.classList.remove('night'));
    await expect.poll(curve).toBe(rgb(LIGHT.sides[0]));
    await page.close();
  });

  test.each(['light', 'dark'] as const)(
    "may have the reader's few colours, %s",
    async (colorScheme) => {
      for (const theme of ['auto', 'light', 'dark']) {
        const page = await rig.open(ELEMENT.replace('editable', `theme="${theme}"`), {
          colorScheme,
          forcedColors: 'active',
        });
        const expected = colorScheme === 'light' ? LIGHT : DARK;
        expect(await styleOf(page, '.curve', 'stroke')).toBe(rgb(expected.sides[0]));
        await page.close();
      }
    },
  );

  test('lends its face and size of text, and nothing else of it', async () => {
    const page = await rig.open(
      `<div style="font:italic 700 20px/3 Georgia;text-align:center;text-transform:uppercase;letter-spacing:3px;word-spacing:9px;white-space:pre;text-indent:40px;writing-mode:vertical-rl">${ELEMENT}</div>`,
    );
    const expected = {
      'font-family': 'Georgia',
      'font-size': '17px',
      'font-style': 'normal',
      'font-weight': '400',
      'line-height': '25.5px',
      'text-align': 'start',
      'text-transform': 'none',
      'letter-spacing': 'normal',
      'word-spacing': '0px',
      'white-space': 'normal',
      'text-indent': '0px',
      'writing-mode': 'horizontal-tb',
    };
    for (const [name, value] of Object.entries(expected)) {
      expect(`${name}: ${await styleOf(page, 'figcaption p', name)}`).toBe(`${name}: ${value}`);
    }
    expect(await styleOf(page, 'table', 'font-size')).toBe('17px');
    await page.close();
    const small = await rig.open(`<div style="font-size:9px">${ELEMENT}</div>`);
    expect(await styleOf(small, 'figcaption p', 'font-size')).toBe('14px');
    await small.close();
  });

  test('may give the element a padding, and has its own distance to it otherwise', async () => {
    const page = await rig.open(`<p>Before</p>${ELEMENT}`, {
      head: '<style>matchpoint-compare{padding:24px;border:1px solid}</style>',
      viewport: { width: 500, height: 900 },
    });
    const width = await page.locator('matchpoint-compare').evaluate((it) => it.clientWidth - 48);
    await expect
      .poll(() => page.locator('svg.plot').getAttribute('viewBox'))
      .toBe(`0 0 ${width} 320`);
    expect(
      await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
    ).toBeLessThanOrEqual(0);
    expect(await styleOf(page, 'matchpoint-compare', 'margin-top')).toBe('24px');
    await page.close();
  });

  test('prints everything: the heads that inputs stood for, and what notes say', async () => {
    const page = await rig.open(ELEMENT);
    const head = page.locator('table.wide thead th').nth(1);
    expect((await head.boundingBox())!.width).toBeLessThan(60);
    expect(
      await page.locator('table.wide thead').evaluate((it) => getComputedStyle(it).clipPath),
    ).toBe('inset(50%)');
    await page.emulateMedia({ media: 'print' });
    expect(
      await page.locator('table.wide thead').evaluate((it) => getComputedStyle(it).clipPath),
    ).toBe('none');
    expect((await page.locator('details p').first().boundingBox())!.height).toBeGreaterThan(10);
    await page.close();
  });
});

/** A colour as computed styles have it. */
function rgb(hex: string): string {
  const channels = [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16));
  return `rgb(${channels.join(', ')})`;
}

/** Lets the host answer a path after something else. */
function hold(path: string, after: Promise<void>): void {
  const { answers } = rig.host;
  const answer = answers[path]!;
  if (typeof answer === 'object') answers[path] = { ...answer, after };
}

/** Sums the shifts of the page from now on. */
function watchShifts(): void {
  let sum = 0;
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  const add = (entries: PerformanceEntryList) => {
    for (const entry of entries) sum += (entry as PerformanceEntry & { value: number }).value;
  };
  observer.observe({ type: 'layout-shift', buffered: false });
  Object.assign(globalThis, {
    shiftSoFar: () => {
      add(observer.takeRecords());
      return sum;
    },
  });
}
