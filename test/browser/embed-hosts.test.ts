import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TIMEOUT_MS, launchChromium } from './chromium.ts';
import { servedSite } from './made-once.ts';
import { startSite } from './sites.ts';
import type { Site } from './sites.ts';

const REFERENCE = 'qwen-3-5/b300-fp4/mtp-vs-off';
/** Stands for every card, which takes seconds to draw. */
const CARD = '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"/>';

let blog: Site;
let browser: Browser;
/** of the Worker: `localhost`, so that the blog is another site and not just another port */
let origin: string;

beforeAll(async () => {
  [{ origin }, blog, browser] = await Promise.all([servedSite(), startSite(), launchChromium()]);
});
afterAll(async () => {
  await Promise.all([blog?.close(), browser?.close()]);
});

interface PostOptions extends BrowserContextOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly head?: string;
}

/** A page of the blog, and the pictures that it asked for. */
async function post(body: string, { headers = {}, head = '', ...context }: PostOptions = {}) {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A post</title>
<meta name="viewport" content="width=device-width">${head}</head><body>${body}</body></html>`;
  blog.answers['/'] = { type: 'text/html', headers, body: html };
  return opened(blog.origin, context);
}

async function opened(address: string, context: BrowserContextOptions = {}) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...context });
  page.setDefaultTimeout(TIMEOUT_MS);
  const pictures: string[] = [];
  await page.route(/\.png/, (route) => {
    pictures.push(route.request().url());
    return route.fulfill({
      contentType: 'image/svg+xml',
      headers: { 'cross-origin-resource-policy': 'cross-origin' },
      body: CARD,
    });
  });
  await page.goto(address);
  return { page, pictures };
}

/** The code that the builder gives, by kind. */
async function codeOf(kind: string, id = REFERENCE, query = ''): Promise<string> {
  const { page } = await opened(`${origin}/embed-builder?c=${id}${query}`, {
    javaScriptEnabled: false,
  });
  const code = (await page.locator(`#code-${kind}`).textContent())!;
  await page.close();
  return code;
}

const frameOf = (src: string, more = '') =>
  `<iframe title="MTP" width="720" height="900" src="${src}" ${more}></iframe>`;

/** Waits until the first frame has its figure, and no room in it that waits for a chart. */
async function drawn(page: Page): Promise<void> {
  const figure = page.frameLocator('iframe').first().locator('figure[part=figure]');
  await figure.waitFor();
  await expect.poll(() => figure.locator('svg.plot:empty').count()).toBe(0);
}

describe('an embed shows in any page', () => {
  const src = () => `${origin}/embed/${REFERENCE}`;

  test('of a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'matchpoint-file-'));
    const file = join(folder, 'page.html');
    writeFileSync(file, `<!doctype html><title>A file</title>${frameOf(src())}`);
    const { page } = await opened(pathToFileURL(file).href);
    await drawn(page);
    await page.close();
    rmSync(folder, { recursive: true });
  });

  test('that isolates itself', async () => {
    const headers = {
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
    };
    const code = await codeOf('iframe');
    const { page } = await post(code, { headers });
    expect(await page.evaluate('crossOriginIsolated')).toBe(true);
    await drawn(page);
    await expect.poll(() => page.locator('iframe').getAttribute('style')).toContain('height');
    await page.close();
    const card = await post(frameOf(`${src()}?view=card`), { headers });
    await drawn(card.page);
    const image = card.page.frameLocator('iframe').locator('img[src*=".png"]');
    await expect.poll(() => image.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBe(1200);
    await card.page.close();
  });

  // as WordPress frames what it was told by oEmbed of a site that it does not know
  test('that takes its origin away', async () => {
    const { page } = await post(frameOf(src(), 'sandbox="allow-scripts"'));
    await drawn(page);
    await page.close();
  });
});

