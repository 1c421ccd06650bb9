import { describe, expect, test } from 'vitest';
import { runTokens, runsOf } from '../../../src/core/history/run-tokens.ts';
import { entryOf, sweep } from '../fixtures.ts';
import type { SweepSketch } from '../fixtures.ts';

function entries(...sketches: readonly Partial<SweepSketch>[]) {
  return sketches.map((sketch, i) =>
    entryOf(sweep({ run: String(i + 1), points: '20:2000 50:900', ...sketch })),
  );
}

describe('runsOf', () => {
  test('the runs of one key and basis, the oldest first', () => {
    const all = entries(
      { date: '2026-05-03' },
      { date: '2026-05-01' },
      { key: { hardware: 'g2' } },
      { basis: 'published' },
      { date: '2026-05-02' },
    );
    expect(runsOf(all, all[0]!).map(({ run }) => run)).toEqual(['2', '5', '1']);
  });
});

describe('runTokens', () => {
  const tokensOf = (...sketches: readonly Partial<SweepSketch>[]) => {
    const all = entries(...sketches);
    return runTokens(runsOf(all, all[0]!), all);
  };

  test('a run is named by its day', () => {
    expect(tokensOf({ date: '2026-05-01' }, { date: '2026-05-02' })).toEqual([
      '20260501',
      '20260502',
    ]);
  });

  test('or by its label, where no other run has that', () => {
    expect(
      tokensOf({ date: '2026-05-01', label: 'before' }, { date: '2026-05-01', label: 'after' }),
    ).toEqual(['~before', '~after']);
    expect(
      tokensOf({ date: '2026-05-01', label: 'same' }, { date: '2026-05-02', label: 'same' }),
    ).toEqual(['20260501', '~same']);
  });

  test('of two runs of one day only the later one has a name', () => {
    expect(tokensOf({ date: '2026-05-01' }, { date: '2026-05-01' })).toEqual([null, '20260501']);
  });

  test('a run without day and label has none', () => {
    expect(tokensOf({ date: null }, { date: '2026-05-02' })).toEqual([null, '20260502']);
  });

  test('nor has any where the same tokens mean another configuration too', () => {
    const other = { key: { interactivityBasis: 'mean-tpot' }, date: '2026-05-01' } as const;
    expect(tokensOf({ date: '2026-05-01' }, { date: '2026-05-03' }, other)).toEqual([null, null]);
  });

  test('figures of the other basis are in no comparison with it', () => {
    const published = { basis: 'published', date: '2026-05-01' } as const;
    expect(tokensOf({ date: '2026-05-01' }, published)).toEqual(['20260501']);
  });
});
