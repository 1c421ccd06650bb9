import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Knot } from '../../src/core/comparison-types.ts';
import { isConcurrencyApproximate, valuesAt } from '../../src/core/values.ts';
import type { PricedSide } from '../../src/core/values.ts';
import { d3Value } from './d3-oracle.ts';
import { points } from './fixtures.ts';

const OPTIONS = { basis: 'measured', util: 1 } as const;

/** `'20:2000:64 50:900'` is a side whose first knot has concurrency 64. */
function side(key: string, text: string, rest: Partial<PricedSide> = {}): PricedSide {
  const knots = text.split(' ').map((part): Knot => {
    const [interactivity = NaN, throughput = NaN, concurrency = null] = part.split(':').map(Number);
    return {
      interactivity,
      throughput,
      concurrency,
      gpus: null,
      ttft: null,
      parallelism: null,
      source: 0,
    };
  });
  const facts = { workload: '1k1k', usdPerGpuHour: 3.6, powerKw: 2, outputShare: null };
  return { key, knots, ...facts, ...rest };
}

describe('valuesAt', () => {
  const text = '20:2000:64 40:1000:32 80:100:4';
  const statuses = [
    { x: 19.9, status: 'below-range', between: null },
    { x: 20, status: 'measured', between: [0, 0] },
    { x: 30, status: 'interpolated', between: [0, 1] },
    { x: 40, status: 'measured', between: [1, 1] },
    { x: 80, status: 'measured', between: [2, 2] },
    { x: 80.1, status: 'above-range', between: null },
  ];
  test.each(statuses)('at $x: $status', ({ x, status, between }) => {
    const [value] = valuesAt([side('a', text)], [x], OPTIONS)[0]!.sides;
    expect(value).toMatchObject({ status, between });
    expect(value!.throughput === null).toBe(status.endsWith('-range'));
  });

  test('an interpolated value is bounded by its neighbours and derived from throughput alone', () => {
    const [value] = valuesAt([side('a', text)], [30], OPTIONS)[0]!.sides;
    const throughput = d3Value(points('20:2000 40:1000 80:100'), 30);
    expect(value!.throughput).toBeCloseTo(throughput, 9);
    expect(value).toMatchObject({ low: 1000, high: 2000 });
    expect(value!.costPerMillionTokens! * value!.throughput!).toBeCloseTo(1000, 9); // $3.6 / 3600 s
    expect(value!.throughputPerMw).toBeCloseTo(throughput / 0.002, 6);
    expect(value!.concurrency).toBeCloseTo(d3Value(points('20:64 40:32 80:4'), 30), 9);
  });

  test('a published knot says so', () => {
    const [value] = valuesAt([side('a', text)], [20], { basis: 'published', util: 1 })[0]!.sides;
    expect(value!.status).toBe('published');
  });

  test('concurrency needs both neighbours', () => {
    const gapped = side('a', '20:2000:64 40:1000 80:100:4');
    const at = valuesAt([gapped], [20, 30, 40, 60, 80], OPTIONS).map(
      (v) => v.sides[0]!.concurrency,
    );
    expect(at).toEqual([64, null, null, null, 4]);
  });

  test('concurrency is approximate between knots, and where its source has it so', () => {
    const told = side('a', '20:2000:64 40:1000:32 80:100:4');
    const knots = told.knots.map((knot, i) =>
      i === 1 ? { ...knot, concurrencyOrigin: 'observed mean' } : knot,
    );
    const [read] = [valuesAt([{ ...told, knots }], [20, 30, 40, 80], OPTIONS)];
    expect(read.map(({ sides }) => isConcurrencyApproximate({ knots }, sides[0]!))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('a side without data has no workload in which the others could differ from it', () => {
    const absent = side('c', '1:1', { knots: [], workload: null });
    const [read] = valuesAt([side('a', text), side('b', '20:1000 80:50'), absent], [20], OPTIONS);
    expect(read!.best.throughput).toMatchObject({ outcome: 'ahead', side: 'a', ratio: 2 });
  });

  test('utilisation divides the cost and nothing else', () => {
    const read = (util: number) =>
      valuesAt([side('a', text)], [30], { basis: 'measured', util })[0]!.sides[0]!;
    expect(read(0.5)).toEqual({
      ...read(1),
      costPerMillionTokens: 2 * read(1).costPerMillionTokens!,
    });
  });

  test('TTFT is given at the two knots, not interpolated', () => {
    const knots = side('a', text).knots.map((knot, i) => ({ ...knot, ttft: [0.5, null, 2][i]! }));
    const at = valuesAt([{ ...side('a', text), knots }], [20, 30, 60, 80], OPTIONS);
    expect(at.map(({ sides }) => sides[0]!.ttft)).toEqual([
      [0.5, 0.5],
      [0.5, null],
      [null, 2],
      [2, 2],
    ]);
  });

  test('a side without knots is absent, and takes part in no best', () => {
    const [at] = valuesAt([side('a', text), { ...side('b', text), knots: [] }], [30], OPTIONS);
    expect(at!.sides[1]!.status).toBe('absent');
    expect(at!.best.throughput).toBeNull();
  });

  test('one price missing: no best cost, but a best throughput', () => {
    const [at] = valuesAt(
      [side('a', text), side('b', '20:900 80:50', { usdPerGpuHour: null })],
      [30],
      OPTIONS,
    );
    expect(at!.best.costPerMillionTokens).toBeNull();
    expect(at!.best.throughput).toMatchObject({ side: 'a' });
  });

  test('on the same hardware one ratio holds for throughput, cost, power and energy', () => {
    const falling = (a: number, b: number, c: number) =>
      [a, b, c]
        .toSorted((p, q) => q - p)
        .map((y, i) => `${20 * (i + 1)}:${y}`)
        .join(' ');
    const y = fc.integer({ min: 1, max: 30_000 });
    fc.assert(
      fc.property(y, y, y, y, y, y, fc.integer({ min: 20, max: 60 }), (a, b, c, d, e, f, x) => {
        const [at] = valuesAt(
          [side('a', falling(a, b, c)), side('b', falling(d, e, f))],
          [x],
          OPTIONS,
        );
        const { throughput, outputThroughput, costPerMillionOutputTokens, ...others } = at!.best;
        expect([outputThroughput, costPerMillionOutputTokens]).toEqual([null, null]);
        for (const best of Object.values(others)) {
          expect(best!.ratio / throughput!.ratio).toBeCloseTo(1, 12);
          expect(best!.outcome).toBe(throughput!.outcome);
          expect(best!.ratioRange[0] / throughput!.ratioRange[0]).toBeCloseTo(1, 12);
        }
      }),
    );
  });

  test('workloads are compared per output token: total tokens have no leader', () => {
    // 8k/1k makes 9 tokens of which 1 is output, 1k/1k makes 2 of which 1 is: 1800/9 = 200, 600/2 = 300
    const [at] = valuesAt(
      [
        side('8k1k', '20:1800 40:900', { workload: '8k1k', outputShare: 1 / 9 }),
        side('1k1k', '20:600 40:300', { workload: '1k1k', outputShare: 1 / 2 }),
      ],
      [20],
      OPTIONS,
    );
    expect(at!.sides.map(({ outputThroughput }) => outputThroughput)).toEqual([200, 300]);
    expect(at!.sides[1]!.costPerMillionOutputTokens).toBeCloseTo(3.6e6 / (3600 * 300), 12);
    expect(at!.best.outputThroughput).toMatchObject({ outcome: 'ahead', side: '1k1k', ratio: 1.5 });
    expect(at!.best.costPerMillionOutputTokens).toMatchObject({ outcome: 'ahead', side: '1k1k' });
    const { throughput, costPerMillionTokens, throughputPerMw, joulesPerToken } = at!.best;
    expect([throughput, costPerMillionTokens, throughputPerMw, joulesPerToken]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test('a workload without fixed lengths has no output figures, and nobody leads', () => {
    const [at] = valuesAt(
      [
        side('traces', '20:1800 40:900', { workload: 'traces' }),
        side('1k1k', '20:600 40:300', { workload: '1k1k', outputShare: 1 / 2 }),
      ],
      [20],
      OPTIONS,
    );
    expect(Object.values(at!.best).every((lead) => lead === null)).toBe(true);
    expect(at!.sides[0]!.outputThroughput).toBeNull();
  });
});
