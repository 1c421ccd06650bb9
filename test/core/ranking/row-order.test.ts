import { describe, expect, test } from 'vitest';
import { ROW_ORDERS, orderedRows } from '../../../src/core/ranking/row-order.ts';
import type { RowOrder } from '../../../src/core/ranking/row-order.ts';
import type { RankRow } from '../../../src/core/ranking/ranking-types.ts';
import { shippedRanking } from '../../view/fixtures/shipped-rankings.ts';

const { rows } = shippedRanking('deepseek-r1/8k1k', { at: 60, show: 'all' });
/** numbers and, of curves that begin higher, bounds */
const { rows: mixed } = shippedRanking('deepseek-r1/8k1k', { at: 25, show: 'all' });

const READ: Readonly<Record<Exclude<RowOrder, 'rank'>, (row: RankRow) => string | number | null>> =
  {
    configuration: ({ key }) => key,
    ttft: ({ value, bound }) => {
      const ends = ((value ?? bound)?.ttft ?? []).flatMap((end) => end ?? []);
      return ends.length === 0 ? null : Math.max(...ends);
    },
    concurrency: ({ value }) => value?.concurrency ?? null,
    gpus: ({ value, bound }) => {
      const ends = ((value ?? bound)?.gpus ?? []).flatMap((end) => end ?? []);
      return ends.length === 0 ? null : Math.max(...ends);
    },
    date: ({ date }) => date,
  };

describe.each(ROW_ORDERS.filter((order) => order !== 'rank'))('by %s', (order) => {
  const read = READ[order];

  test.each([{ rows }, { rows: mixed }])(
    'every row is there once, and every two stand as they should',
    ({ rows }) => {
      const ordered = orderedRows(rows, order);
      expect(ordered.toSorted((a, b) => rows.indexOf(a) - rows.indexOf(b))).toEqual(rows);
      for (const [i, row] of ordered.entries()) {
        const before = ordered[i - 1];
        if (before === undefined) continue;
        const [a, b] = [read(before), read(row)];
        if (a === null) expect(b).toBeNull();
        if (a === null || b === null) continue;
        expect(order === 'date' ? a >= b : a <= b).toBe(true);
        if (a === b) expect(rows.indexOf(before)).toBeLessThan(rows.indexOf(row));
      }
    },
  );
});

test('by rank they are as they were, and nothing is known of some', () => {
  expect(orderedRows(rows, 'rank')).toBe(rows);
  expect(rows.some(({ value }) => value === null)).toBe(true);
  expect(mixed.filter(({ bound }) => bound !== null).length).toBeGreaterThan(3);
  expect(orderedRows(rows, 'concurrency').at(-1)!.value).toBeNull();
  expect(orderedRows(rows, 'ttft').map(({ key }) => key)).not.toEqual(rows.map(({ key }) => key));
});
