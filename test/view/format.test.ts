import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changeRangeText,
  changeText,
  decimalsFor,
  numberText,
  percentText,
  rangeText,
  ratioRangeText,
  ratioText,
  targetText,
  throughputText,
  tickText,
  hourlyPriceText,
  usdText,
} from '../../src/view/format.ts';

test('numbers read as Intl.NumberFormat writes them', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1e9, noNaN: true }),
      fc.integer({ min: 0, max: 4 }),
      (value, decimals) => {
        const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
        const intl = new Intl.NumberFormat('en-US', digits).format(value);
        // toFixed rounds the binary value, Intl the shortest decimal: they differ on a written tie.
        const isTie =
          String(value).endsWith('5') &&
          String(value).length - String(value).indexOf('.') === decimals + 2;
        return isTie || numberText(value, decimals) === intl;
      },
    ),
  );
});

const cases: [(value: number) => string, number, string][] = [
  [throughputText, 4729, '4,729'],
  [throughputText, 614.2, '614.2'],
  [throughputText, 3193.8, '3,194'],
  [throughputText, 8.25, '8.25'],
  [usdText, 0.13745, '$0.137'],
  [usdText, 0.02641, '$0.0264'],
  [usdText, 0.002641, '$0.0026'],
  [usdText, 1.05829, '$1.06'],
  [usdText, 2.34, '$2.34'],
  [hourlyPriceText, 0.95, '$0.95'],
  [hourlyPriceText, 2.652, '$2.65'],
  [hourlyPriceText, 1000, '$1,000.00'],
  [ratioText, 2.986, '3.0×'],
  [ratioText, 3.305, '3.3×'],
  [ratioText, 12.4, '12×'],
  [ratioText, 1.04, '1.04×'],
  [ratioText, 0.8, '0.8×'],
  [ratioText, 9.96, '10×'],
  [percentText, 1 - 1 / 2.98623, '66.5\u202f%'],
  [percentText, 0.99951, '99.951\u202f%'],
  [percentText, 0.992, '99.20\u202f%'],
  [targetText, 93, '93'],
  [targetText, 62.5, '62.5'],
  [tickText, 2500, '2,500'],
  [tickText, 1_500_000, '1.5M'],
  [tickText, 0, '0'],
  [tickText, 0.05, '0.05'],
];
test.each(cases.map(([text, value, expected]) => ({ name: text.name, text, value, expected })))(
  '$name of $value is $expected',
  ({ text, value, expected }) => expect(text(value)).toBe(expected),
);

test('a saving is never printed as all of it', () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 1000, noNaN: true }), (ratio) => {
      return Number.parseFloat(percentText(1 - 1 / ratio)) < 100;
    }),
  );
});

describe('ranges are printed inside themselves', () => {
  const ranges = [
    { min: 62.3, max: 140.7, text: '63–140' },
    { min: 93, max: 154, text: '93–154' },
    { min: 62.31, max: 62.78, text: '62.4–62.7' },
    { min: 62.34, max: 62.34, text: '62.3' },
    { min: 50, max: 50, text: '50' },
  ];
  test.each(ranges)('$min to $max is $text', ({ text, ...range }) => {
    expect(rangeText(range)).toBe(text);
  });
});

test('what the points allow', () => expect(ratioRangeText([0.8, 6])).toBe('0.8 to 6.0×'));

test.each([
  { values: [4729, 614.2], digits: 4, decimals: 1 },
  { values: [0.0387, 0.6], digits: 3, decimals: 4 },
  { values: [null, 2000], digits: 4, decimals: 0 },
  { values: [null], digits: 4, decimals: 0 },
])('$digits digits of $values are $decimals decimals', ({ values, digits, decimals }) => {
  expect(decimalsFor(values, digits)).toBe(decimals);
});

describe('changes', () => {
  const words = {
    more: (percent: string) => `${percent} more`,
    less: (percent: string) => `${percent} less`,
    between: (low: string, high: string) => `${low} / ${high}`,
  };
  test.each([
    [0.1204, '12.0\u202f% more'],
    [-0.031, '3.1\u202f% less'],
    [0.9996, '100\u202f% more'],
    [2.5, '250\u202f% more'],
    [0, '0.0\u202f% more'],
  ])('%s', (share, text) => {
    expect(changeText(share, words)).toBe(text);
  });
  test.each([
    [0.07, 0.131, '7.0 to 13.1\u202f% more'],
    [-0.116, -0.065, '6.5 to 11.6\u202f% less'],
    [-0.1, 0.2, '10.0\u202f% less / 20.0\u202f% more'],
    [0.1201, 0.1203, '12.0\u202f% more'],
  ])('%s to %s', (least, most, text) => {
    expect(changeRangeText([least, most], words)).toBe(text);
  });
});
