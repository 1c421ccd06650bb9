import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitCurve } from '../../src/core/curve.ts';
import { likelyRange, likelyRatio } from '../../src/core/likely.ts';
import type { Point } from '../../src/core/frontier.ts';
import { points } from './fixtures.ts';

const NOISE = 1.02;

/** The definition, written out: κ = 9, p from the right knot, logarithms of throughput and noise. */
function defined(
  y1: number,
  y2: number,
  p: number,
  value: number,
  [noise1, noise2] = [NOISE, NOISE],
): [number, number] {
  const span = Math.log(y1 / y2);
  const plus = (9 * p) / (9 * p + 1 - p);
  const minus = p / (p + 9 * (1 - p));
  const low = Math.exp(Math.log(y2) + span * minus);
  const high = Math.exp(Math.log(y2) + span * plus);
  const noise = Math.exp(Math.log(noise1) * p + Math.log(noise2) * (1 - p));
  return [Math.min(low, value) / noise, Math.max(high, value) * noise];
}

const knots = points('50:1000 100:200');

describe('likelyRange', () => {
  test('half way between 1000 and 200: p± are 0.9 and 0.1 (by hand)', () => {
    const [low, high] = likelyRange(knots, 75, 500);
    expect(low).toBeCloseTo((200 * 5 ** 0.1) / NOISE, 9);
    expect(high).toBeCloseTo(200 * 5 ** 0.9 * NOISE, 9);
  });

  test('at a knot the noise between runs is all there is (the published 4729)', () => {
    for (const text of ['93:4729', '93:4729 124:3193.8', '50:8000 93:4729']) {
      const [low, high] = likelyRange(points(text), 93, 4729);
      expect(low).toBeCloseTo(4636.27, 2);
      expect(high).toBeCloseTo(4823.58, 2);
    }
  });

  test('it is continuous: beside a knot it is as at the knot', () => {
    const beside = likelyRange(knots, 50 + 1e-9, 1000);
    expect(beside[0]).toBeCloseTo(1000 / NOISE, 4);
    expect(beside[1]).toBeCloseTo(1000 * NOISE, 4);
    const before = likelyRange(knots, 100 - 1e-9, 200);
    expect(before[0]).toBeCloseTo(200 / NOISE, 4);
    expect(before[1]).toBeCloseTo(200 * NOISE, 4);
  });

  test('it is as defined, holds the value and, noise aside, stays between the knots', () => {
    const part = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    const size = fc.double({ min: 1, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(size, part, part, part, (y1, fall, at, within) => {
        const y2 = y1 * fall;
        const [a, b] = [
          { interactivity: 20, throughput: y1 },
          { interactivity: 90, throughput: y2 },
        ];
        const x = 20 + 70 * at;
        const value = y2 + (y1 - y2) * within;
        const [low, high] = likelyRange([a, b], x, value);
        const [l, h] = defined(y1, y2, (90 - x) / 70, value);
        expect(low / l).toBeCloseTo(1, 9);
        expect(high / h).toBeCloseTo(1, 9);
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
        expect(low).toBeGreaterThanOrEqual((y2 / NOISE) * (1 - 1e-12));
        expect(high).toBeLessThanOrEqual(y1 * NOISE * (1 + 1e-12));
      }),
    );
  });

  test('along a curve it narrows towards its knots', () => {
    const three = points('20:2000 60:900 140:150');
    const curve = fitCurve(three);
    const width = (x: number) => {
      const [low, high] = likelyRange(three, x, curve.at(x)!);
      return high / low;
    };
    expect(width(61)).toBeLessThan(width(80));
    expect(width(139)).toBeLessThan(width(100));
    expect(width(59)).toBeLessThan(width(40));
  });
});

describe('a knot that is the median of repeats', () => {
  const [slow, fast] = points('50:1000 100:200') as [Point, Point];

  test('is as uncertain as its repeats are apart, where that is more than the noise of any runs', () => {
    expect(likelyRange([{ ...slow, spread: 1.1 }], 50, 1000)[1]).toBeCloseTo(1100, 9);
    expect(likelyRange([{ ...slow, spread: 1.1 }], 50, 1000)[0]).toBeCloseTo(1000 / 1.1, 9);
    expect(likelyRange([{ ...slow, spread: 1.01 }], 50, 1000)[1]).toBeCloseTo(1020, 9);
  });

  test('has no part in the range at the other knot', () => {
    const [low, high] = likelyRange([{ ...slow, spread: 1.3 }, fast], 100, 200);
    expect([low, high]).toEqual([200 / NOISE, 200 * NOISE]);
    expect(likelyRange([slow, { ...fast, spread: 1.3 }], 50, 1000)[1]).toBeCloseTo(1020, 9);
  });

  test('between two it goes from one to the other, as defined', () => {
    const factor = fc.double({ min: 1, max: 2, noNaN: true });
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(factor, factor, part, (a, b, at) => {
        const x = 50 + 50 * at;
        const [low, high] = likelyRange(
          [
            { ...slow, spread: a },
            { ...fast, spread: b },
          ],
          x,
          500,
        );
        const noises: [number, number] = [Math.max(a, NOISE), Math.max(b, NOISE)];
        const [l, h] = defined(1000, 200, (100 - x) / 50, 500, noises);
        expect(low / l).toBeCloseTo(1, 9);
        expect(high / h).toBeCloseTo(1, 9);
      }),
    );
  });
});

test('likelyRatio of exact values is exact, and the other way round its inverse', () => {
  expect(likelyRatio({ value: 6, likely: [6, 6] }, { value: 2, likely: [2, 2] })).toEqual([3, 3]);
  const [a, b] = [
    { value: 6, likely: [5, 9] },
    { value: 2, likely: [1, 3] },
  ] as const;
  const [low, high] = likelyRatio(a, b);
  const [inverseLow, inverseHigh] = likelyRatio(b, a);
  expect(low * inverseHigh).toBeCloseTo(1, 12);
  expect(high * inverseLow).toBeCloseTo(1, 12);
});
