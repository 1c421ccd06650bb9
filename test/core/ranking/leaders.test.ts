import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contender } from '../../../src/core/ranking/contender.ts';
import type { Contender } from '../../../src/core/ranking/contender.ts';
import { decisionAt, leaderStretches } from '../../../src/core/ranking/leaders.ts';
import type { LeaderStretch } from '../../../src/core/ranking/leaders.ts';
import { rankWeight } from '../../../src/core/ranking/rank-metrics.ts';
import type { RankMetricName } from '../../../src/core/ranking/rank-metrics.ts';
import { shippedRanking, SHIPPED_RANKINGS } from '../../view/fixtures/shipped-rankings.ts';

/** Who leads, read at every tenth of a tok/s/user: the slow definition. */
function everyTenth(
  contenders: readonly Contender[],
  groupOf: (one: Contender) => string,
): LeaderStretch[] {
  const known = contenders.filter(({ weight }) => weight !== null);
  const first = Math.ceil(Math.min(...known.map(({ curve }) => curve.min)) * 10);
  const stretches: LeaderStretch[] = [];
  for (let tenths = first; ; tenths++) {
    const x = tenths / 10;
    const decision = decisionAt(known, groupOf, x);
    if (decision === null) return stretches;
    const { best, next, outcome } = decision;
    const key = (i: number | null) => (i === null ? null : known[i]!.side.key);
    const lead = { row: key(best)!, over: key(next), outcome };
    const before = stretches.at(-1);
    const isSame =
      before?.row === lead.row && before.over === lead.over && before.outcome === outcome;
    if (isSame) stretches[stretches.length - 1] = { ...before, to: x };
    else stretches.push({ from: x, to: x, ...lead });
  }
}

const byKey = ({ side }: Contender) => side.key;
const byHardware = ({ side }: Contender) => side.hardware;

describe('leaders are those of every tenth', () => {
  test.each(SHIPPED_RANKINGS)('$id, $basis', ({ id, ...asked }) => {
    const r = shippedRanking(id, { ...asked, show: 'all' });
    for (const by of ['cost', 'throughput', 'users'] as const) {
      const contenders = r.rows.flatMap((row) => {
        const weight = rankWeight(by, {
          ...row,
          util: 1,
          outputShare: r.tokenShares?.output ?? null,
        });
        return contender(row as never, weight, by === 'users') ?? [];
      });
      if (contenders.every(({ weight }) => weight === null)) continue;
      for (const groupOf of [byKey, byHardware]) {
        expect([by, leaderStretches(contenders, groupOf)]).toEqual([
          by,
          everyTenth(contenders, groupOf),
        ]);
      }
    }
  });

  const curve = fc
    .array(
      fc.tuple(
        fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 20 })),
        fc.integer({ min: 1, max: 300 }),
        fc.constantFrom(1, 1, 1.04, 1.3), // by which factor repeats of it differ
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((steps) => {
      const xs = steps.map(([step]) => step / 10);
      const ys = steps.map(([, step]) => step);
      return steps.map(([, , spread], i) => ({
        spread,
        interactivity: xs.slice(0, i + 1).reduce((sum, x) => sum + x, 0),
        throughput: 50 + ys.slice(i).reduce((sum, y) => sum + y, 0),
      }));
    });
  const field = fc.array(
    fc.record({
      knots: curve,
      weight: fc.constantFrom(1, 1, 1.01, 1.3, null),
      hardware: fc.nat(2),
    }),
    { minLength: 1, maxLength: 6 },
  );

  test.each(['throughput', 'users'] satisfies RankMetricName[])(
    'of generated curves, by %s',
    (by) => {
      fc.assert(
        // the further from 0, the more knots lie between two speeds that are read in any case
        fc.property(field, fc.constantFrom(5, 100, 900), fc.boolean(), (list, start, isGrouped) => {
          const contenders = list.map((one, i) => {
            const knots = one.knots.map(({ interactivity, ...knot }) => ({
              ...knot,
              interactivity: start + interactivity,
            }));
            const side = { key: `k${i}`, hardware: `h${one.hardware}`, knots };
            return contender(side as never, one.weight, by === 'users')!;
          });
          if (contenders.every(({ weight }) => weight === null)) return;
          const groupOf = isGrouped ? byHardware : byKey;
          expect(leaderStretches(contenders, groupOf)).toEqual(everyTenth(contenders, groupOf));
        }),
        { numRuns: 400, seed: 7 },
      );
    },
    60_000,
  );
});

test('a lead over less than a hundredth of the speed is found', () => {
  const side = (key: string, points: readonly (readonly [number, number])[]) =>
    contender(
      {
        key,
        hardware: key,
        knots: points.map(([interactivity, throughput]) => ({ interactivity, throughput })),
      } as never,
      1,
      false,
    )!;
  // b lies above a only around 100.5
  const contenders = [
    side('a', [
      [50, 1000],
      [100.3, 500],
      [100.7, 300],
      [150, 100],
    ]),
    side('b', [
      [50, 700],
      [100.4, 420],
      [100.6, 410],
      [150, 50],
    ]),
  ];
  const stretches = leaderStretches(contenders, byKey);
  const led = stretches.filter(({ row }) => row === 'b');
  expect(led.length).toBeGreaterThan(0);
  expect(stretches).toEqual(everyTenth(contenders, byKey));
});
