import fc from 'fast-check';
import { expect, test } from 'vitest';
import { round9, roundEstimate } from '../../../src/core/round.ts';
import { significantRounder } from '../../../src/view/text/significant-rounder.ts';

const CASES = [
  { digits: 9, printed: round9 },
  { digits: 6, printed: roundEstimate },
];

/** Numbers that lie on a tie between two roundings, or beside it by a few steps of a double. */
const nearTies = (digits: number) =>
  fc
    .tuple(
      fc.integer({ min: 10 ** (digits - 1), max: 10 ** digits - 1 }),
      fc.integer({ min: -25, max: 12 }),
      fc.integer({ min: -3, max: 3 }),
    )
    .map(([whole, exponent, steps]) => Number(`${whole}.5e${exponent}`) * (1 + steps * 2 ** -52));

test.each(CASES)('rounds to $digits digits as printing does, bit by bit', ({ digits, printed }) => {
  const round = significantRounder(digits, printed);
  const numbers = fc.oneof(
    fc.double(),
    fc.double({ min: 1e-14, max: 1e10, noNaN: true }),
    fc.double({ min: 0.01, max: 1e5, noNaN: true }),
    fc.integer(),
    fc.integer({ min: -30, max: 30 }).map((power) => 10 ** power),
    fc.integer({ min: -30, max: 30 }).map((power) => 10 ** power * (1 - 2 ** -53)),
    nearTies(digits),
  );
  fc.assert(
    fc.property(numbers, (value) => {
      expect(round(value)).toBe(printed(value)); // tells -0 from 0, and NaN from all but itself
    }),
    { numRuns: 20_000, seed: 5 },
  );
});

test('most numbers are not printed', () => {
  let printed = 0;
  const round = significantRounder(9, (value) => {
    printed++;
    return round9(value);
  });
  for (let i = 1; i <= 1000; i++) round(1234.5678 / i ** 1.1);
  expect(printed).toBe(0);
  expect(round(1e9)).toBe(1e9);
  expect(printed).toBe(1);
});
