import { RANK_PLOT_STYLE } from '../../figure/rank-plot-style.ts';
import { css } from '../../markup/css.ts';

/** What only the page of a ranking has. */
export const RANKING_STYLE =
  RANK_PLOT_STYLE +
  css`
    .leading {
      margin-top: 12px;
    }
    .fine-print {
      font-size: 12px;
      color: var(--muted);
      margin-top: 8px;
    }
    .visually-hidden {
      position: absolute;
      clip-path: inset(50%);
      width: 1px;
      height: 1px;
      overflow: hidden;
    }

    /* controls in a row, filters below them */
    .rank-form {
      margin-top: 28px;
      padding-top: 16px;
      border-top: 1px solid var(--hairline);
    }
    .controls {
      display: grid;
      gap: 8px 16px;
      grid-template-columns: repeat(auto-fill, minmax(148px, 1fr));
      align-items: end;
    }
    .controls label > span {
      display: block;
      color: var(--muted);
    }
    .check {
      padding-bottom: 6px;
    }
    .filters {
      margin-top: 12px;
    }
    .filters summary {
      cursor: pointer;
      width: fit-content;
      padding: 5px 0;
    }
    .filters fieldset {
      border: 0;
      margin: 0;
      padding: 4px 0;
      display: flex;
      flex-wrap: wrap;
      gap: 2px 16px;
    }
    .filters legend {
      float: left;
      padding: 0;
      width: 12em;
      color: var(--muted);
    }
    .filter a {
      text-decoration: none;
      padding: 0 4px;
    }
    .active {
      font-weight: 650;
    }

    /* chart */
    .rank-chart {
      container-type: inline-size;
      margin-top: 32px;
    }
    .rank-chart h2,
    .ranking > h2 {
      font-size: 16px;
      margin-bottom: 12px;
    }
    .rank-chart .plot {
      display: block;
      width: 100%;
      height: auto;
      overflow: visible;
    }
    .rank-chart .wide-chart {
      display: none;
    }
    @container (min-width:700px) {
      .rank-chart .wide-chart {
        display: block;
      }
      .rank-chart .narrow-chart {
        display: none;
      }
    }

    /* table */
    .ranking {
      margin-top: 40px;
    }
    .rank-scroll {
      overflow-x: auto;
    }
    .by {
      margin-bottom: 12px;
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

    /* sources */
    #sources p {
      overflow-wrap: anywhere;
    }

    /* two lines a row */
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
      .filters legend {
        width: 100%;
      }
    }
  `;
