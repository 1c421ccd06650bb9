import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearestPoint, targetAt, zoomOf } from '../../widgets/rank-pointer.ts';
import { LINEAR, X, Y, plotWith } from './plots.ts';

const AXES = [LINEAR, { isLogX: true, isLogY: false }, { isLogX: false, isLogY: true }];

describe('the point that is meant', () => {
  const plot = plotWith(
    LINEAR,
    [
      [100, 100],
      [200, 60],
    ],
    [
      [130, 100],
      [50, 220],
    ],
  );

  test.each([
    ['on a point', 200, 60, { key: 'a', index: 1 }],
    ['nearer to the left one', 114, 100, { key: 'a', index: 0 }],
    ['nearer to the right one', 116, 100, { key: 'b', index: 0 }],
    ['above a point', 200, 21, { key: 'a', index: 1 }],
    ['below a point', 200, 99, { key: 'a', index: 1 }],
    ['at the corner of the chart', 50, 220, { key: 'b', index: 1 }],
    ['40 px off', 240, 60, null],
    ['40 px off on the way down', 200, 100, null],
    ['39 px off', 239, 60, { key: 'a', index: 1 }],
    ['29 px off each way, farther than 40', 229, 89, null],
    ['far from all', 400, 200, null],
  ])('%s', (_, x, y, hit) => expect(nearestPoint(plot, x, y)).toEqual(hit));

  test.each([
    ['left', 48.9, 100],
    ['right', 451.1, 100],
    ['top', 100, 18.9],
    ['bottom', 100, 221.1],
  ])('is none beyond the %s of what is in sight', (_, x, y) => {
    expect(nearestPoint(plotWith(LINEAR, [[x, y]]), x, y)).toBeNull();
  });
});

const number = ([low, high]: readonly [number, number]) =>
  fc.double({ min: low, max: high, noNaN: true });

describe.each(AXES)('places read backwards, %o', (axes) => {
  const plot = plotWith(axes);

  test('a target is the number that is drawn there', () => {
    fc.assert(
      fc.property(number(X), (value) => {
        expect(targetAt(plot, plot.x(value))).toBeCloseTo(value, 6);
      }),
    );
  });

  test('beside the chart it is that of the nearer end', () => {
    expect(targetAt(plot, 0)).toBeCloseTo(X[0], 6);
    expect(targetAt(plot, 1000)).toBeCloseTo(X[1], 6);
  });

  test('a part is what was drawn between two places, whichever came first', () => {
    fc.assert(
      fc.property(number(X), number(X), number(Y), number(Y), (x, x2, y, y2) => {
        const zoom = zoomOf(plot, [plot.x(x), plot.y(y), plot.x(x2), plot.y(y2)]);
        const ends = [...zoom.x, ...zoom.y];
        const drawn = [Math.min(x, x2), Math.max(x, x2), Math.min(y, y2), Math.max(y, y2)];
        ends.forEach((end, i) => expect(end).toBeCloseTo(drawn[i]!, 5));
      }),
    );
  });
});
