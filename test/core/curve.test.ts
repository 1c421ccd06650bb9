import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitCurve, leftKnot } from '../../src/core/curve.ts';
import { d3Value } from './d3-oracle.ts';
import { points } from './fixtures.ts';

/** Knots with interactivity ascending and throughput of any order, well apart from each other. */
const anyKnots = fc
  .array(
    fc.record({
      gap: fc.double({ min: 0.1, max: 300, noNaN: true }),
      y: fc.integer({ min: 1, max: 20_000 }),
    }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((steps) => {
    let interactivity = 0;
    return steps.map(({ gap, y }) => ({ interactivity: (interactivity += gap), throughput: y }));
  });
const fallingKnots = anyKnots.map((knots) => {
  const down = knots.map(({ throughput }) => throughput).toSorted((a, b) => b - a);
  return knots.map(({ interactivity }, i) => ({ interactivity, throughput: down[i]! }));
});
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('fitCurve', () => {
  test('agrees with d3.curveMonotoneX everywhere', () => {
    fc.assert(
      fc.property(anyKnots, share, (knots, at) => {
        fc.pre(knots.length >= 2);
        const [min, max] = [knots[0]!.interactivity, knots.at(-1)!.interactivity];
        const x = Math.min(max, min + at * (max - min));
        const largest = Math.max(...knots.map(({ throughput }) => throughput));
        // float noise only: 1e-9 of the largest value in play
        expect(Math.abs(fitCurve(knots).at(x)! - d3Value(knots, x))).toBeLessThan(largest * 1e-9);
      }),
      { numRuns: 1000 },
    );
  });

  test('stays between the neighbouring knots and never rises', () => {
    fc.assert(
      fc.property(fallingKnots, share, share, (knots, a, b) => {
        const curve = fitCurve(knots);
        const width = curve.max - curve.min;
        const [x1, x2] = [a, b]
          .toSorted((p, q) => p - q)
          .map((s) => Math.min(curve.max, curve.min + s * width)) as [number, number];
        const [y1, y2] = [curve.at(x1)!, curve.at(x2)!];
        const i = leftKnot(knots, x1);
        const noise = knots[0]!.throughput * 1e-12;
        expect(y1).toBeLessThanOrEqual(knots[i]!.throughput + noise);
        expect(y1).toBeGreaterThanOrEqual(
          knots[Math.min(i + 1, knots.length - 1)]!.throughput - noise,
        );
        expect(y2).toBeLessThanOrEqual(y1 + noise);
      }),
      { numRuns: 1000 },
    );
  });

  test('passes through every knot exactly', () => {
    fc.assert(
      fc.property(anyKnots, (knots) => {
        const curve = fitCurve(knots);
        for (const { interactivity, throughput } of knots) {
          expect(curve.at(interactivity)).toBe(throughput);
        }
      }),
    );
  });

  test('two knots: the straight line', () =>
    expect(fitCurve(points('10:100 30:50')).at(15)).toBe(87.5));

  test('one knot: defined only there', () => {
    const curve = fitCurve(points('10:100'));
    expect([curve.at(9.9), curve.at(10), curve.at(10.1)]).toEqual([null, 100, null]);
  });

  test.each([9.999, 30.001, NaN, Infinity])('no value at %s, outside 10 to 30', (x) => {
    expect(fitCurve(points('10:100 20:70 30:50')).at(x)).toBeNull();
  });

  test.each(['10:100 10:50', '20:100 10:50'])('%s does not ascend and is refused', (bad) => {
    expect(() => fitCurve(points(bad))).toThrow(RangeError);
  });

  test('no knots are refused', () => expect(() => fitCurve([])).toThrow(RangeError));
});
