import { describe, expect, test } from 'vitest';
import { operatingPoints } from '../fixtures.ts';
import { inventedHistory } from './invented-history.ts';

const FIRST = { run: '1', date: '2026-05-01', points: '20:2000 30:1600 50:900 80:400' };
const SECOND = { run: '2', date: '2026-05-02', points: '20:2600 30:2080 50:1170 80:520' };
const THIN = { run: '3', date: '2026-05-03', points: '50:1180' };

describe('history', () => {
  test('every run at the target, the oldest first, each against the one before', () => {
    const { runs, at, id } = inventedHistory([SECOND, FIRST], { at: 50 });
    expect(id).toBe('mo-1/1k1k/g1-fp8-off-sglang-single-node');
    expect(at).toBe(50);
    expect(runs.map(({ token }) => token)).toEqual(['20260501', '20260502']);
    expect(runs.map(({ side }) => side.label)).toEqual(['2026-05-01', '2026-05-02']);
    expect(runs.map(({ value }) => value!.throughput)).toEqual([900, 1170]);
    expect(runs.map(({ value }) => value!.status)).toEqual(['measured', 'measured']);
    // $1.8 an hour: 1.8e6 / (3600 · 900)
    expect(runs[0]!.value!.costPerMillionTokens).toBeCloseTo(0.5556, 4);
    expect(runs[0]!.change).toBeNull();
    expect(runs[1]!.change).toMatchObject({ outcome: 'ahead', side: '20260502', ratio: 1.3 });
  });

  test('prices and utilisation are those asked for', () => {
    const { runs, ownPrices } = inventedHistory([FIRST], { at: 50, usd: 3.6, util: 0.5 });
    expect(runs[0]!.value!.costPerMillionTokens).toBeCloseTo((3.6e6 / (3600 * 900)) * 2, 9);
    expect(ownPrices).toEqual(['g1']);
  });

  test('the target is the speed that most of the runs cover, unless one is asked for', () => {
    const fast = { ...SECOND, points: '70:600 80:520 90:400' };
    expect(inventedHistory([FIRST, fast]).at).toBe(75);
  });

  test('a run without a number has none, and no change is told across it', () => {
    const short = { ...SECOND, points: '20:2000 30:1600' };
    const last = { ...FIRST, run: '3', date: '2026-05-03' };
    const { runs, change } = inventedHistory([FIRST, short, last], { at: 50 });
    expect(runs.map(({ value }) => value!.status)).toEqual(['measured', 'above-range', 'measured']);
    expect(runs.map(({ value }) => value!.throughput)).toEqual([900, null, 900]);
    expect(runs.map((run) => run.change)).toEqual([null, null, null]);
    expect(change).toMatchObject({ from: 0, to: 2, lead: { outcome: 'level', ratio: 1 } });
  });

  test('the whole change leads to the run that is shown, not to a thinner newer one', () => {
    const { runs, change } = inventedHistory([FIRST, { ...SECOND, isDefault: true }, THIN], {
      at: 50,
    });
    expect(runs.map(({ isShown, isPartial }) => [isShown, isPartial])).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ]);
    expect(change).toMatchObject({ from: 0, to: 1 });
  });

  test('or to the newest with a number where the one that is shown has none', () => {
    const shown = { ...SECOND, points: '20:2000 30:1600', isDefault: true };
    const { change } = inventedHistory([FIRST, shown, THIN], { at: 50 });
    expect(change).toMatchObject({ from: 0, to: 2, lead: { side: '20260503' } });
  });

  test('there is no whole change of one number, or of none', () => {
    expect(inventedHistory([FIRST, THIN], { at: 30 }).change).toBeNull();
    expect(inventedHistory([FIRST, SECOND], { at: 500 }).change).toBeNull();
    expect(inventedHistory([FIRST], { at: 50 }).change).toBeNull();
  });

  test('a limit of the first token comes before the frontier, and takes its name from a run that has no point left', () => {
    const points = (ttft: number) => operatingPoints('20:2000 50:900', { ttft });
    const { runs } = inventedHistory(
      [
        { ...FIRST, points: points(1) },
        { ...SECOND, points: points(9) },
      ],
      { at: 50, ttft: 2 },
    );
    expect(runs.map(({ token }) => token)).toEqual(['20260501', null]);
    expect(runs.map(({ value }) => value!.status)).toEqual(['measured', 'absent']);
  });

  test('without a curve there is no target', () => {
    const late = { ...FIRST, points: operatingPoints('20:2000', { ttft: 9 }) };
    const { at, runs, change } = inventedHistory([late], { ttft: 2 });
    expect([at, runs[0]!.value, change]).toEqual([null, null, null]);
  });

  test('what is known of runs is said, and what the table has is not said again', () => {
    const issue = { reason: 'wrong answers', url: null };
    const { notices } = inventedHistory([{ ...FIRST, issue }, THIN], { at: 20 });
    expect(notices.map(({ code }) => code)).toEqual(['known-issue']);
  });

  test('two runs of one day are told apart by their numbers', () => {
    const { runs } = inventedHistory([FIRST, { ...SECOND, date: FIRST.date }], { at: 50 });
    expect(runs.map(({ side }) => side.label)).toEqual(['2026-05-01 (1)', '2026-05-01 (2)']);
    expect(runs.map(({ token }) => token)).toEqual([null, '20260501']);
    expect(new Set(runs.map(({ side }) => side.key)).size).toBe(2);
  });
});
