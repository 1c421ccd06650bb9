import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  costPerMillionTokens,
  joulesPerToken,
  throughputPerMw,
  tokenShares,
} from '../../src/core/cost.ts';

const positive = fc.double({ min: 0.01, max: 1e5, noNaN: true });

describe('derived metrics', () => {
  // printed on /compare-spec-decode/qwen-3-5-b300-fp4-mtp-vs-none: $0.137 and 2,179,271 tok/s/MW at
  // 4,729.0 tok/s/GPU; the page's power is 2.17 kW
  test('the published reference figures', () => {
    expect(costPerMillionTokens(4729, 2.34)).toBeCloseTo(0.137, 3);
    expect(Math.round(throughputPerMw(4729, 2.17)! / 1000)).toBe(2179);
  });

  test('cost × throughput is the price', () => {
    fc.assert(
      fc.property(positive, positive, (throughput, usd) => {
        const usdPerSecond = (costPerMillionTokens(throughput, usd)! / 1e6) * throughput;
        expect(Math.abs(usdPerSecond * 3600 - usd) / usd).toBeLessThan(1e-12);
      }),
    );
  });

  test('energy × throughput is the power', () => {
    fc.assert(
      fc.property(positive, positive, (throughput, kw) => {
        const watts = joulesPerToken(throughput, kw)! * throughput;
        expect(Math.abs(watts - kw * 1000) / (kw * 1000)).toBeLessThan(1e-12);
        expect(
          Math.abs(throughputPerMw(throughput, kw)! * joulesPerToken(throughput, kw)! - 1e6),
        ).toBeLessThan(1e-6);
      }),
    );
  });

  test('half the utilisation doubles the cost', () => {
    expect(costPerMillionTokens(1000, 3.6, 0.5)).toBe(2 * costPerMillionTokens(1000, 3.6)!);
  });

  test('unknown price or power is not 0', () => {
    expect([
      costPerMillionTokens(1000, null),
      throughputPerMw(1000, null),
      joulesPerToken(1000, null),
    ]).toEqual([null, null, null]);
  });
});

describe('tokenShares', () => {
  test('8k/1k: a ninth of the tokens is output', () => {
    expect(tokenShares(8192, 1024)).toEqual({ input: 8 / 9, output: 1 / 9 });
  });
  test('no shares without fixed lengths', () => expect(tokenShares(null, 1024)).toBeNull());
});
