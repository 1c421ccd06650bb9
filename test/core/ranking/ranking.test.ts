import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadData } from '../../../data/load/load.ts';
import { buildRelease } from '../../../data/release/release.ts';
import { leadAmong, leadSides } from '../../../src/core/lead.ts';
import { METRICS } from '../../../src/core/metrics.ts';
import { FILTER_DIMENSIONS } from '../../../src/core/ranking/filters.ts';
import type { FilterDimension } from '../../../src/core/ranking/filters.ts';
import { RANK_METRIC_NAMES, rankMetric } from '../../../src/core/ranking/rank-metrics.ts';
import type { RankMetricName } from '../../../src/core/ranking/rank-metrics.ts';
import type { RankOptions } from '../../../src/core/ranking/rank-options.ts';
import type { Ranking } from '../../../src/core/ranking/ranking-types.ts';
import { sweepId } from '../../../src/core/sweep.ts';
import { catalog, entryOf, operatingPoints, sweep } from '../fixtures.ts';
import { candidatesAt, comparisonOf, isAhead, rankingOf } from './slow-ranking.ts';
import type { RankData } from './slow-ranking.ts';

const shipped = await loadData([]);
const { manifest, sweeps: shippedEntries } = buildRelease(shipped);
const byId = new Map(shipped.sweeps.map((one) => [sweepId(one), one]));

/** Every model and workload that ships, each way in which its sweeps can be ranked together. */
const PAIRS = [
  ...new Map(
    shippedEntries.map(({ key, basis }) => {
      const { model, workload, interactivityBasis } = key;
      const name = `${model} ${workload} ${basis} ${interactivityBasis}`;
      return [name, { name, model, workload, asked: { basis, interactivityBasis } }] as const;
    }),
  ).values(),
];

function dataOf({ model, workload }: { model: string; workload: string }): RankData {
  const entries = shippedEntries.filter(({ key }) => key.model === model);
  const sweepOf = (entry: (typeof entries)[number]) => byId.get(sweepId(entry))!;
  return { entries, sweepOf, catalog: manifest.catalog, model, workload };
}

/** Speeds across all curves: below the first, at some knots, between them, near the last. */
function speedsOf(r: Ranking): number[] {
  const ranges = r.rows.flatMap(({ range }) => range ?? []);
  const [low, high] = [
    Math.min(...ranges.map(({ min }) => min)),
    Math.max(...ranges.map(({ max }) => max)),
  ];
  const between = [0.02, 0.2, 0.45, 0.7, 0.95].map(
    (part) => Math.round((low + (high - low) * part) * 10) / 10,
  );
  return [Math.round(low * 5) / 10, ...between, r.rows[0]!.knots.at(-1)!.interactivity];
}

/** Holds a ranking at a speed against the comparison of all its rows. */
function agrees(
  data: RankData,
  options: Partial<RankOptions> & { at: number; by: RankMetricName },
) {
  const { at, by } = options;
  const r = rankingOf(data, { ...options, show: 'all' })!;
  const c = comparisonOf(data, [at], options);
  const { key: field, isLowerBetter } = rankMetric(by);
  const candidates = candidatesAt(data, at, by, options);
  expect(r.rows).toHaveLength(c.sides.length);
  for (const row of r.rows) {
    const i = c.sides.findIndex(({ key }) => key === row.key);
    const [side, value] = [c.sides[i]!, c.values[0]!.sides[i]!];
    expect(row.knots).toEqual(side.knots);
    expect(row.range).toEqual(side.range);
    if (value.throughput === null) {
      expect(row.value).toBeNull();
      expect(row.status).toBe(value.status === 'below-range' ? 'faster' : 'slower');
      if (row.status === 'faster') {
        expect(row.bound!.throughput).toBe(side.knots[0]!.throughput);
        expect(row.bound!.interactivity).toBe(side.range!.min);
      } else expect([row.bound, row.rank, row.ratio]).toEqual([null, null, null]);
    } else {
      const { status, low, high, likely, concurrency, ttft } = value;
      expect(row).toMatchObject({ status, value: { low, high, likely, concurrency, ttft } });
      for (const metric of METRICS.map(({ key }) => key).filter(
        (key) => !key.toLowerCase().includes('output'),
      )) {
        expect(row.value![metric]).toBe(value[metric]);
      }
    }
    const own = candidates.find((one) => one.side === row.key);
    const better = candidates.filter((one) => own && isAhead(one, own, isLowerBetter));
    expect(row.rank).toBe(own === undefined ? null : 1 + better.length);
    const isEqual = (other: (typeof candidates)[number]) => {
      const rank = r.rows.find(({ key }) => key === other.side)!.rank;
      const isDecided = isAhead(own!, other, isLowerBetter) || isAhead(other, own!, isLowerBetter);
      return other !== own && rank === row.rank && !other.isBound && !isDecided;
    };
    expect(row.isTied).toBe(own !== undefined && !own.isBound && candidates.some(isEqual));
    if (own) expect((row.value ?? row.bound)![field]).toBeCloseTo(own.value, 9);
  }
  const order = r.rows.flatMap(({ rank }) => rank ?? Infinity);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  const lead = leadAmong(candidates, isLowerBetter);
  expectLead(r.lead, candidates, isLowerBetter, lead);
}

