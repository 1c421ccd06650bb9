import { describe, expect, test } from 'vitest';
import { withMedians } from '../../../data/release/repeats.ts';
import { comparisonReader } from '../../../data/release/comparison.ts';
import { buildRelease } from '../../../data/release/release.ts';
import type { Comparison } from '../../../src/core/comparison-types.ts';
import type { OperatingPoint, Sweep } from '../../../src/core/sweep.ts';
import { POINT, VALID, measuredSweep } from '../load/valid-data-set.ts';

/** `'8@20:1000'` is a point at concurrency 8 of 20 tok/s/user and 1000 tok/s/GPU. */
function pointsOf(text: string): OperatingPoint[] {
  return text.split(' ').map((one) => {
    const [concurrency = NaN, interactivity = NaN, throughput = NaN] = one
      .split(/[@:]/)
      .map(Number);
    return { ...POINT, concurrency, interactivity, throughput };
  });
}

const sizes = (points: readonly OperatingPoint[]) =>
  points.map(({ concurrency, interactivity, throughput, repeats }) =>
    [concurrency, interactivity, throughput, repeats].join(' '),
  );

describe('repeats of one configuration', () => {
  test.each([
    {
      name: 'of one there is no median',
      points: '8@20:1000 16@10:2000',
      are: ['8 20 1000 ', '16 10 2000 '],
    },
    { name: 'of two the mean', points: '8@20:1000 8@22:1100', are: ['8 21 1050 2'] },
    { name: 'of three the middle', points: '8@20:1000 8@26:1300 8@21:1040', are: ['8 21 1040 3'] },
    { name: 'each axis by itself', points: '8@20:1300 8@22:1000 8@21:1100', are: ['8 21 1100 3'] },
    {
      name: 'of each concurrency',
      points: '8@20:1000 4@40:600 8@22:1200',
      are: ['8 21 1100 2', '4 40 600 '],
    },
  ])('$name', ({ points, are }) => {
    expect(sizes(withMedians(pointsOf(points)))).toEqual(are);
  });

  test('keep the factor by which they differ, on the axis where it is larger', () => {
    const spread = (text: string) => withMedians(pointsOf(text))[0]!.spread;
    expect(spread('8@20:1000 8@20:1050 8@20:1030')).toBeCloseTo(1.05, 12);
    expect(spread('8@20:1000 8@24:1050')).toBeCloseTo(1.2, 12);
    expect(spread('8@20:1000')).toBeNull();
  });

  test('have medians of what is known, and the source and words of the middle one', () => {
    const [a, b, c] = pointsOf('8@20:1000 8@22:1100 8@21:1050') as [
      OperatingPoint,
      OperatingPoint,
      OperatingPoint,
    ];
    const [median] = withMedians([
      { ...a, ttft: 0.4, source: 0 },
      { ...b, ttft: null, source: 1 },
      { ...c, ttft: 0.2, source: 2 },
    ]);
    expect(median!.ttft).toBeCloseTo(0.3, 12);
    expect([median!.source, median!.tpot, median!.parallelism]).toEqual([2, null, null]);
  });

  test('are of one parallelism and GPU count, and of one load', () => {
    const [one] = pointsOf('8@20:1000') as [OperatingPoint];
    const other = { ...one, throughput: 1100 };
    const apart = [{ gpus: 8 }, { parallelism: 'TP8' }, { concurrencyOrigin: 'observed mean' }];
    for (const fact of apart) expect(withMedians([one, { ...other, ...fact }])).toHaveLength(2);
    const at = (concurrencyOrigin: string | null) => ({ concurrency: null, concurrencyOrigin });
    const medians = (a: string | null, b: string | null) =>
      withMedians([
        { ...one, ...at(a) },
        { ...other, ...at(b) },
      ]);
    expect(medians(null, null)).toHaveLength(2);
    expect(medians('open loop', 'open loop')).toHaveLength(2); // at which rate is not known
    expect(medians('open loop, 4 requests/s', 'open loop, 8 requests/s')).toHaveLength(2);
    expect(medians('open loop, 4 requests/s', 'open loop, 4 requests/s')).toMatchObject([
      { throughput: 1050, repeats: 2, concurrency: null },
    ]);
  });

  test('are the same in any order', () => {
    const points = pointsOf('8@20:1000 8@22:1100 8@21:1050 8@25:900').map((point, source) => ({
      ...point,
      source,
    }));
    expect(withMedians(points.toReversed())).toEqual(withMedians(points));
  });
});

describe('in a release', () => {
  const run = (label: string, text: string): Sweep => ({
    ...measuredSweep(label, label),
    points: pointsOf(text),
  });
  function compared(before: string, after: string): { c: Comparison; text: string } {
    const sweeps = [run('before', before), run('after', after)];
    const release = buildRelease({ ...VALID, presets: [], knownIssues: [], sweeps });
    const read = comparisonReader(release, '2026-11-23T09:00:00Z');
    return {
      c: read('ant/x1-fp8-1k1k/~before-vs-~after', { at: [20] })!,
      text: [...release.blobs.values()].join(),
    };
  }

  test('the median is the point, widens what is likely, and is said', () => {
    const { c, text } = compared('8@20:1000 4@40:600', '8@20:1000 8@20:1200 8@20:1100 4@40:600');
    const [before, after] = c.values[0]!.sides;
    expect([after!.throughput, after!.likely![0], after!.likely![1]]).toEqual([
      1100,
      expect.closeTo(1100 / 1.2, 9),
      expect.closeTo(1100 * 1.2, 9),
    ]);
    expect(before!.likely![1]).toBeCloseTo(1020, 9);
    expect(c.values[0]!.best.throughput!.outcome).toBe('open'); // 1.1×, and the runs differ by as much
    expect(c.sides[1]!.knots[0]).toMatchObject({ repeats: 3, spread: 1.2 });
    expect(c.sides[1]!.knots[1]).not.toHaveProperty('repeats');
    expect(c.notices.map(({ code }) => code)).toContain('repeats');
    expect(text).toContain('"curve":[20,1100,40,600],"spreads":[1.2,1]'); // for headlines, which read the index
  });

  test('without repeats nothing is added', () => {
    const { c, text } = compared('8@20:1000 4@40:600', '8@20:1100 4@40:600');
    expect(text).not.toMatch(/repeats|spread/);
    expect(JSON.stringify(c)).not.toMatch(/repeats|spread/);
  });
});
