import { RANK_COLUMNS } from '../../figure/rank-columns.ts';
import { css } from '../../markup/css.ts';
import { HIDDEN_STYLE } from './hidden.ts';

const [LINE, MORE, ALL] = RANK_COLUMNS.map(({ from }) => `${from}px`);

/** The rows of a ranking: on its page, and on those of others. */
export const RANK_TABLE_STYLE = css`
  /* one row a line, which scrolls rather than wraps */
  .rank-scroll {
    overflow-x: auto;
    container-type: inline-size;
  }
  .ranks {
    display: block;
    font-size: 14px;
    line-height: 1.35;
    font-variant-numeric: tabular-nums;
  }
  /* rows of their own with the same columns, so that one that changes does not lay out the others */
  .ranks :is(thead, tbody) {
    display: block;
  }
  .ranks tr {
    display: grid;
    grid-template-columns: 3em minmax(0, 1fr) 150px 12em 5em 6em 7.2em 4em 6em;
    gap: 12px;
    align-items: baseline;
    min-width: 73em;
    padding: 5px 0;
  }
  .ranks thead tr {
    align-items: end;
    border-bottom: 1px solid var(--ink);
  }
  .ranks tr + tr:not(.tied) {
    border-top: 1px solid var(--hairline);
  }
  .ranks th {
    text-align: start;
  }
  .ranks tbody th {
    font-weight: 400;
  }
  .ranks .figure {
    text-align: end;
  }
  .ranks b {
    font-weight: 600;
  }
  .side-mark {
    width: 11px;
    height: 11px;
    margin-inline-end: 6px;
    vertical-align: -0.5px;
  }
  .ranks a {
    text-decoration-color: var(--hairline);
  }
  ${HIDDEN_STYLE}
  .out,
  .why {
    color: var(--muted);
  }
  .whisker {
    width: 150px;
    height: 14px;
    display: block;
  }
  .range,
  .open {
    fill: none;
    stroke: var(--ink);
    stroke-width: 1.5;
  }
  .whisker .ink {
    fill: var(--ink);
  }
  .why {
    grid-column: span 2;
  }

  /* where it is narrow each row has two lines of its own */
  @container (width<${LINE!}) {
    .ranks thead,
    .ranks td:nth-child(n + 5),
    .ranks .why ~ td {
      display: none;
    }
    .ranks tr {
      grid-template-columns: 2.4em 1fr auto;
      gap: 4px;
      min-width: 0;
    }
    .ranks th {
      grid-column: 2 / 4;
    }
    .ranks .rank {
      grid-row: 1 / 3;
    }
  }
`;

/**
 * On a page of somebody else rows have as many columns as there is room for, and none to scroll to:
 * the ranking's own page has all.
 *
 * @param rows - selector of the table there
 */
export function rankColumnsStyle(rows: string): string {
  return css`
    ${rows} tr {
      min-width: 0;
      @container (${LINE!}<=width<${ALL!}) {
        grid-template-columns: 3em minmax(0, 1fr) 150px 10em 5em 6em 7.2em;
        > :nth-last-child(-n + 2) {
          display: none;
        }
      }
      @container (${LINE!}<=width<${MORE!}) {
        grid-template-columns: 3em minmax(0, 1fr) 150px 9em 5em;
        > :nth-last-child(-n + 4) {
          display: none;
        }
      }
    }
  `;
}
