import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paretoFrontier, publishedKnots } from '../../src/core/frontier.ts';
import type { Point } from '../../src/core/frontier.ts';
import { operatingPoints, points } from './fixtures.ts';

describe('paretoFrontier', () => {
  const cases = [
    { name: 'one point is its own frontier', all: '50:900', frontier: '50:900' },
    { name: 'order does not matter', all: '80:400 20:2000', frontier: '20:2000 80:400' },
    { name: 'a beaten point goes', all: '20:2000 40:300 50:900', frontier: '20:2000 50:900' },
    { name: 'equal interactivity: more throughput', all: '50:900 50:950', frontier: '50:950' },
    { name: 'equal throughput: more interactivity', all: '40:900 50:900', frontier: '50:900' },
  ];
  test.each(cases)('$name', ({ all, frontier }) => {
    expect(paretoFrontier(points(all))).toEqual(points(frontier));
  });

  test('no points, no frontier', () => expect(paretoFrontier([])).toEqual([]));

  test('of equal points the first stays', () => {
    const twins = points('50:900 50:900').map((point, id) => ({ ...point, id }));
    expect(paretoFrontier(twins)).toEqual([twins[0]]);
  });

  test.each(['NaN:900', '50:Infinity'])('%s is refused', (bad) => {
    expect(() => paretoFrontier(points(bad))).toThrow(RangeError);
  });

  test('agrees with the quadratic definition', () => {
    const coordinate = fc.integer({ min: 1, max: 12 });
    const cloud = fc.array(fc.record({ interactivity: coordinate, throughput: coordinate }));
    fc.assert(
      fc.property(cloud, (all) => {
        expect(paretoFrontier(all)).toEqual(unbeatenByDefinition(all));
      }),
    );
  });
});

/** Kept when no other is at least as good on both axes and better on one, and no earlier one equal. */
function unbeatenByDefinition(all: readonly Point[]): Point[] {
  return all
    .filter(
      (p, i) =>
        !all.some(
          (q, j) =>
            q.interactivity >= p.interactivity &&
            q.throughput >= p.throughput &&
            (q.interactivity > p.interactivity || q.throughput > p.throughput || j < i),
        ),
    )
    .toSorted((a, b) => a.interactivity - b.interactivity);
}

describe('publishedKnots', () => {
  const cases = [
    { name: 'a plateau is kept', all: '32:9479 46:9479 61:9252', kept: '32:9479 46:9479 61:9252' },
    { name: 'a rising point goes', all: '20:900 30:950 40:800', kept: '30:950 40:800' },
    { name: 'rounded, within 3 of an exact one', all: '93:4729 95:4700~', kept: '93:4729' },
    { name: 'rounded, exactly 3 away', all: '93:4729 96:4600~', kept: '93:4729' },
    { name: 'rounded, further away', all: '93:4729 97:4600~', kept: '93:4729 97:4600~' },
    { name: 'rounded ones among themselves stay', all: '20:900~ 21:890~', kept: '20:900~ 21:890~' },
    { name: 'equal interactivity keeps the higher', all: '20:900 20:910', kept: '20:910' },
  ];
  test.each(cases)('$name', ({ all, kept }) => {
    expect(publishedKnots(operatingPoints(all))).toEqual(operatingPoints(kept));
  });
});
