import { expect, test } from 'vitest';
import { chartHeight } from '../../../src/view/embed/height.ts';
import { drawnCard, drawnChart, overlaps } from '../fixtures/drawn-shapes.ts';
import { PRESETS, TANGLED, generated, shipped } from '../fixtures/shipped-comparisons.ts';

const corpus = new Map([
  ...[...PRESETS, ...TANGLED].map((id) => [id, shipped(id)] as const),
  ...generated(200, 7),
]);

/** Texts on lines, marks, axes, targets or texts; a line to a label may cross a curve where all is full. */
const textsOn = (drawing: Parameters<typeof overlaps>[0]) =>
  overlaps(drawing).filter((pair) => !/^(leader|curve) on/.test(pair));

test.each([320, 344, 360, 600, 672, 800, 1280])(
  'no text lies on anything at %i px',
  (width) => {
    const found = [...corpus].flatMap(([id, c]) => {
      const drawing = drawnChart(c, width, chartHeight(width));
      return drawing ? textsOn(drawing).map((pair) => `${id}: ${pair}`) : [];
    });
    expect(found).toEqual([]);
  },
  120_000,
);

test('no text of a card’s chart lies on anything', () => {
  const found = [...corpus].flatMap(([id, c]) => {
    const height = 486 - (c.values.length > 0 ? 34 * (1 + c.sides.length) : 0);
    return textsOn(drawnCard(c, 648, height)).map((pair) => `${id}: ${pair}`);
  });
  expect(found).toEqual([]);
}, 120_000);
