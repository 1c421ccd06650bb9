import { en } from '../../../src/view/words/en/index.ts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linksOf } from '../fixtures/links.ts';
import { comparisonMarkdown, escapedMarkdown } from '../../../src/view/text/markdown.ts';
import { REFERENCE, comparison, side, UNDECIDED } from '../fixtures/comparison.ts';

function markdown(c: typeof REFERENCE): string {
  return comparisonMarkdown(c, linksOf(c), en);
}

describe('comparisonMarkdown', () => {
  test('has the published figures in a table', () => {
    const text = markdown(REFERENCE);
    expect(text).toMatch(/^# Qwen 3\.5 397B-A17B on B300 FP4: MTP vs Off\n/);
    expect(text).toContain('| 93 | MTP | 4729.0 | — | 0.13745 |');
    expect(text).toContain('| 154 | Off | 614.2 | — | 1.05829 |');
    expect(text).toContain('| 124 | MTP over Off | 3.305× |');
    expect(text).toContain('69.7\u202f%');
    expect(text).toContain(
      '[JSON](https://matchpoint.example/compare/qwen-3-5/b300-fp4/mtp-vs-off.json)',
    );
    expect(text).toContain('Release 9f2c41d07a3e of 2026-11-23');
  });

  test('marks what was interpolated, with its bounds', () => {
    const text = markdown(comparison([side('a', '10:100:64 20:50:32'), side('b', '10:90 20:80')]));
    expect(text).toMatch(/\| 15 \| A \| 75\.00 \| 50\.00 to 100\.00 \|/);
    expect(text).toMatch(/\\~48/);
    expect(text).toContain('| interpolated |');
  });

  test('marks concurrency that its source has as approximate, also at a point', () => {
    const printed = side('a', '10:100:64 20:50:32');
    const knots = printed.knots.map((knot) => ({ ...knot, concurrencyOrigin: 'approximate' }));
    const sides = [{ ...printed, knots }, side('b', '10:90:48 20:80:40')];
    const text = markdown(comparison(sides, { targets: [10] }));
    expect(text).toMatch(/\\~64\b/);
    expect(text).toMatch(/\| 48(\.0)? \|/);
  });

  test('says an open loop where the concurrency would stand', () => {
    const open = side('a', '10:100 20:50');
    const knots = open.knots.map((knot) => ({
      ...knot,
      concurrencyOrigin: 'open loop, 4 requests/s',
    }));
    const sides = [{ ...open, knots }, side('b', '10:90:48 20:80:40')];
    const text = markdown(comparison(sides, { targets: [10] }));
    expect(text).toMatch(/\| open loop, 4 requests\/s \| measured \|/);
    expect(text).toMatch(/\| 48(\.0)? \| measured \|/);
  });

  test('says so where no target is shared', () => {
    const text = markdown(comparison([side('a', '10:100 20:50'), side('b', '30:90 40:80')]));
    expect(text).toContain('There is no speed at which to compare.');
    expect(text).not.toContain('NaN');
  });

  test('an answer that says all there is at its target is printed once', () => {
    const sides = [side('a', '20:100 30:50'), side('b', '25:90 40:80')];
    const alone = markdown(comparison(sides, { targets: [20] }));
    expect(alone.match(/At 20 tok\/s\/user, only A has a figure/g)).toHaveLength(1);
    const two = markdown(comparison(sides, { targets: [20, 28] }));
    expect(two).toMatch(/^- At 20 tok\/s\/user, only A has a figure/m);
  });

  test('the source line has no price and no source where there are none', () => {
    const bare = { usdPerGpuHour: null, sources: [] };
    const unpriced = [side('a', '10:100 20:50', bare), side('b', '10:90 20:40', bare)];
    const text = markdown(comparison(unpriced));
    expect(text).toContain('\nAsked of measured figures. Release 9f2c41d07a3e of 2026-11-23.\n');
    expect(text).toContain('\nCosts not known: no hyperscaler price; rate card 2025-08: ');
    const priced = markdown(REFERENCE);
    expect(priced).toContain('\nSource: InferenceX by SemiAnalysis, published figures. Release ');
    expect(priced).toContain('\nCosts at \\$2.34 per GPU-hour (hyperscaler, rates of 2025-08); ');
  });

  test('a text stays one cell of one line without markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (label) => {
        const text = escapedMarkdown(label);
        expect(text).not.toMatch(/[\r\n<>]/);
        expect(text.replaceAll(/\\[\\`*_[\]|~$#]/g, '')).not.toMatch(/[\\`*_[\]|~$#]/);
      }),
      { seed: 20_261_124 },
    );
  });
});

test('no saving where no side is ahead', () => {
  const text = comparisonMarkdown(UNDECIDED, linksOf(UNDECIDED), en);
  expect(UNDECIDED.values.some(({ best }) => best.costPerMillionTokens!.outcome === 'open')).toBe(
    true,
  );
  const ratios = text.split('\n').filter((line) => line.includes('×'));
  for (const [i, { best }] of UNDECIDED.values.entries()) {
    const isAhead = best.costPerMillionTokens!.outcome === 'ahead';
    expect(ratios[i]!.includes('%')).toBe(isAhead);
  }
});
