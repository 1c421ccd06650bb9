import { describe, expect, test } from 'vitest';
import { runTokens, runFinder } from '../../../src/core/history/run-tokens.ts';
import { entryOf, sweep } from '../fixtures.ts';
import type { SweepSketch } from '../fixtures.ts';

function entries(...sketches: readonly Partial<SweepSketch>[]) {
  return sketches.map((sketch, i) =>
    entryOf(sweep({ run: String(i + 1), points: '20:2000 50:900', ...sketch })),
  );
}

describe('runFinder', () => {
  test('the runs of one key and basis, the oldest first', () => {
    const all = entries(
      { date: '2026-05-03' },
      { date: '2026-05-01' },
      { key: { hardware: 'g2' } },
      { basis: 'published' },
      { date: '2026-05-02' },
    );
    expect(runFinder(all)(all[0]!).map(({ run }) => run)).toEqual(['2', '5', '1']);
  });
});

/** Entries of many configurations and days that count how often anything of them is looked at. */
function counted(configurations: number, days: number) {
  const looks = { count: 0 };
  const all = Array.from({ length: configurations * days }, (_, i) => {
    const date = new Date(Date.UTC(2026, 0, 1 + Math.floor(i / configurations)));
    const entry = entryOf(
      sweep({
        run: String(i),
        key: { hardware: `g${i % configurations}` },
        date: date.toISOString().slice(0, 10),
        points: '20:2000 50:900',
      }),
    );
    return new Proxy(entry, {
      get: (of, field) => {
        looks.count++;
        return Reflect.get(of, field);
      },
    });
  });
  return { all, looks };
}

describe('of a release with many runs', () => {
  test('each is looked at a few times, not once for every configuration', () => {
    const { all, looks } = counted(40, 50);
    const runsOf = runFinder(all);
    const rows = all.slice(0, 40);
    expect(rows.every((row) => runsOf(row).length === 50)).toBe(true);
    expect(looks.count).toBeLessThan(60 * all.length); // sorting takes most of it
  });

  test('nor once for every run that is named', () => {
    const { all, looks } = counted(40, 50);
    const runs = runFinder(all)(all[0]!);
    looks.count = 0;
    expect(new Set(runTokens(runs, all)).size).toBe(50);
    expect(looks.count).toBeLessThan(50 * all.length);
  });
});

describe('runTokens', () => {
  const tokensOf = (...sketches: readonly Partial<SweepSketch>[]) => {
    const all = entries(...sketches);
    return runTokens(runFinder(all)(all[0]!), all);
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