describe('an embed before its script', () => {
  const FOUR = 'gptoss-120b/fp4-8k1k/b200-vs-mi355x-vs-h200-vs-h100';
  const cases = [
    ...[REFERENCE, FOUR].flatMap((view) => [340, 800, 1100].map((width) => [view, width] as const)),
    [`${REFERENCE}?view=table+chart`, 340],
    [`${REFERENCE}?view=chart&theme=dark`, 700],
  ] as const;

  /** Top, left, width and height (px) of the parts in sight. */
  const places = async (page: Page) => {
    const names = page.url().includes('view=chart') ? ['.plot'] : ['.plot', 'table'];
    const boxes = names.map(async (name) => {
      const all = await page.locator(`matchpoint-compare ${name}:visible`).all();
      expect(all).toHaveLength(1);
      return Object.values((await all[0]!.boundingBox())!).map(Math.round);
    });
    return Promise.all(boxes);
  };

  test.each(cases)('%s stands at %i px where it does after it', async (view, width) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/widgets/*', async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(`${origin}/embed/${view}`, { waitUntil: 'commit' });
    await page.locator('.foot').waitFor();
    const before = await places(page);
    release();
    const figure = page.locator('figure[part=figure]');
    await figure.waitFor();
    await expect.poll(() => figure.locator('svg.plot:empty').count()).toBe(0);
    const after = await places(page);
    // The chart's box is as high, and its drawing as wide as it was made for.
    expect(before[0]!.toSpliced(2, 1)).toEqual(after[0]!.toSpliced(2, 1));
    expect(before[1]).toEqual(after[1]);
    await page.close();
  });

  test('says what it says after it: answer, notes, source', async () => {
    const texts: string[] = [];
    for (const javaScriptEnabled of [false, true]) {
      const { page } = await opened(`${origin}/embed/${FOUR}`, { javaScriptEnabled });
      if (javaScriptEnabled) await page.locator('figure[part=figure]').waitFor();
      const parts = page.locator(javaScriptEnabled ? 'figure[part=figure]' : 'matchpoint-compare');
      texts.push((await parts.textContent())!);
      await page.close();
    }
    const [before = '', after = ''] = texts.map((text) => text.replaceAll(/\s+/g, ' '));
    const of = (text: string) => ({
      answer: /In the middle.*?\./.exec(text)?.[0],
      notes: [...text.matchAll(/(Caution|Note) [^.;(]+/g)].map(([note]) => note),
      release: /[Rr]elease (\w{12} of [\d-]+)/.exec(text)?.[1],
      credits: text.includes('SemiAnalysis InferenceX'),
    });
    expect(of(before)).toEqual(of(after));
    expect(of(before)).toMatchObject({ answer: expect.stringContaining('B200'), credits: true });
    expect(of(before).notes.length).toBeGreaterThan(0);
    expect(of(before).release).toBeDefined();
  });
});

describe('an embed takes the theme of the page around', () => {
  const colours = (page: Page) =>
    page
      .frameLocator('iframe')
      .locator('html')
      .evaluate((html) => [getComputedStyle(html).colorScheme, html.className]);

  test('by message, over query and system', async () => {
    const { page } = await post(frameOf(`${origin}/embed/${REFERENCE}?theme=light&view=card`));
    await drawn(page);
    const tell = (data: unknown) =>
      page.locator('iframe').evaluate((frame: HTMLIFrameElement, told) => {
        frame.contentWindow!.postMessage(told, '*');
      }, data);
    const picture = page.frameLocator('iframe').locator('matchpoint-compare img[src*=".png"]');
    expect(await colours(page)).toEqual(['light', 'light']);
    await tell({ type: 'matchpoint-theme', theme: 'dark' });
    await expect.poll(() => colours(page)).toEqual(['dark', 'dark']);
    await expect.poll(() => picture.getAttribute('src')).toContain('theme=dark');
    for (const other of [
      null,
      'x',
      { type: 'matchpoint-theme', theme: '"><b>' },
      { theme: 'light' },
    ]) {
      await tell(other);
    }
    await tell({ type: 'matchpoint-theme', theme: 'auto' });
    await expect.poll(() => colours(page)).toEqual(['light dark', '']);
    await expect.poll(() => picture.getAttribute('src')).not.toContain('theme=');
    await page.close();
  });
});

describe('an iframe is cut nowhere', () => {
  const FOUR = 'gptoss-120b/fp4-8k1k/b200-vs-mi355x-vs-h200-vs-h100';
  const shown = [
    [REFERENCE, ''],
    [REFERENCE, '&view=table'],
    [REFERENCE, '&view=card'],
    [REFERENCE, '&editable=true'],
    [FOUR, '&at=20,40,60,80,100'],
    [FOUR, '&at=60&view=table'],
    [FOUR, '&metrics=throughput&view=table'],
    [REFERENCE, '&view=chart'],
    [FOUR, '&at=20,40,60,80,100&editable=true'],
    ['deepseek-r1/fp8-8k1k/b200-vs-h200-vs-mi355x', ''],
    ['glm-5-1/fp8/mi325x-vs-mi355x', ''], // without a table
  ] as const;
  const widths = [340, 390, 480, 600, 623, 624, 720, 900, 1023, 1024, 1200];

  test.each(shown)('%s%s, with scripts and without', async (id, query) => {
    const code = await codeOf('iframe', id, query);
    const [, src = '', height = ''] = /src="([^"]+)".* height="(\d+)"/.exec(code)!;
    const url = encodeURIComponent(src.replaceAll('&amp;', '&'));
    const told = await Promise.all(
      widths.map(async (width) => {
        const answer = await fetch(`${origin}/oembed?url=${url}&maxwidth=${width}`);
        return (await answer.json()) as { html: string; width: number; height: number };
      }),
    );
    // oEmbed answers the same frame with a height of its own: what is in it needs as much.
    const sources = told.map(({ html }) => /src="([^"]+)"/.exec(html)![1]);
    expect(new Set(sources)).toEqual(new Set([src]));
    const drawnWidths = [...new Set([...widths, ...told.map(({ width }) => width)])];
    const frames = drawnWidths
      .map((width) =>
        frameOf(src).replace(/width.*height="\d+"/, `width="${width}" height="${height}"`),
      )
      .map((html) => `<div>${html.replace(' loading="lazy"', '')}</div>`);
    /** of what is shown, with scripts and without, px */
    const needed = frames.map(() => 0);
    for (const javaScriptEnabled of [true, false]) {
      const { page } = await post(frames.join(''), {
        javaScriptEnabled,
        viewport: { width: 1300, height: 900 },
        head: '<style>iframe{border:0;max-width:none}</style>',
      });
      for (const [i, frame] of (await page.locator('iframe').all()).entries()) {
        const inner = frame.contentFrame();
        if (javaScriptEnabled) await inner.locator('figure[part=figure]').waitFor();
        needed[i] = Math.max(needed[i]!, (await inner.locator('body').boundingBox())!.height);
      }
      await page.close();
    }
    expect(needed.filter((px) => px > Number(height))).toEqual([]);
    const neededOf = ({ width }: { width: number }) => needed[drawnWidths.indexOf(width)]!;
    expect(told.filter((answer) => answer.height < neededOf(answer))).toEqual([]);
    // What oEmbed answers is for its width: not much is left over.
    expect(told.filter((answer) => answer.height > neededOf(answer) * 1.2 + 40)).toEqual([]);
  });
});

