import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isSameLead,
  isSamePair,
  leadAmong,
  leadSides,
  leaderOf,
  savingOf,
} from '../../src/core/lead.ts';
import type { Candidate, Lead } from '../../src/core/lead.ts';

/** `'a 90<100<110'` is side a at 100, bounded by and likely between 90 and 110; `'a 100'` is exact. */
function candidates(...texts: string[]): Candidate[] {
  return texts.map((text) => {
    const [side = '', numbers = ''] = text.split(' ');
    const [low = NaN, value = low, high = value] = numbers.split('<').map(Number);
    return { side, value, low, high, likely: [low, high] };
  });
}

const higher = (...texts: string[]) => leadAmong(candidates(...texts), false)!;
const lower = (...texts: string[]) => leadAmong(candidates(...texts), true)!;

describe('leadAmong', () => {
  test('the published reference: 4729.0 against 1583.6 is 2.986 times, 66.5 % less cost', () => {
    const throughput = higher('off 1583.6', 'mtp 4729');
    expect(throughput).toMatchObject({ outcome: 'ahead', side: 'mtp', over: 'off', saving: null });
    expect(throughput.ratio).toBeCloseTo(2.986, 3);
    const cost = lower('off 0.41046', 'mtp 0.13745');
    expect(leaderOf(cost)).toBe('mtp');
    expect(savingOf(cost)).toBeCloseTo(0.665, 3);
  });

  test('ranges combine in logarithms (MOVER), not end to end', () => {
    // ln 100/50 = .693; ±ln 1.25 and ±ln 1.5 combine to √(.2231² + .4055²) = .4628, by hand
    const lead = higher('a 80<100<125', `b ${50 / 1.5}<50<75`);
    expect(lead).toMatchObject({ outcome: 'ahead', side: 'a', over: 'b' });
    expect(lead.ratioRange[0]).toBeCloseTo(2 * Math.exp(-0.46284), 3);
    expect(lead.ratioRange[1]).toBeCloseTo(2 * Math.exp(0.46284), 3);
    expect(lead.possible).toEqual([80 / 75, 125 / (50 / 1.5)]);
  });

  test('an asymmetric range counts on the side where it meets the other', () => {
    // a likely far above its value does not lower the ratio's low end; b's upper end does
    const lead = higher('a 100<100<400', 'b 50<80<80');
    expect(lead.ratioRange[0]).toBeCloseTo(1.25, 12);
    expect(lead.ratioRange[1]).toBeCloseTo(
      1.25 * Math.exp(Math.hypot(Math.log(4), Math.log(1.6))),
      12,
    );
  });

  test('open when the likely range of the ratio holds 1, and then there is no saving', () => {
    const lead = higher('a 50<100<120', 'b 40<60<110');
    expect(lead).toMatchObject({ outcome: 'open', side: 'a', over: 'b', against: 'b' });
    expect(lead.ratioRange[0]).toBeLessThan(1);
    expect(lower('a 50<60<120', 'b 40<100<170').outcome).toBe('open');
    expect(savingOf(lower('a 50<60<120', 'b 40<100<170'))).toBeNull();
    expect(leaderOf(lead)).toBeNull();
  });

  test('a third side that may be better keeps it open, and is named', () => {
    const lead = higher('a 95<100<105', 'b 80', 'c 10<60<130');
    expect(lead).toMatchObject({ outcome: 'open', side: 'a', over: 'b', against: 'c' });
    expect(leadSides(lead)).toEqual(['a', 'b']);
  });

  test.each([
    { other: '98<98.2<98.4', outcome: 'ahead' },
    { other: '97<99<101', outcome: 'level' },
    { other: '90<99<108', outcome: 'open' },
  ])('99<100<101 against $other: $outcome', ({ other, outcome }) => {
    expect(higher('a 99<100<101', `b ${other}`).outcome).toBe(outcome);
  });

  test('level needs the whole likely range within 5 %', () => {
    expect(higher('a 100', 'b 95.3<99<100.1').outcome).toBe('level');
    expect(higher('a 100', 'b 95.1<99<100.1').outcome).toBe('open');
  });

  test('level sides are named, the best first, without those further off', () => {
    const lead = higher('far 50', 'a 98<99.6<101', 'b 99<100<101', 'c 98<99.5<101');
    expect(lead).toMatchObject({ outcome: 'level', sides: ['b', 'a', 'c'] });
    expect(lower('far 150', 'a 99<101<102', 'b 99<100<102')).toMatchObject({ sides: ['b', 'a'] });
  });

  test('fewer than two numbers: none', () => {
    expect(leadAmong(candidates('a 100'), false)).toBeNull();
    expect(leadAmong([], true)).toBeNull();
  });

  test('ratio ≥ 1, inside its range, a saving only for who is ahead, and below 100 %', () => {
    const positive = fc.double({ min: 0.001, max: 1e6, noNaN: true });
    const candidate = fc
      .tuple(positive, positive, positive)
      .map((all) => all.toSorted((a, b) => a - b) as [number, number, number]);
    fc.assert(
      fc.property(candidate, candidate, fc.boolean(), ([l1, v1, h1], [l2, v2, h2], isLower) => {
        const pair = [
          { side: 'a', low: l1, value: v1, high: h1, likely: [l1, h1] as const },
          { side: 'b', low: l2, value: v2, high: h2, likely: [l2, h2] as const },
        ];
        const lead = leadAmong(pair, isLower)!;
        expect(lead.ratio).toBeGreaterThanOrEqual(1);
        expect(lead.ratio).toBeGreaterThanOrEqual(lead.ratioRange[0]);
        expect(lead.ratio).toBeLessThanOrEqual(lead.ratioRange[1]);
        expect(lead.outcome === 'ahead').toBe(lead.ratioRange[0] > 1);
        expect(lead.possible[0]).toBeLessThanOrEqual(lead.ratioRange[0] * (1 + 1e-12));
        expect(lead.possible[1]).toBeGreaterThanOrEqual(lead.ratioRange[1] * (1 - 1e-12));
        const saving = savingOf(lead);
        expect(saving !== null).toBe(isLower && lead.outcome === 'ahead');
        if (saving !== null) expect(saving).toBeCloseTo(1 - 1 / lead.ratio, 12);
        if (saving !== null) expect(saving).toBeLessThan(1);
      }),
    );
  });
});

test('two metrics are the same pair, and the same lead, only by the same sides and ratio', () => {
  const lead = (text: string): Lead => higher(...text.split(', '));
  expect(isSamePair(lead('a 100, b 50'), lead('a 100, b 40'))).toBe(true);
  expect(isSameLead(lead('a 100, b 50'), lead('a 100, b 40'))).toBe(false);
  expect(isSameLead(lead('a 100, b 50'), lead('a 10, b 5'))).toBe(true);
  expect(isSamePair(lead('a 100, b 50'), lead('b 100, a 50'))).toBe(false);
  expect(isSamePair(lead('a 100, b 50'), lead('a 100, b 40<50<101'))).toBe(false);
});
