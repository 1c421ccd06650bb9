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

/** `'a 90<100<110'` is side a at 100, bounded by 90 and 110; `'a 100'` is exact. */
function candidates(...texts: string[]): Candidate[] {
  return texts.map((text) => {
    const [side = '', numbers = ''] = text.split(' ');
    const [low = NaN, value = low, high = value] = numbers.split('<').map(Number);
    return { side, value, low, high };
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

  test('open when the bounds overlap, with the range they allow, and no saving', () => {
    const lead = higher('a 50<100<120', 'b 40<60<70');
    expect(lead).toEqual({
      outcome: 'open',
      side: 'a',
      over: 'b',
      against: 'b',
      ratio: 100 / 60,
      ratioRange: [50 / 70, 120 / 40],
    });
    expect(savingOf(lower('a 50<60<120', 'b 40<100<170'))).toBeNull();
    expect(leaderOf(lead)).toBeNull();
  });

  test('ahead when they do not, and the range is of one order', () => {
    const lead = higher('a 80<100<120', 'b 40<60<70');
    expect(lead).toMatchObject({ outcome: 'ahead', ratioRange: [80 / 70, 3] });
  });

  test('bounds that touch leave it open', () => {
    expect(higher('a 70<100<120', 'b 40<60<70').outcome).toBe('open');
  });

  test('a third side whose bounds reach the best keeps it open, and is named', () => {
    const lead = higher('a 90<100<110', 'b 80', 'c 10<60<95');
    expect(lead).toMatchObject({ outcome: 'open', side: 'a', over: 'b', against: 'c' });
    expect(leadSides(lead)).toEqual(['a', 'b']);
  });

  test.each([
    { other: 97.1, outcome: 'level' },
    { other: 97, outcome: 'ahead' },
  ])('100 against $other: $outcome (3 %)', ({ other, outcome }) => {
    expect(higher('a 100', `b ${other}`).outcome).toBe(outcome);
  });

  test('level sides are named, the best first, without those further off', () => {
    const lead = higher('far 50', 'a 99', 'b 100', 'c 98');
    expect(lead).toMatchObject({ outcome: 'level', sides: ['b', 'a', 'c'] });
    expect(lower('far 150', 'a 101', 'b 100')).toMatchObject({ sides: ['b', 'a'] });
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
          { side: 'a', low: l1, value: v1, high: h1 },
          { side: 'b', low: l2, value: v2, high: h2 },
        ];
        const lead = leadAmong(pair, isLower)!;
        expect(lead.ratio).toBeGreaterThanOrEqual(1);
        expect(lead.ratio).toBeGreaterThanOrEqual(lead.ratioRange[0]);
        expect(lead.ratio).toBeLessThanOrEqual(lead.ratioRange[1]);
        if (lead.outcome !== 'level') expect(lead.outcome === 'ahead').toBe(lead.ratioRange[0] > 1);
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
