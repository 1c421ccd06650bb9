import { describe, expect, test } from 'vitest';
import { calibrationOf, leadDecisions, likelyCoverage } from '../../../data/release/calibration.ts';
import { loadData } from '../../../data/load/load.ts';
import { buildRelease } from '../../../data/release/release.ts';
import { sweepId } from '../../../src/core/sweep.ts';
import { numberText } from '../../../src/view/format.ts';
import { en } from '../../../src/view/words/en/index.ts';

/** The bounds that the design sets for the measured sweeps that ship. */
const LEAST_INSIDE = 0.95;
const MOST_WRONG = 0.005;

/** The imports that the rule was calibrated on, which the page of the method names. */
const IMPORTS = /^sweeps[/\\](inferencex-2025-12|atom-2026-05)[/\\]/;
const data = await loadData([]);
const imported = data.sweeps.filter((sweep) =>
  IMPORTS.test(data.origins.get(sweepId(sweep))!.file),
);
const { coverage, decisions } = calibrationOf(buildRelease({ ...data, sweeps: imported }).sweeps);

describe.skipIf(imported.length === 0)('on the measured sweeps of the calibration', () => {
  test('a likely range holds the value that was left out at least 95 times in 100', () => {
    expect(coverage.values).toBeGreaterThan(1000);
    expect(coverage.inside / coverage.values).toBeGreaterThanOrEqual(LEAST_INSIDE);
    expect(Math.abs(coverage.bias)).toBeLessThan(0.01);
  });

  test.each(decisions)(
    '$knots knots kept: the wrong side is named at most 5 times in 1,000',
    (of) => {
      expect(of.pairs).toBeGreaterThan(1000);
      expect(of.wrong / of.pairs).toBeLessThanOrEqual(MOST_WRONG);
      expect(of.ahead + of.level + of.open).toBe(of.pairs);
      expect(of.ahead / of.pairs).toBeGreaterThan(0.4);
    },
  );

  test('the page of the method says these figures', () => {
    const said = JSON.stringify(en.method.sections);
    const percent = (part: number, of: number, digits: number) =>
      ((100 * part) / of).toFixed(digits);
    const list = (parts: readonly string[]) =>
      `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)} %`;
    const { values, inside, bias } = coverage;
    expect(said).toContain(
      `${numberText(inside, 0)} of ${numberText(values, 0)} values (${percent(inside, values, 1)} %)`,
    );
    expect(said).toContain(`off by ${(100 * bias).toFixed(1).replace('-', '−')} %`);
    expect(said).toContain(`on ${numberText(decisions[0]!.pairs, 0)} pairs`);
    expect(said).toContain(list(decisions.map(({ ahead, pairs }) => percent(ahead, pairs, 1))));
    expect(said).toContain(list(decisions.map(({ wrong, pairs }) => percent(wrong, pairs, 2))));
  });

  test('more knots decide more', () => {
    const decided = decisions.map(({ ahead, pairs }) => ahead / pairs);
    expect(decided).toEqual(decided.toSorted((a, b) => a - b));
  });
});

describe('the count itself', () => {
  const line = (throughputs: readonly number[]) =>
    throughputs.map((throughput, i) => ({ interactivity: 10 * (i + 1), throughput }));

  test('a straight line predicts itself; a spike is outside', () => {
    expect(likelyCoverage([line([500, 400, 300, 200])])).toEqual({ values: 2, inside: 2, bias: 0 });
    // without the spike, 20 lies half-way from (10, 500) to (30, 300): at most 1.02·500
    expect(likelyCoverage([line([500, 9000, 300, 200])])).toMatchObject({ values: 2, inside: 1 });
  });

  test('a leader that the left-out measurement contradicts is wrong', () => {
    const high = line([1000, 20, 800, 700]);
    const low = line([100, 90, 80, 70]);
    // at 20 the first was measured below the second, which its neighbours do not let one expect
    expect(leadDecisions([[high, low]], Infinity)).toMatchObject({ pairs: 4, ahead: 4, wrong: 1 });
    expect(leadDecisions([[line([1000, 900, 800, 700]), low]], Infinity).wrong).toBe(0);
  });
});
