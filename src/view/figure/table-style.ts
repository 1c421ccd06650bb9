import { css } from '../markup/css.ts';

/** The table of figures, on pages and in the element; with the style of sides. */
export const TABLE_STYLE = css`
  /* cells: names at the start, figures at the end with room for a dot */
  .table {
    border-collapse: collapse;
    table-layout: fixed;
    width: 100%;
    line-height: 1.35;
  }
  .table th {
    text-align: start;
    font-weight: 400;
    vertical-align: baseline;
  }
  .table :is(th, td) {
    padding: 4px 8px 4px 0;
  }
  .table td {
    position: relative;
  }
  .table tbody td {
    white-space: nowrap;
  }
  .table td,
  .table thead th + th,
  .table.narrow thead th {
    text-align: end;
    padding-inline: 4px 12px;
  }

  /* hairlines between rows, ink under the head */
  .table tr + tr > * {
    border-top: 1px solid var(--hairline);
  }
  .table thead :is(th, td) {
    border-bottom: 1px solid var(--ink);
    font-weight: 600;
  }

  /* what the columns leave the first one */
  .table.wide th:first-child,
  .table.narrow.columns-2 :is(th, td):first-child {
    width: 36%;
  }
  .table.wide:is(.columns-4, .columns-5) th:first-child {
    width: 26%;
  }

  /* smaller where there are many */
  .table:is(.wide.columns-4, .narrow.columns-3) {
    font-size: 13px;
  }
  .table:is(.columns-5, .narrow.columns-4) {
    font-size: 12px;
  }

  /* units; on a line with what they are of where there is room */
  .table small {
    font-size: 12px;
    color: var(--muted);
    display: block;
    font-weight: 400;
  }
  .table :is([scope='rowgroup'], .name) small {
    display: inline;
    margin-inline-start: 8px;
  }

  /* names of groups; the best */
  .table [scope='rowgroup'],
  .table b {
    font-weight: 600;
  }
  .table [scope='rowgroup'] {
    padding-top: 16px;
  }

  /* the dot of a value that was measured or published */
  .table .measured::after {
    content: '';
    position: absolute;
    inset-inline-end: 3px;
    top: 50%;
    margin-top: -2px;
    border: 2px solid var(--muted);
    border-radius: 2px;
  }

  /* ratios, and the notes at the foot */
  .table .muted > * {
    color: var(--muted);
    vertical-align: baseline;
  }
  .table .muted td {
    white-space: normal;
  }
  .table .muted small {
    color: inherit;
    font-size: 11px;
  }
  .table tfoot td {
    text-align: start;
    font-size: 12px;
    padding-inline: 0;
  }

  /* the mark before a name */
  .side-mark {
    width: 11px;
    height: 11px;
    margin-inline-end: 6px;
    vertical-align: -1px;
  }

  /* for screen readers only */
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
