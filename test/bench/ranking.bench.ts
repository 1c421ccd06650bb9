import { buildRankScript } from '../../data/widgets/script.ts';
import { TIMEOUT_MS, launchChromium } from '../browser/chromium.ts';
import { startSite } from '../browser/sites.ts';
import { manyRankCurves } from '../many-rank-curves.ts';
import type { Page } from 'playwright-core';
import type { Bench } from './run.ts';

const PATH = '/rank/deepseek-r1/8k1k';
const CURVES = 300;
const KNOTS = 10;
const TIMES = 41;

/**
 * A ranking of 300 curves and 3,000 points in Chromium: a choice of metric and of a filter at a
 * processor four times slower, and a frame of a drag of the target at its own speed, each from the
 * reader's move to the end of layout. Then real input at the slower processor, up to the paint that
 * answers it.
 */
const ranking: Bench = async () => {
  const [browser, site, script] = await Promise.all([
    launchChromium(),
    startSite(),
    buildRankScript(),
  ]);
  const curves = JSON.stringify(await manyRankCurves(CURVES, KNOTS));
  try {
    site.answers['/rank.js'] = { type: 'text/javascript', body: script.text };
    site.answers[`${PATH}.chart.json`] = { type: 'application/json', body: curves };
    const answer = { title: '', answer: '', leading: null, notices: [], leaders: [] };
    site.answers[`${PATH}.json`] = { type: 'application/json', body: JSON.stringify(answer) };
    site.answers['/'] = {
      type: 'text/html',
      body: `<!doctype html><script type="module" src="/rank.js"></script>
        <matchpoint-rank loading="eager" src="${PATH}?show=all"></matchpoint-rank>`,
    };
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(TIMEOUT_MS);
    await page.goto(site.origin);
    // All rows, which come part by part: a frame that is asked for already would not be asked for again.
    await page
      .locator('matchpoint-rank tbody tr')
      .nth(CURVES - 1)
      .waitFor();
    const drags = await page.evaluate(timed, ['drag', TIMES] as const);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const metrics = await page.evaluate(timed, ['metric', TIMES] as const);
    const filters = await page.evaluate(timed, ['filter', TIMES] as const);
    const inputs = await inputDurations(page);
    return [
      { name: 'INP at 4x slowdown, ms', value: Math.max(...inputs), limit: 200, isMinimum: false },
      { name: 'drag of the target, median ms', ...quantile(drags, 0.5), limit: 8 },
      { name: 'drag of the target, slowest tenth ms', ...quantile(drags, 0.9), limit: 16 },
      {
        name: 'choice of a metric at 4x slowdown, median ms',
        ...quantile(metrics, 0.5),
        limit: 50,
      },
      {
        name: 'choice of a filter at 4x slowdown, median ms',
        ...quantile(filters, 0.5),
        limit: 50,
      },
    ];
  } finally {
    await Promise.all([browser.close(), site.close()]);
  }
};

/** In the page: makes a change so many times, and draws at once what it would in the next frame. */
async function timed([kind, times]: readonly ['drag' | 'metric' | 'filter', number]): Promise<
  number[]
> {
  // Rows and words of the change before: a frame that is asked for already is not asked for again.
  await new Promise((resolve) => setTimeout(resolve, 5000));
  const root = document.querySelector('matchpoint-rank')!.shadowRoot!;
  const own = globalThis.requestAnimationFrame;
  const nothing: FrameRequestCallback = () => {
    throw new Error('the change asked for no frame, so there is nothing to measure');
  };
  let drawNow = nothing;
  globalThis.requestAnimationFrame = (draw) => {
    drawNow = draw;
    return 0;
  };
  const change = (name: string, i: number) => {
    const control = root.querySelectorAll<HTMLInputElement>(`[name="${name}"]:not(:disabled)`)[0]!;
    if (name === 'by') control.value = ['throughput', 'energy', 'users', 'cost'][i % 4]!;
    else control.checked = !control.checked;
    control.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const results = Array.from({ length: times }, (_, i) => {
    drawNow = nothing;
    const start = performance.now();
    if (kind === 'drag') {
      const key = i % 20 < 10 ? 'ArrowRight' : 'ArrowLeft';
      root
        .querySelector('.handle')!
        .dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    } else change(kind === 'metric' ? 'by' : 'precision', i);
    drawNow(start);
    root.querySelector('table')!.getBoundingClientRect();
    return performance.now() - start;
  });
  globalThis.requestAnimationFrame = own;
  return results;
}

/** How long (ms, to 8) each of some keys and clicks of a reader takes until what they change is painted. */
async function inputDurations(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const durations = new Map<number, number>();
    Object.assign(globalThis, { durations });
    new PerformanceObserver((list) => {
      for (const { interactionId, duration } of list.getEntries() as PerformanceEventTiming[]) {
        if (interactionId) {
          durations.set(interactionId, Math.max(durations.get(interactionId) ?? 0, duration));
        }
      }
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  const box = page.locator('matchpoint-rank [name=precision]:not(:disabled)').first();
  await page.locator('matchpoint-rank .filters').evaluate((details) => {
    details.setAttribute('open', '');
  });
  for (let i = 0; i < 6; i++) {
    await page.locator('matchpoint-rank .handle').press(i % 2 ? 'ArrowLeft' : 'ArrowRight');
    await box.click();
    await page.locator('matchpoint-rank [name=rows]').nth(i).click();
    await page.locator('matchpoint-rank [name=by]').press(i < 3 ? 'ArrowDown' : 'ArrowUp');
    await page.waitForTimeout(1000); // parts of the table that are still to come
  }
  const all = await page.evaluate(() => [
    ...(globalThis as unknown as { durations: Map<number, number> }).durations.values(),
  ]);
  if (all.length < 20) throw new Error(`only ${all.length} interactions were timed`);
  return all;
}

function quantile(times: readonly number[], share: number) {
  const sorted = times.toSorted((a, b) => a - b);
  return { value: sorted[Math.floor((sorted.length - 1) * share)]!, isMinimum: false };
}

export default ranking;