describe('the resizer', () => {
  test('gives a frame the height that it reports, at any width, and others none', async () => {
    const code = await codeOf('iframe');
    const other = '<iframe title="other" height="77" srcdoc="<p>other</p>"></iframe>';
    const { page } = await post(`<div id="column">${code}</div>${other}`, {
      head: '<style>iframe{border:3px solid;box-sizing:border-box}</style>',
    });
    await drawn(page);
    const shown = page.locator('iframe').first();
    await expect.poll(() => shown.getAttribute('style')).toMatch(/height: \d/); // the first report
    const rest = () =>
      shown
        .evaluate(async (frame: HTMLIFrameElement) => frame.clientHeight)
        .then(async (height) => {
          const body = (await shown.contentFrame().locator('body').boundingBox())!;
          return height - Math.ceil(body.height);
        });
    for (const width of [1200, 340, 720]) {
      await page.locator('#column').evaluate((column, px) => {
        column.style.width = `${px}px`;
      }, width);
      await expect.poll(rest).toBe(0);
    }
    expect(await page.locator('iframe').last().getAttribute('style')).toBeNull();
    await page.close();
  });

  test.each([
    [390, ''],
    [1280, ''],
    [390, '&view=chart'],
    [1280, '&view=chart'],
  ])('moves nothing that is in sight, %i px wide%s', async (width, query) => {
    const code = await codeOf('iframe', REFERENCE, query);
    const { page } = await post(
      `<p>Before.</p>${code}<p id="after">${'After it more text. '.repeat(99)}</p>
<script>
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
</script>`,
      { viewport: { width, height: 850 } },
    );
    const slow = await page.context().newCDPSession(page);
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.reload();
    await drawn(page);
    const last = page.locator('#after');
    const place = async () => (await last.boundingBox())!.y;
    let before = NaN;
    await expect
      .poll(async () => {
        const isStill = before === (before = await place());
        return isStill;
      })
      .toBe(true);
    expect(await page.evaluate<number>('shift')).toBeLessThanOrEqual(0.01);
    await page.close();
  });

  test('asks frames that were there before it', async () => {
    const { page } = await post(frameOf(`${origin}/embed/${REFERENCE}`));
    await drawn(page);
    await page.addScriptTag({ url: `${origin}/widgets/resize.js`, type: 'module' });
    await expect.poll(() => page.locator('iframe').getAttribute('style')).toContain('height');
    await page.close();
  });

  test('believes nobody but its own site', async () => {
    const evil = `<script>parent.postMessage({ type: 'matchpoint-height', height: 9999 }, '*')</script>`;
    const { page } = await post(
      `<script type="module" src="${origin}/widgets/resize.js"></script>` +
        `<iframe title="evil" height="77" srcdoc="${evil.replaceAll('"', '&quot;')}"></iframe>` +
        frameOf(`${origin}/embed/${REFERENCE}`),
    );
    await expect
      .poll(() => page.locator('iframe').last().getAttribute('style'))
      .toContain('height');
    expect(await page.locator('iframe').first().getAttribute('style')).toBeNull();
    await page.close();
  });
});

