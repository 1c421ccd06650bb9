import { describe, expect, test } from 'vitest';
import { contender, merit, servedAt } from '../../../src/core/ranking/contender.ts';
import { mostCoveredSpeed } from '../../../src/core/ranking/default-target.ts';
import { leaderStretches } from '../../../src/core/ranking/leaders.ts';
import { rankGroup } from '../../../src/core/ranking/rank-group.ts';
import { likelyRange } from '../../../src/core/likely.ts';
import { reachOf } from '../../../src/core/ranking/standing.ts';
import type { RankOptions } from '../../../src/core/ranking/rank-options.ts';
import type { SweepKey } from '../../../src/core/sweep.ts';
import { entryOf, operatingPoints, sweep } from '../fixtures.ts';
import { inventedRanking } from './slow-ranking.ts';

const ANY = { basis: null, interactivityBasis: null };

function made(points: string, key: Partial<SweepKey> = {}) {
  return sweep({ key, points: operatingPoints(points) });
}

function ranked(sweeps: readonly ReturnType<typeof made>[], options: Partial<RankOptions> = {}) {
  return inventedRanking(sweeps, { show: 'all', ...options })!;
}

/** A lone configuration as it takes part, counted in throughput. */
function lone(points: string, isPerUser = false) {
  const r = ranked([made(points)], { by: 'throughput' });
  const [{ key, knots, range }] = r.rows as [(typeof r.rows)[number]];
  return contender({ key, knots, range } as never, 1, isPerUser)!;
}

describe('the group that is ranked', () => {
  test('is the largest of one basis, and the others are told apart from it', () => {
    const entries = [
      made('10:9', { hardware: 'g1', interactivityBasis: 'mean-tpot' }),
      made('10:9', { hardware: 'g1' }),
      made('10:9', { hardware: 'g2' }),
    ].map((one) => entryOf(one));
    const group = rankGroup(entries, '1k1k', ANY)!;
    expect(group.entries.map(({ key }) => key.interactivityBasis)).toEqual([
      'median-tpot',
      'median-tpot',
    ]);
    expect(group.apart).toEqual([entries[0]]);
  });

  test('never mixes ways to offload', () => {
    const entries = [
      made('10:9', { hardware: 'g1', offload: 'cpu' }),
      made('10:9', { hardware: 'g2' }),
      made('10:9', { hardware: 'm3' }),
    ].map((one) => entryOf(one));
    const group = rankGroup(entries, '1k1k', ANY)!;
    expect(group.entries.map(({ key }) => key.offload)).toEqual([null, null]);
    expect(group.apart).toEqual([entries[0]]);
  });
});

test('pooled, each precision of a hardware has a row of its own', () => {
  const sweeps = [
    made('10:90 20:50', { precision: 'fp4' }),
    made('10:80 20:60', { precision: 'fp4', framework: 'vllm' }),
    made('10:70 20:40', { precision: 'fp8' }),
  ];
  expect(ranked(sweeps, { pool: true }).rows.map(({ key }) => key)).toEqual(['g1-fp4', 'g1-fp8']);
});

test('the default target is the middle of the widest stretch that most curves cover', () => {
  const ranges = [
    { min: 10, max: 100 },
    { min: 20, max: 24 },
    { min: 40, max: 80 },
  ];
  expect(mostCoveredSpeed(ranges)).toBe(60);
  expect(mostCoveredSpeed([])).toBeNull();
});

test('users share what their configuration serves: never more of them at a lower speed', () => {
  const one = lone('30:600 60:300', true);
  expect(merit(one, 10, servedAt(one, 10)!)).toBe(20);
  expect(merit(one, 30, servedAt(one, 30)!)).toBe(20);
  expect(merit(one, 60, servedAt(one, 60)!)).toBe(5);
});

test('a likely range is ascending, whichever way is better', () => {
  const sweeps = [made('10:1000 20:800 40:400'), made('10:900 40:300', { hardware: 'g2' })];
  for (const by of ['cost', 'throughput', 'energy', 'users'] as const) {
    for (const { value } of ranked(sweeps, { at: 15, by }).rows) {
      expect(value!.byLikely![0]).toBeLessThan(value!.byLikely![1]);
    }
  }
});

test('only points within 5 % of the target count as measured there', () => {
  const sweeps = [
    made('20:90 40:50', { hardware: 'g1' }),
    made('19.1:90 40:50', { hardware: 'g2' }),
    made('18.9:90 40:50', { hardware: 'm3' }),
  ];
  const r = ranked(sweeps, { at: 20, by: 'throughput', isMeasuredOnly: true });
  expect(r.rows.map(({ hardware }) => hardware).toSorted()).toEqual(['g1', 'g2']);
  expect(r.notices.find(({ code }) => code === 'not-measured')?.facts).toEqual({ count: 1 });
});

