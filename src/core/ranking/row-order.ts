import { compareText } from '../sweep.ts';
import type { RankRow } from './ranking-types.ts';

/** What the table of a ranking can be put in order by; the rank comes first unless told otherwise. */
export const ROW_ORDERS = ['rank', 'configuration', 'ttft', 'concurrency', 'gpus', 'date'] as const;
export type RowOrder = (typeof ROW_ORDERS)[number];

/**
 * The rows in another order: names by the alphabet, the smallest TTFT (at the neighbouring knot where it
 * is larger), concurrency or number of GPUs first, the newest run first. What is not known comes last;
 * rows that are alike keep their order.
 */
export function orderedRows(rows: readonly RankRow[], order: RowOrder): readonly RankRow[] {
  if (order === 'rank') return rows;
  if (order === 'configuration') return rows.toSorted((a, b) => compareText(a.key, b.key));
  if (order === 'date') {
    return rows.toSorted((a, b) => compareText(b.date ?? '', a.date ?? ''));
  }
  const numbers = new Map(rows.map((row) => [row, numberOf(row, order)]));
  return rows.toSorted((a, b) => {
    const [one, other] = [numbers.get(a)!, numbers.get(b)!];
    return one === other ? 0 : one - other; // both may be infinite
  });
}

/** Infinite where it is not known. */
function numberOf(row: RankRow, order: 'ttft' | 'concurrency' | 'gpus'): number {
  if (order === 'concurrency') return row.value?.concurrency ?? Infinity;
  const known = ((row.value ?? row.bound)?.[order] ?? []).flatMap((end) => end ?? []);
  return known.length === 0 ? Infinity : Math.max(...known);
}
