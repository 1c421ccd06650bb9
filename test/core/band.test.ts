import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commonBand, defaultTargets, middleTarget } from '../../src/core/band.ts';

describe('commonBand', () => {
  test('the intersection', () => {
    expect(
      commonBand([
        { min: 10, max: 90 },
        { min: 30, max: 120 },
      ]),
    ).toEqual({ min: 30, max: 90 });
  });
  test('touching ranges share a point', () => {
    expect(
      commonBand([
        { min: 10, max: 30 },
        { min: 30, max: 40 },
      ]),
    ).toEqual({ min: 30, max: 30 });
  });
  test('apart: none', () => {
    expect(
      commonBand([
        { min: 10, max: 29 },
        { min: 30, max: 40 },
      ]),
    ).toBeNull();
  });
  test('no ranges: none', () => expect(commonBand([])).toBeNull());
});

describe('defaultTargets', () => {
  // bands and targets as printed on published comparison pages
  const printed = [
    { band: [63, 184], targets: [93, 124, 154] },
    { band: [22, 182], targets: [62, 102, 142] },
    { band: [13, 137], targets: [44, 75, 106] },
    { band: [31, 208], targets: [75, 120, 164] },
    { band: [2, 2], targets: [2] },
  ];
  test.each(printed)('$band: $targets', ({ band, targets }) => {
    expect(defaultTargets({ min: band[0]!, max: band[1]! })).toEqual(targets);
  });

  const narrow = [
    { min: 30.2, max: 30.4, targets: [30.3] },
    { min: 30.21, max: 30.24, targets: [30.21] },
    { min: 30.21, max: 30.21, targets: [30.21] },
    { min: 29.9, max: 30.3, targets: [30] },
  ];
  test.each(narrow)('$min to $max: $targets', ({ min, max, targets }) => {
    expect(defaultTargets({ min, max })).toEqual(targets);
  });

  test('always inside, ascending, one to three', () => {
    const number = fc.double({ min: 0.1, max: 1000, noNaN: true });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const band = { min: Math.min(a, b), max: Math.max(a, b) };
        const targets = defaultTargets(band);
        expect(targets.length).toBeGreaterThanOrEqual(1);
        expect(targets.length).toBeLessThanOrEqual(3);
        for (const [i, target] of targets.entries()) {
          expect(target).toBeGreaterThanOrEqual(i === 0 ? band.min : targets[i - 1]! + 1);
          expect(target).toBeLessThanOrEqual(band.max);
        }
      }),
    );
  });
});

test('the middle target is the lower of two middles', () => {
  expect([[1, 2, 3], [1, 2], [1], [], [1, 2, 2]].map(middleTarget)).toEqual([2, 1, 1, null, 1]);
});
