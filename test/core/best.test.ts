import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestOf } from '../../src/core/best.ts';
import type { Candidate } from '../../src/core/best.ts';

/** `'a 90<100<110'` is side a at 100, bounded by 90 and 110; `'a 100'` is exact. */
function candidates(...texts: string[]): Candidate[] {
  return texts.map((text) => {
    const [side = '', numbers = ''] = text.split(' ');
    const [low = NaN, value = low, high = value] = numbers.split('<').map(Number);
    return { side, value, low, high };
  });
}

describe('bestOf', () => {
  test('the published reference: 4729.0 against 1583.6 is 2.986 times, 66.5 % less cost', () => {
    const throughput = bestOf(candidates('off 1583.6', 'mtp 4729'), 'throughput')!;
    expect(throughput).toMatchObject({ side: 'mtp', over: 'off', decided: true, tie: false });
    expect(throughput.ratio).toBeCloseTo(2.986, 3);
    expect(throughput.saving).toBeNull();
    const cost = bestOf(candidates('off 0.41046', 'mtp 0.13745'), 'costPerMillionTokens')!;
    expect(cost.side).toBe('mtp');
    expect(cost.saving).toBeCloseTo(0.665, 3);
  });

  test('undecided when the bounds overlap, with the range they allow', () => {
    const best = bestOf(candidates('a 50<100<120', 'b 40<60<70'), 'throughput')!;
    expect(best).toMatchObject({ side: 'a', decided: false, ratioRange: [50 / 70, 120 / 40] });
  });

  test('decided when they do not, and the range is of one order', () => {
    const best = bestOf(candidates('a 80<100<120', 'b 40<60<70'), 'throughput')!;
    expect(best).toMatchObject({ decided: true, ratioRange: [80 / 70, 3] });
  });

  test('bounds that touch are not decided', () => {
    expect(bestOf(candidates('a 70<100<120', 'b 40<60<70'), 'throughput')!.decided).toBe(false);
  });

  test('a third side whose bounds reach the best leaves it undecided', () => {
    const best = bestOf(candidates('a 90<100<110', 'b 80', 'c 10<60<95'), 'throughput')!;
    expect(best).toMatchObject({ side: 'a', over: 'b', decided: false });
  });

  test.each([
    { other: 97.1, tie: true },
    { other: 97, tie: false },
  ])('100 against $other: tie $tie (3 %)', ({ other, tie }) => {
    const best = bestOf(candidates('a 100', `b ${other}`), 'throughput')!;
    expect(best.tie).toBe(tie);
    expect(best.side).toBe(tie ? null : 'a');
  });

  test('fewer than two numbers: none', () => {
    expect(bestOf(candidates('a 100'), 'throughput')).toBeNull();
  });

  test('ratio ≥ 1, inside its range, saving below 100 %, whichever way is better', () => {
    const positive = fc.double({ min: 0.001, max: 1e6, noNaN: true });
    const candidate = fc
      .tuple(positive, positive, positive)
      .map((all) => all.toSorted((a, b) => a - b) as [number, number, number]);
    fc.assert(
      fc.property(candidate, candidate, fc.boolean(), ([l1, v1, h1], [l2, v2, h2], lower) => {
        const pair = [
          { side: 'a', low: l1, value: v1, high: h1 },
          { side: 'b', low: l2, value: v2, high: h2 },
        ];
        const best = bestOf(pair, lower ? 'costPerMillionTokens' : 'throughput')!;
        expect(best.ratio).toBeGreaterThanOrEqual(1);
        expect(best.ratio).toBeGreaterThanOrEqual(best.ratioRange[0]);
        expect(best.ratio).toBeLessThanOrEqual(best.ratioRange[1]);
        expect(best.decided).toBe(best.ratioRange[0] > 1);
        if (lower) expect(best.saving).toBeLessThan(1);
      }),
    );
  });
});
