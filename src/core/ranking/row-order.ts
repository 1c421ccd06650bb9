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
  const keys = new Map(rows.map((row) => [row, keyOf(row, order)]));
  const sign = order === 'date' ? -1 : 1;
  return rows.toSorted((a, b) => sign * compareText(keys.get(a)!, keys.get(b)!));
}

/** What a row is put in its place by; the last of all where it is not known. */
function keyOf(row: RankRow, order: Exclude<RowOrder, 'rank'>): string | number {
  if (order === 'configuration') return row.key;
  if (order === 'date') return row.date ?? '';
  if (order === 'concurrency') return row.value?.concurrency ?? Infinity;
  const known = ((row.value ?? row.bound)?.[order] ?? []).flatMap((end) => end ?? []);
  return known.length === 0 ? Infinity : Math.max(...known);
}