test('the picture inside of an element is not downloaded before it is near', async () => {
  const code = await codeOf('element');
  const far = await post(`<div style="height:9000px"></div>${code}`);
  await far.page.waitForLoadState('networkidle');
  expect(far.pictures).toEqual([]);
  await far.page.close();
  const scriptless = code.replace(/<script[^]*?<\/script>/, '');
  const near = await post(scriptless);
  await expect.poll(() => near.pictures.length).toBe(1); // where no script runs it is what is seen
  await near.page.close();
});

test.each([
  ['a theme that sets no height', 'img{max-width:100%}'],
  ['no style at all', ''],
])('pictures keep their shape in a narrow column: %s', async (_, style) => {
  const code = await codeOf('image');
  const { page } = await post(`<div style="width:340px">${code}</div>`, {
    head: `<style>${style}</style>`,
  });
  const { width, height } = (await page.locator('img').boundingBox())!;
  expect(width).toBeLessThanOrEqual(340);
  expect(width / height).toBeCloseTo(1200 / 630, 1);
  await page.close();
});

test.each(['element', 'inline', 'iframe', 'image', 'link'])('the code is XML: %s', async (kind) => {
  const code = await codeOf(kind);
  const { page } = await opened(blog.origin);
  const broken = await page.evaluate((text) => {
    const whole = `<div xmlns="http://www.w3.org/1999/xhtml">${text}</div>`;
    const xml = new DOMParser().parseFromString(whole, 'application/xhtml+xml');
    return xml.querySelector('parsererror')?.textContent ?? null;
  }, code);
  expect(broken).toBeNull();
  await page.close();
});
