import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitCurve } from '../../src/core/curve.ts';
import { curveQuality, widestGap } from '../../src/core/quality.ts';
import { d3Value } from './d3-oracle.ts';
import { points } from './fixtures.ts';

test('under 4 knots there is no error to state', () => {
  expect(curveQuality(points('10:100 20:90 30:50'))).toEqual({ knots: 3, leaveOneOutError: null });
});

test('points of a straight line predict each other', () => {
  expect(curveQuality(points('10:100 20:90 30:80 40:70 50:60')).leaveOneOutError).toBeCloseTo(
    0,
    12,
  );
});

test('the median of the relative errors', () => {
  const knots = points('10:100 20:90 40:50 50:10');
  // left out: 20 predicted from 10, 40, 50 and 40 from 10, 20, 50, by d3's path sampled at its knots
  const predicted = [
    d3Value(points('10:100 40:50 50:10'), 20),
    d3Value(points('10:100 20:90 50:10'), 40),
  ];
  const errors = [Math.abs(predicted[0]! - 90) / 90, Math.abs(predicted[1]! - 50) / 50];
  expect(curveQuality(knots).leaveOneOutError).toBeCloseTo((errors[0]! + errors[1]!) / 2, 9);
});

test('agrees with the definition: each inner knot from the curve through all others', () => {
  const steps = fc.array(
    fc.record({ gap: fc.integer({ min: 1, max: 50 }), y: fc.integer({ min: 1, max: 9999 }) }),
    { minLength: 4, maxLength: 15 },
  );
  fc.assert(
    fc.property(steps, (list) => {
      let interactivity = 0;
      const knots = list.map(({ gap, y }) => ({
        interactivity: (interactivity += gap),
        throughput: y,
      }));
      const errors = knots.slice(1, -1).map((knot) => {
        const others = fitCurve(knots.filter((other) => other !== knot));
        return Math.abs(others.at(knot.interactivity)! - knot.throughput) / knot.throughput;
      });
      const sorted = errors.toSorted((a, b) => a - b);
      const [low, high] = [sorted[(sorted.length - 1) >> 1]!, sorted[sorted.length >> 1]!];
      expect(curveQuality(knots).leaveOneOutError).toBeCloseTo((low + high) / 2, 9);
    }),
  );
});

test('the widest gap is by ratio, not by difference', () => {
  expect(widestGap(points('10:9 20:8 60:7 100:6'))).toEqual({ left: 20, right: 60, factor: 3 });
  expect(widestGap(points('10:9'))).toBeNull();
});
