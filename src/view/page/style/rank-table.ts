import { css } from '../../markup/css.ts';

/** The rows of a ranking: on its page, and where other pages frame it. */
export const RANK_TABLE_STYLE = css`
  /* one row a line, which scrolls rather than wraps */
  .rank-scroll {
    overflow-x: auto;
  }
  .ranks {
    border-collapse: collapse;
    width: 100%;
    font-size: 14px;
    line-height: 1.35;
    font-variant-numeric: tabular-nums;
  }
  .ranks :is(th, td) {
    text-align: start;
    font-weight: 400;
    padding: 5px 12px 5px 0;
    vertical-align: baseline;
  }
  .ranks thead th {
    font-weight: 650;
    border-bottom: 1px solid var(--ink);
    vertical-align: bottom;
  }
  .ranks .figure {
    text-align: end;
    padding-inline: 0 12px;
    white-space: nowrap;
  }
  .ranks .bound {
    white-space: normal;
    max-width: 15em;
  }
  .ranks thead .figure {
    white-space: normal;
    max-width: 9em;
  }
  .ranks tbody tr:not(.tied) > * {
    border-top: 1px solid var(--hairline);
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
  .rank {
    min-width: 2.5em;
  }
  .visually-hidden {
    position: absolute;
    clip-path: inset(50%);
    width: 1px;
    height: 1px;
    overflow: hidden;
  }
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

  /* names break into few lines; on a phone each row has two lines of its own */
  @media (min-width: 600px) {
    .ranks th[scope='row'] {
      min-width: 13em;
    }
  }
  @media (max-width: 599px) {
    .ranks thead {
      display: none;
    }
    .ranks tr {
      display: grid;
      grid-template-columns: 2.2em 1fr auto;
      border-top: 1px solid var(--hairline);
      padding: 6px 0;
    }
    .ranks tr.tied {
      border-top: 0;
    }
    .ranks tbody tr > * {
      border: 0 !important;
      padding: 2px 0;
    }
    .ranks th {
      grid-column: 2 / 4;
    }
    .ranks .rank {
      grid-row: 1 / 3;
    }
    .ranks td:nth-child(3) {
      grid-column: 2;
    }
    .ranks .why {
      grid-column: 2 / 4;
    }
    .ranks td:nth-child(n + 5),
    .ranks .why ~ td {
      display: none;
    }
  }
`;