function expectLead(
  found: { row: string; over: string | null; outcome: string } | null,
  candidates: ReturnType<typeof candidatesAt>,
  isLowerBetter: boolean,
  lead = leadAmong(candidates, isLowerBetter),
) {
  if (candidates.length === 0) return expect(found).toBeNull();
  if (lead === null) {
    return expect(found).toMatchObject({ row: candidates[0]!.side, over: null, outcome: 'only' });
  }
  const [row, over] = leadSides(lead);
  const isBound = (key: string | undefined) => candidates.find(({ side }) => side === key)!.isBound;
  if (lead.outcome !== 'level') {
    return expect(found).toMatchObject({ row, over, outcome: lead.outcome });
  }
  // what is only a bound is level with nothing; of level ones the second is not the runner-up's name
  const best = candidates.toSorted((a, b) => (isLowerBetter ? 1 : -1) * (a.value - b.value));
  const outcome = isBound(best[0]!.side) || isBound(best[1]!.side) ? 'open' : 'level';
  return expect(found).toMatchObject({ row: best[0]!.side, over: best[1]!.side, outcome });
}

describe.each(PAIRS)('$name', ({ asked, ...pair }) => {
  const data = dataOf(pair);
  const all = rankingOf(data, { ...asked, show: 'all' })!;

  test('ranks, bounds and numbers are those of the comparisons of its rows', () => {
    for (const at of speedsOf(all)) {
      for (const by of ['cost', 'throughput', 'mw'] as const) agrees(data, { ...asked, at, by });
    }
  });

  test('leaders are those of a comparison at every speed read, and change where they say', () => {
    for (const show of ['all', 'best'] as const) {
      const r = rankingOf(data, { ...asked, show })!;
      const { isLowerBetter } = rankMetric(r.by);
      const candidatesIn = (at: number) => {
        const every = candidatesAt(data, at, r.by, asked);
        if (show === 'all') return every;
        const sign = isLowerBetter ? 1 : -1;
        const best = every.toSorted((a, b) => sign * (a.value - b.value));
        return best.filter((one) => best.find(({ hardware }) => hardware === one.hardware) === one);
      };
      for (const [i, stretch] of r.leaders.entries()) {
        const next = r.leaders[i + 1];
        expectLead(stretch, candidatesIn(stretch.from), isLowerBetter);
        expectLead(stretch, candidatesIn(stretch.to), isLowerBetter);
        expect(stretch.from).toBeLessThanOrEqual(stretch.to);
        if (next === undefined) continue;
        expect(next.from).toBeCloseTo(stretch.to + 0.1, 9);
        const { row, over, outcome } = next;
        expect({ row, over, outcome }).not.toEqual({
          row: stretch.row,
          over: stretch.over,
          outcome: stretch.outcome,
        });
      }
    }
  });

  test('at the target the leader of the stretch is the first row', () => {
    for (const show of ['all', 'best'] as const) {
      const r = rankingOf(data, { ...asked, show, at: Math.round(all.at! * 10) / 10 })!;
      const stretch = r.leaders.find(({ from, to }) => r.at! >= from && r.at! <= to);
      if (stretch === undefined) continue;
      const { row, over, outcome } = stretch;
      expect(r.lead).toMatchObject({ row, over, outcome });
    }
  });

  test('within a cost each row reaches the speed at which it costs that', () => {
    const costs = all.rows.flatMap(({ value }) => value?.costPerMillionTokens ?? []);
    for (const cost of [Math.min(...costs) * 1.05, Math.max(...costs) * 1.2]) {
      if (!Number.isFinite(cost)) continue;
      const r = rankingOf(data, { ...asked, show: 'all', cost })!;
      for (const row of r.rows) {
        const cheapest = row.knots[0]!.throughput;
        const price = row.usdPerGpuHour;
        if (price === null) expect(row.status).toBe('no-price');
        else if ((price * 1e6) / (3600 * cheapest) > cost) expect(row.status).toBe('dear');
        else if (row.status === 'end') {
          expect(row.value!.interactivity).toBe(row.range!.max);
          expect(row.value!.costPerMillionTokens).toBeLessThanOrEqual(cost);
        } else {
          expect(row.status).toBe('limit');
          expect(row.value!.costPerMillionTokens! / cost).toBeCloseTo(1, 9);
        }
      }
      const ranked = r.rows.filter(({ rank }) => rank !== null);
      for (const row of ranked) {
        const better = ranked.filter((other) => reachesFurther(other, row));
        expect(row.rank).toBe(1 + better.length);
      }
    }
  });
});

