import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { headlineMetrics } from '../../src/core/metrics.ts';
import { chartHeight } from '../../src/view/embed/height.ts';
import { marksOf } from '../../src/view/figure/plot-marks.ts';
import { PLOT_STYLE } from '../../src/view/figure/plot-style.ts';
import { plotGround, plotSvg } from '../../src/view/figure/plot-svg.ts';
import { plotOf } from '../../src/view/figure/plot.ts';
import { metricSeries } from '../../src/view/figure/series.ts';
import { SIDE_STYLE } from '../../src/view/figure/side-style.ts';
import { toHtml } from '../../src/view/markup/html.ts';
import { en } from '../../src/view/words/en/index.ts';
import { TANGLED, shipped } from '../view/fixtures/shipped-comparisons.ts';
import { launchChromium } from './chromium.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const cases = TANGLED.flatMap((id) => [360, 800, 1280].map((width) => ({ id, width })));

test.each(cases)('$id at $width px: texts lie on no text and no mark', async ({ id, width }) => {
  const c = shipped(id);
  const [metric] = headlineMetrics(c.sides);
  const size = { width, height: chartHeight(width) };
  const plot = plotOf(metricSeries(c, metric), { yScale: null, band: c.band, ...size })!;
  const svg = plotSvg(plot, marksOf(plot, c, metric), 'chart', plotGround(plot, metric, en.figure));
  const page = await browser.newPage({ viewport: { width: width + 16, height: 900 } });
  await page.setContent(
    `<style>body{margin:8px;font-family:system-ui,sans-serif}svg{width:${width}px}${PLOT_STYLE}${SIDE_STYLE}</style>${toHtml(svg)}`,
  );
  const covered = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll('svg text, svg .marker')].map((it) => ({
      name: it.textContent,
      isText: it.tagName === 'text',
      at: it.getBoundingClientRect(),
    }));
    return boxes.flatMap((one, i) =>
      boxes
        .slice(i + 1)
        .filter(({ isText, at }) => {
          const [across, down] = [
            Math.min(one.at.right, at.right) - Math.max(one.at.left, at.left),
            Math.min(one.at.bottom, at.bottom) - Math.max(one.at.top, at.top),
          ];
          // A line of text is higher than its letters.
          return (one.isText || isText) && across > 0 && down > 3;
        })
        .map((other) => `${one.name} on ${other.name}`),
    );
  });
  expect(covered).toEqual([]);
  await page.close();
});
