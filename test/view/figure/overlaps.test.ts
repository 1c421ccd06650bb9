import { expect, test } from 'vitest';
import type { Comparison } from '../../../src/core/comparison-types.ts';
import { headlineMetrics } from '../../../src/core/metrics.ts';
import { cardXRange } from '../../../src/view/card/chart.ts';
import { chartHeight } from '../../../src/view/embed/height.ts';
import { metricSeries, clippedSeries } from '../../../src/view/figure/series.ts';
import { CHART_SIZE } from '../../../src/view/text/chart-svg.ts';
import { REFERENCE, comparison, side } from '../fixtures/comparison.ts';
import { drawnCard, drawnChart, overlaps } from '../fixtures/drawn-shapes.ts';
import type { Drawing } from '../fixtures/drawn-shapes.ts';
import { HARD_CARDS } from '../fixtures/hard-cards.ts';
import { PRESETS, TANGLED, generated, shipped } from '../fixtures/shipped-comparisons.ts';

const corpus = new Map([
  ...Object.entries(HARD_CARDS),
  ...[...PRESETS, ...TANGLED].map((id) => [id, shipped(id)] as const),
  ...generated(200, 7),
]);

/**
 * What lies on what; a line to a label may cross curves and targets where all is full, never a
 * text.
 */
function faultsOf(drawing: Drawing, c: Comparison, series: readonly { label: string }[]): string[] {
  const { shapes } = drawing;
  const texts = shapes.filter(({ kind }) => kind === 'text').map(({ name }) => name);
  const isText = new Set(texts);
  const covered = overlaps(drawing).filter((pair) => {
    const leader = /^leader on (.*)/.exec(pair);
    return !leader || isText.has(leader[1]!);
  });
  // Long labels are cut into lines, of which none may be missing.
  const said = texts.join('').replaceAll(/\s/g, '');
  const missing = series
    .filter(({ label }) => !said.includes(label.replaceAll(/\s/g, '')))
    .map(({ label }) => `${label} is missing`);
  return [...covered, ...missing].map((fault) => `${c.title}: ${fault}`);
}

const seriesOf = (c: Comparison) => metricSeries(c, headlineMetrics(c.sides)[0]);

test.each([
  ...[320, 344, 360, 600, 672, 800, 1280].map((width) => [width, chartHeight(width)] as const),
  [CHART_SIZE.width, CHART_SIZE.height] as const,
])(
  'every label is in a chart of %i × %i px, and no text lies on anything',
  (width, height) => {
    const found = [...corpus.values()].flatMap((c) => {
      const drawing = drawnChart(c, width, height);
      return drawing ? faultsOf(drawing, c, seriesOf(c)) : [];
    });
    expect(found).toEqual([]);
  },
  120_000,
);

test('so is every label of a curve in a card’s chart', () => {
  const found = [...corpus.values()].flatMap((c) => {
    const height = 486 - (c.values.length > 0 ? 34 * (1 + c.sides.length) : 0);
    const shown = seriesOf(c).filter((one) => clippedSeries(one, cardXRange(c)));
    return faultsOf(drawnCard(c, 648, height), c, shown);
  });
  expect(found).toEqual([]);
});

test('a card shows the shared band and half its width on each side, as far as curves run', () => {
  const long = [side('a', '10:900 20:800 300:9'), side('b', '100:700 140:600 400:5')];
  expect(cardXRange(comparison(long, { targets: [120] }))).toEqual({ min: 10, max: 400 });
  const short = [side('a', '10:900 100:800 140:9'), side('b', '100:700 140:600 400:5')];
  expect(cardXRange(comparison(short, { targets: [120] }))).toEqual({ min: 80, max: 160 });
  expect(cardXRange(comparison(short, { targets: [120, 200] }))).toEqual({ min: 80, max: 200 });
  expect(cardXRange(comparison(short, { targets: [120, 900] }))).toEqual({ min: 80, max: 160 });
  expect(cardXRange(REFERENCE)).toEqual({ min: 93, max: 154 });
});