/** Whether one row decidedly reaches further than another; an end that is not known may be anywhere. */
function reachesFurther(a: Ranking['rows'][number], b: Ranking['rows'][number]): boolean {
  const [x, y] = [a.value!.interactivity, b.value!.interactivity];
  const [low, high] = [a.reachLikely![0], b.reachLikely![1]];
  if (low === null || high === null || x <= y) return false;
  return Math.log(x / y) - Math.hypot(Math.log(x / low), Math.log(high / y)) > 0;
}

test('every model and workload that ships is among these', () => {
  const named = new Set(PAIRS.map(({ model, workload }) => `${model} ${workload}`));
  const left = shipped.sweeps.filter(({ key }) => !named.has(`${key.model} ${key.workload}`));
  expect(left.map(sweepId)).toEqual([]);
});

describe('generated sweeps', () => {
  const hardware = ['g1', 'g2', 'g2-rack', 'm3', 'm4'];
  const curve = fc
    .uniqueArray(fc.integer({ min: 5, max: 120 }), { minLength: 1, maxLength: 7 })
    .chain((xs) =>
      fc.tuple(
        fc.constant(xs.toSorted((a, b) => a - b)),
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: xs.length, maxLength: xs.length }),
        fc.integer({ min: 20, max: 400 }),
      ),
    )
    .map(([xs, drops, start]) => {
      const ys = drops.map((_, i) => start + drops.slice(i).reduce((sum, drop) => sum + drop, 0));
      return operatingPoints(xs.map((x, i) => `${x}:${ys[i]}`).join(' '));
    });
  const sweeps = fc
    .uniqueArray(
      fc.record({
        hardware: fc.constantFrom(...hardware),
        precision: fc.constantFrom('fp4', 'fp8'),
        specMethod: fc.constantFrom('off', 'mtp', null),
        framework: fc.constantFrom('sglang', 'vllm'),
        deployment: fc.constantFrom('single-node', 'disagg'),
        points: curve,
      }),
      {
        minLength: 1,
        maxLength: 12,
        selector: ({ points: _, ...key }) => JSON.stringify(key),
      },
    )
    .map((all) => all.map(({ points, ...key }) => sweep({ key, points })));
  const dataIn = (all: ReturnType<typeof sweep>[]): RankData => ({
    entries: all.map((one) => entryOf(one)),
    sweepOf: (entry) => all.find((one) => sweepId(one) === sweepId(entry))!,
    catalog,
    model: 'mo-1',
    workload: '1k1k',
  });

  test('agree with the comparisons of their rows', () => {
    const metrics = fc.constantFrom(...RANK_METRIC_NAMES.filter((name) => name !== 'users'));
    fc.assert(
      fc.property(sweeps, fc.integer({ min: 3, max: 130 }), metrics, (all, at, by) => {
        agrees(dataIn(all), { at, by });
      }),
      { numRuns: 150 },
    );
  });

  test('filters leave what brute force leaves', () => {
    const values: Record<FilterDimension, readonly string[]> = {
      vendor: ['vee', 'emm', 'nobody'],
      hardware: [...hardware, 'h9'],
      precision: ['fp4', 'fp8'],
      spec: ['off', 'mtp', 'unstated'],
      engine: ['sglang', 'vllm'],
      deployment: ['single-node', 'disagg', 'aggregated'],
    };
    const filters = fc.record(
      Object.fromEntries(
        FILTER_DIMENSIONS.map((dimension) => [dimension, fc.subarray([...values[dimension]])]),
      ) as Record<FilterDimension, fc.Arbitrary<string[]>>,
    );
    fc.assert(
      fc.property(sweeps, filters, (all, asked) => {
        const r = rankingOf(dataIn(all), { show: 'all', filters: asked })!;
        const has = (key: (typeof all)[number]['key'], dimension: FilterDimension, value: string) =>
          ({
            vendor: () => value === (key.hardware.startsWith('g') ? 'vee' : 'emm'),
            hardware: () => key.hardware === value,
            precision: () => key.precision === value,
            spec: () => (key.specMethod ?? 'unstated') === value,
            engine: () => key.framework === value,
            deployment: () =>
              key.deployment === value ||
              (value === 'aggregated' && key.deployment === 'single-node'),
          })[dimension]();
        const fits = (key: (typeof all)[number]['key'], but: FilterDimension | null) =>
          FILTER_DIMENSIONS.every(
            (d) => d === but || asked[d].length === 0 || asked[d].some((v) => has(key, d, v)),
          );
        expect(r.counts).toMatchObject({
          all: all.length,
          fitting: all.filter(({ key }) => fits(key, null)).length,
        });
        for (const dimension of FILTER_DIMENSIONS) {
          for (const { key: value, count, active } of r.filters[dimension]) {
            const left = all.filter(
              ({ key }) => fits(key, dimension) && has(key, dimension, value),
            );
            expect([dimension, value, count]).toEqual([dimension, value, left.length]);
            expect(active).toBe(asked[dimension].includes(value));
          }
          const listed = r.filters[dimension].map(({ key }) => key);
          for (const value of asked[dimension]) expect(listed).toContain(value);
          for (const { key } of all) {
            expect(listed.some((value) => has(key, dimension, value))).toBe(true);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
