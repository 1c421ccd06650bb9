import { describe, expect, test } from 'vitest';
import { embedHeight } from '../../../src/view/embed/embed-height.ts';
import type { Comparison } from '../../../src/core/comparison-types.ts';
import { en } from '../../../src/view/words/en/index.ts';
import { MEASURED, REFERENCE, comparison, side } from '../fixtures/comparison.ts';

const VIEWS = { view: null, metrics: null, isEditable: false };

describe('about the height of an embed', () => {
  // Measured in Chromium with the system's sans serif, px; table and chart.
  const measured = [
    { of: 'two sides', c: REFERENCE, width: 340, height: 1639 },
    { of: 'two sides', c: REFERENCE, width: 560, height: 1410 },
    { of: 'two sides', c: REFERENCE, width: 640, height: 1117 },
    { of: 'two sides', c: REFERENCE, width: 900, height: 1145 },
    { of: 'two sides', c: REFERENCE, width: 1200, height: 696 },
    { of: 'four sides', c: MEASURED, width: 340, height: 2715 },
    { of: 'four sides', c: MEASURED, width: 760, height: 1585 },
    { of: 'four sides', c: MEASURED, width: 1200, height: 1117 },
  ];
  test.each(measured)('of $of, $width px wide', ({ c, width, height }) => {
    const about = embedHeight(c, VIEWS, width, en);
    expect(about).toBeGreaterThan(height - 16);
    expect(about).toBeLessThan(height * 1.1);
  });

  test('counts the rows that are drawn', () => {
    const of = (metrics: string | null) => embedHeight(REFERENCE, { ...VIEWS, metrics }, 700, en);
    expect(of('throughput')).toBeLessThan(of('throughput,cost'));
    expect(of('throughput,ttft')).toBe(of('throughput')); // it has no TTFT
  });

  test('has room for what a reader can change', () => {
    const of = (isEditable: boolean) => embedHeight(REFERENCE, { ...VIEWS, isEditable }, 700, en);
    expect(of(true) - of(false)).toBe(94);
    // a price for each hardware: six fields of 130 px make two lines where five make one
    const kinds = ['g1', 'g2', 'g3'];
    const sides = kinds.map((hardware) => side(hardware, '20:1000 60:500', { hardware }));
    const three = comparison(sides, { targets: [40] });
    const added = (c: Comparison) =>
      embedHeight(c, { ...VIEWS, isEditable: true }, 700, en) - embedHeight(c, VIEWS, 700, en);
    expect(added(three) - added(REFERENCE)).toBe(51);
  });

  test('of a card alone is that of its picture and text', () => {
    const of = (width: number) => embedHeight(REFERENCE, { ...VIEWS, view: 'card' }, width, en);
    expect(of(1200) - of(800)).toBe(210);
  });
});
