import { describe, expect, test } from 'vitest';
import type { ChartAxis } from '../../../src/core/ranking/chart-options.ts';
import { RANK_METRIC_NAMES, rankMetric } from '../../../src/core/ranking/rank-metrics.ts';
import { rankQuery } from '../../../src/core/ranking/rank-query.ts';
import type { RankOptions } from '../../../src/core/ranking/rank-options.ts';
import type { OperatingPoint } from '../../../src/core/sweep.ts';
import { operatingPoints, sweep } from '../fixtures.ts';
import { inventedRanking } from './slow-ranking.ts';

type Made = ReturnType<typeof sweep>;

function ranked(sweeps: readonly Made[], options: Partial<RankOptions> = {}) {
  return inventedRanking(sweeps, { show: 'all', at: 20, ...options })!;
}

function chartOf(sweeps: readonly Made[], options: Partial<RankOptions>) {
  const r = ranked(sweeps, options);
  return { ...r.chart, first: r.chart.curves[r.rows[0]!.key] };
}

const over = (x: ChartAxis, more: object = {}) => ({
  chart: { ...rankQuery({}).chart, x, ...more },
});

/** Points that are as easily beaten as not, some of them alike, some without a latency. */
function tangle(seed: number): OperatingPoint[] {
  let state = seed;
  const random = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
  return Array.from({ length: 25 }, () => {
    const [interactivity, throughput] = [10 + random(60), 100 + 50 * random(30)];
    const seconds = () => (random(6) === 0 ? null : (1 + random(12)) / 4);
    return {
      ...operatingPoints(`${interactivity}:${throughput}`)[0]!,
      ttft: seconds(),
      ttftP99: seconds(),
      e2el: seconds(),
      e2elP99: seconds(),
    };
  });
}

const FACTS = { ttft: ['ttft', 'ttftP99'], e2el: ['e2el', 'e2elP99'] } as const;

describe('over a latency', () => {
  test('the curve is what no point beats on the axes that are drawn, whatever the metric', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const points = tangle(seed);
      for (const y of RANK_METRIC_NAMES) {
        for (const x of ['ttft', 'e2el'] as const) {
          for (const [i, stat] of (['p50', 'p99'] as const).entries()) {
            const made = sweep({ points });
            const options = { stat, ...over(x, { y, hasBeaten: true }) };
            const { of, isLowerBetter } = rankMetric(y);
            const { first, unplaced } = chartOf([made], options);
            const rates = { usdPerGpuHour: 1.8, powerKw: 1, util: 1, outputShare: 0.5 };
            const all = points.flatMap((point) => {
              const seconds = point[FACTS[x][i]!];
              return seconds === null ? [] : [{ x: seconds, y: of({ ...rates, ...point })! }];
            });
            const isNoWorse = (a: number, b: number) => (isLowerBetter ? a <= b : a >= b);
            const isBeaten = (p: { x: number; y: number }) =>
              all.some((q) => (q.x !== p.x || q.y !== p.y) && q.x <= p.x && isNoWorse(q.y, p.y));
            const texts = (some: readonly object[]) =>
              [...new Set(some.map((one) => JSON.stringify(one)))].toSorted();
            expect(texts(first!.frontier!)).toEqual(texts(all.filter((p) => !isBeaten(p))));
            expect(texts(first!.beaten)).toEqual(texts(all.filter(isBeaten)));
            expect(first!.beaten).toHaveLength(all.filter(isBeaten).length);
            const xs = first!.frontier!.map((p) => p.x);
            expect(xs).toEqual([...new Set(xs)].toSorted((a, b) => a - b));
            expect(unplaced).toBe(points.length - all.length);
          }
        }
      }
    }
  });

  test('a configuration that states none is counted, and one without the metric is not', () => {
    const known = operatingPoints('10:90 20:50', { ttft: 1 });
    const sweeps = [
      sweep({ points: known }),
      sweep({ key: { hardware: 'g2' }, points: operatingPoints('10:80 20:60') }),
      sweep({ key: { hardware: 'm4' }, points: operatingPoints('10:80 20:60') }), // no price
    ];
    const { curves, undrawn, unplaced } = ranked(sweeps, over('ttft', { y: 'cost' })).chart;
    expect(Object.keys(curves)).toHaveLength(1);
    expect([undrawn, unplaced]).toEqual([1, 0]);
  });

  test('a limit of the first token has dropped the points above it', () => {
    const points = [
      ...operatingPoints('10:90', { ttft: 3 }),
      ...operatingPoints('20:50', { ttft: 1 }),
    ];
    const { first } = chartOf([sweep({ points })], { ttft: 2, by: 'throughput', ...over('ttft') });
    expect(first!.frontier).toEqual([{ x: 1, y: 50 }]);
  });

  test('pooled, the points of all recipes are one cloud', () => {
    const sweeps = [
      sweep({ points: operatingPoints('10:90', { ttft: 3 }) }),
      sweep({ key: { framework: 'vllm' }, points: operatingPoints('12:70', { ttft: 1 }) }),
    ];
    const { first } = chartOf(sweeps, { pool: true, by: 'throughput', ...over('ttft') });
    expect(first!.frontier).toEqual([
      { x: 1, y: 70 },
      { x: 3, y: 90 },
    ]);
  });
});

describe('over interactivity', () => {
  const points = operatingPoints('10:90 15:40 20:50 20:50 8:20');

  test('the curve is that of the row, and the points it beats are drawn if asked', () => {
    const options = { by: 'throughput' as const };
    expect(chartOf([sweep({ points })], options).curves).toEqual({});
    const { first } = chartOf([sweep({ points })], {
      ...options,
      ...over('interactivity', { hasBeaten: true }),
    });
    expect(first!.frontier).toBeNull();
    expect(first!.beaten).toEqual([
      { x: 15, y: 40 },
      { x: 8, y: 20 },
    ]);
  });

  test('the vertical axis is what is ranked by, or another metric', () => {
    expect(chartOf([sweep({ points })], { by: 'mw' }).y).toBe('mw');
    expect(chartOf([sweep({ points })], { by: 'mw', ...over('ttft', { y: 'users' }) }).y).toBe(
      'users',
    );
  });
});

test('what the chart shows moves no number of a row', () => {
  const sweeps = [
    sweep({ points: tangle(7) }),
    sweep({ key: { hardware: 'g2' }, points: tangle(8) }),
  ];
  const { chart: _, ...plain } = ranked(sweeps);
  for (const x of ['ttft', 'e2el'] as const) {
    const { chart: __, ...other } = ranked(sweeps, over(x, { y: 'users', hasBeaten: true }));
    expect(other).toEqual(plain);
  }
});
