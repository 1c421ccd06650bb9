/** What the rows of a ranking have room for, px. */
interface RankColumns {
  /** width of the table from which on it is so */
  readonly from: number;
  /** what the columns beside the name and the gaps take, and of them that of the number */
  readonly beside: number;
  readonly number: number;
}

/**
 * From which width on rows have a line each, with how many columns on a page of somebody else; in
 * narrower tables a row has two lines.
 */
export const RANK_COLUMNS = [
  { from: 576, beside: 436, number: 126 },
  { from: 856, beside: 659, number: 140 },
  { from: 1096, beside: 851, number: 168 },
] as const satisfies readonly RankColumns[];

/** The columns of a table of a width, px; `null` where a row has two lines. */
export function rankColumns(width: number): RankColumns | null {
  return RANK_COLUMNS.findLast(({ from }) => width >= from) ?? null;
}
