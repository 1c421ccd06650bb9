import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadData } from '../../../data/load/load.ts';
import { chartPoints } from '../../../src/core/ranking/chart-points.ts';
import type { LatencyStat } from '../../../src/core/ranking/rank-options.ts';
import { rankGroups } from '../../../src/core/ranking/rank-group.ts';
import { rankSides } from '../../../src/core/ranking/rank-sides.ts';
import type { OperatingPoint, Sweep } from '../../../src/core/sweep.ts';
import { runsOf } from '../../generated-runs.ts';
import { catalog, entryOf, operatingPoints, sweep } from '../fixtures.ts';

const STATS = ['p50', 'p99'] as const;
const AXES = ['interactivity', 'ttft', 'e2el'] as const;
const FACTS = {
  ttft: { p50: 'ttft', p99: 'ttftP99' },
  e2el: { p50: 'e2el', p99: 'e2elP99' },
} as const;

/** The bits by comparing every two points; `points` in the order in which the first of equals wins. */
function slowBits(
  points: readonly OperatingPoint[],
  { stat, isSampled }: { readonly stat: LatencyStat; readonly isSampled: boolean },
): number[] {
  return points.map((p, i) =>
    AXES.reduce((sum, axis, bit) => {
      const ease = (point: OperatingPoint) => {
        if (axis === 'interactivity') return point.interactivity;
        const seconds = point[FACTS[axis][stat]];
        return seconds === null ? NaN : -seconds; // nothing compares with what is not known
      };
      const keepsPlateaus = axis === 'interactivity' && isSampled;
      const counts = (q: OperatingPoint) =>
        !keepsPlateaus ||
        !q.rounded ||
        points.every((one) => one.rounded || Math.abs(one.interactivity - q.interactivity) > 3);
      const isBeaten = points.some((q, j) => {
        if (!counts(q) || !(ease(q) >= ease(p)) || q.throughput < p.throughput) return false;
        if (q.throughput > p.throughput) return true;
        return ease(q) > ease(p) ? !keepsPlateaus : j < i;
      });
      return Number.isNaN(ease(p)) || !counts(p) || isBeaten ? sum : sum + 2 ** bit;
    }, 0),
  );
}

function expectSlowBits(sweeps: readonly Sweep[], stat: LatencyStat): number[] {
  const { basis } = sweeps[0]!;
  const stored = sweeps.flatMap((one) => one.points);
  const bits = slowBits(stored, { stat, isSampled: basis === 'published' && sweeps.length === 1 });
  const expected = stored
    .map((point, i) => ({ point, bits: bits[i]! }))
    .toSorted((a, b) => a.point.interactivity - b.point.interactivity);
  const made = chartPoints({ sweeps }, basis, stat);
  expect(
    made.map(({ frontier, sweep: from, ...point }) => {
      expect(from.points).toContainEqual(point);
      return [point, frontier];
    }),
  ).toEqual(expected.map((one) => [one.point, one.bits]));
  return made.map(({ frontier }) => frontier);
}

describe('the frontiers of a point are those on which no two points compared put it behind', () => {
  test('of every configuration that ships', async () => {
    const { sweeps, vocabulary } = await loadData([]);
    const entries = sweeps.map((one) => entryOf(one));
    const sweepOf = new Map(entries.map((entry, i) => [entry, sweeps[i]!]));
    const met = new Set<number>();
    for (const name of new Set(sweeps.map(({ key }) => `${key.model} ${key.workload}`))) {
      const [model, workload] = name.split(' ') as [string, string];
      const own = entries.filter(({ key }) => key.model === model);
      for (const group of rankGroups(own, workload, { basis: null, interactivityBasis: null })) {
        for (const pool of [false, true]) {
          const options = { pool, ttft: null, stat: 'p50' } as const;
          const sides = rankSides(group, (entry) => sweepOf.get(entry)!, options, vocabulary);
          for (const { side, sweeps: some } of sides) {
            for (const stat of STATS) {
              for (const bits of expectSlowBits(some, stat)) met.add(bits);
            }
            const knots = chartPoints({ sweeps: some }, some[0]!.basis, 'p50')
              .filter(({ frontier }) => frontier & 1)
              .map(({ interactivity, throughput }) => [interactivity, throughput]);
            expect(knots).toEqual(
              side.knots.map(({ interactivity, throughput }) => [interactivity, throughput]),
            );
          }
        }
      }
    }
    for (let bits = 0; bits < 8; bits++) expect(met).toContain(bits);
  });

  test('of generated configurations with equal points, plateaus and unknown latencies', () => {
    const step = fc.integer({ min: 1, max: 9 });
    const seconds = fc.option(fc.integer({ min: 1, max: 6 }), { nil: null });
    const point = fc
      .record({
        interactivity: step,
        throughput: step,
        rounded: fc.boolean(),
        concurrency: fc.nat(),
        ttft: seconds,
        ttftP99: seconds,
        e2el: seconds,
        e2elP99: seconds,
      })
      .map((facts) => ({ ...operatingPoints('1:1')[0]!, ...facts }));
    const clouds = fc.array(fc.array(point, { maxLength: 14 }), { minLength: 1, maxLength: 3 });
    const bases = fc.constantFrom('measured' as const, 'published' as const);
    const stats = fc.constantFrom(...STATS);
    fc.assert(
      fc.property(clouds, bases, stats, (some, basis, stat) => {
        expectSlowBits(
          some.map((points) => sweep({ basis, points })),
          stat,
        );
      }),
      runsOf(1000, 13),
    );
  });
});

test('a configuration has its own frontiers, whatever another of the ranking reaches', () => {
  const sweeps = [
    sweep({ points: operatingPoints('10:90 20:50', { ttft: 2, e2el: 9 }) }),
    sweep({ key: { hardware: 'g2' }, points: operatingPoints('10:900 20:500') }),
  ];
  const options = { pool: false, ttft: null, stat: 'p50' } as const;
  const sweepOf = new Map(sweeps.map((one) => [JSON.stringify(one.key), one]));
  const sides = rankSides(
    sweeps.map((one) => entryOf(one)),
    ({ key }) => sweepOf.get(JSON.stringify(key))!,
    options,
    catalog.vocabulary,
  );
  const bits = sides.map((side) => chartPoints(side, 'measured', 'p50').map((p) => p.frontier));
  expect(bits).toEqual([
    [7, 1],
    [1, 1],
  ]);
});