test('a first point far above the target is not measured there, a last one right below it is', () => {
  const sweeps = [
    made('20:90 40:50', { hardware: 'g1' }),
    made('30:90 40:50', { hardware: 'g2' }),
    made('10:90 19.5:50', { hardware: 'm3' }),
  ];
  const r = ranked(sweeps, { at: 20, by: 'throughput', isMeasuredOnly: true });
  expect(r.rows.map(({ hardware, status }) => [hardware, status])).toEqual([
    ['g1', 'measured'],
    ['m3', 'slower'],
  ]);
});

describe('within a cost', () => {
  test('a speed likely lies around the one that is reached, its low end first', () => {
    const reach = reachOf(lone('10:1000 20:800 40:400 60:100'), 600)!;
    const [low, high] = reach.likely;
    expect(low).toBeLessThan(reach.interactivity);
    expect(high).toBeGreaterThan(reach.interactivity);
    expect(reach.isEnd).toBe(false);
  });

  test.each([
    ['that of its last point is enough', '10:1000 20:900', 500],
    ['that of its first point is enough', '10:1000 20:900', 890],
    ['that of no point is enough', '10:1000 20:985', 984],
  ])('a speed at the end likely begins where the low end is enough: %s', (_, points, least) => {
    const one = lone(points);
    const { isEnd, interactivity, likely } = reachOf(one, least)!;
    expect([isEnd, interactivity, likely[1]]).toEqual([true, 20, 20]);
    // by a slow definition: the last of speeds a thousandth apart
    const speeds = Array.from({ length: 10_001 }, (__, i) => 10 + i / 1000);
    const isEnough = (x: number) => likelyRange(one.side.knots, x, one.curve.at(x)!)[0] >= least;
    const last = speeds.findLast(isEnough) ?? null;
    expect(likely[0]).toEqual(last && expect.closeTo(last, 2));
  });

  test('the end of what was measured has no ratio', () => {
    const sweeps = [
      made('10:1000 40:500', { hardware: 'g1' }),
      made('10:1000 20:900 40:100', { hardware: 'g2' }),
    ];
    // at $1 per million tokens g1 needs 500 tok/s, g2 1000
    const r = ranked(sweeps, { cost: 1 });
    const row = (hardware: string) => r.rows.find((one) => one.hardware === hardware)!;
    expect(row('g1')).toMatchObject({ status: 'end', ratio: null });
    expect(row('g2')).toMatchObject({ status: 'limit', ratio: 1 });
    expect(r.against).toBe(row('g2').key);
  });
});

test('of one rank, numbers stand before what is only a bound', () => {
  const sweeps = [
    made('30:1010 50:500', { hardware: 'g1' }),
    made('20:1000 50:300', { hardware: 'g2' }),
  ];
  const r = ranked(sweeps, { at: 20, by: 'throughput' });
  expect(r.rows.map(({ hardware, rank, status }) => [hardware, rank, status])).toEqual([
    ['g2', 1, 'measured'],
    ['g1', 1, 'faster'],
  ]);
});

test('leaders are read on both sides of the end of every curve, however short what follows', () => {
  const [long, short] = [lone('10:100 100.3:50'), lone('10:400 100:300')].map((one, i) => ({
    ...one,
    side: { ...one.side, key: `k${i}` },
  })) as [ReturnType<typeof lone>, ReturnType<typeof lone>];
  const stretches = leaderStretches([long, short], ({ side }) => side.key);
  expect(stretches.map(({ from, to, row, outcome }) => [from, to, row, outcome])).toEqual([
    [10, 100, 'k1', 'ahead'],
    [100.1, 100.3, 'k0', 'only'],
  ]);
});

test('the filter to drop is the one without which most are left', () => {
  const sweeps = [
    made('10:9', { hardware: 'g1', precision: 'fp4' }),
    made('10:9', { hardware: 'g2', precision: 'fp4' }),
    made('10:9', { hardware: 'g1', precision: 'fp8' }),
  ];
  const filters = { hardware: ['m3'], precision: ['fp4'] };
  expect(ranked(sweeps, { filters }).notices[0]).toMatchObject({
    code: 'filter-empty',
    facts: { drop: 'hardware' },
  });
  const other = { hardware: ['g2'], precision: ['fp8'], engine: ['sglang'] };
  expect(ranked(sweeps, { filters: other }).notices[0]?.facts).toEqual({ drop: 'hardware' });
});
