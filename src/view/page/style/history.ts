import { css } from '../../markup/css.ts';
import { HIDDEN_STYLE } from './hidden.ts';

/** What only the page of a history has: two charts and the table of runs. */
export const HISTORY_STYLE = css`
  .day {
    white-space: nowrap;
  }

  /* the charts, under each other or side by side */
  .charts {
    display: grid;
    gap: 32px 40px;
    margin-top: 32px;
  }
  .charts > figure {
    container-type: inline-size;
    min-width: 0;
  }
  @media (min-width: 1100px) {
    .charts {
      grid-template-columns: 1fr 1fr;
    }
  }
  .charts h2 {
    font-size: 16px;
    margin-bottom: 12px;
  }
  .charts .plot {
    display: block;
    width: 100%;
    height: auto;
    overflow: visible;
  }
  .charts .wide-chart {
    display: none;
  }
  @container (min-width:480px) {
    .charts .wide-chart {
      display: block;
    }
    .charts .narrow-chart {
      display: none;
    }
  }
  .lens {
    fill: currentColor;
    opacity: 0.1;
  }
  .fine-print {
    font-size: 12px;
    color: var(--muted);
    margin-top: 8px;
  }

  /* the line over time */
  .time-line {
    fill: none;
    stroke: var(--muted);
    stroke-width: 1.25;
  }
  .earlier {
    color: var(--muted);
  }
  .bar {
    stroke: currentColor;
    stroke-width: 1.5;
  }
  .gap {
    fill: none;
    stroke: var(--muted);
    stroke-width: 1.5;
  }
  .image-change {
    stroke: var(--hairline);
  }

  /* the runs */
  .runs-scroll {
    overflow-x: auto;
  }
  .runs {
    border-collapse: collapse;
    width: 100%;
    font-size: 14px;
    line-height: 1.35;
    font-variant-numeric: tabular-nums;
  }
  .runs :is(th, td) {
    text-align: start;
    font-weight: 400;
    padding: 6px 16px 6px 0;
    vertical-align: baseline;
  }
  .runs thead th {
    font-weight: 650;
    border-bottom: 1px solid var(--ink);
    vertical-align: bottom;
  }
  .runs tbody > tr > * {
    border-bottom: 1px solid var(--hairline);
  }
  .runs .figure {
    text-align: end;
    white-space: nowrap;
  }
  .runs thead .figure {
    white-space: normal;
    max-width: 8em;
  }
  .runs b,
  .runs .settled {
    font-weight: 600;
  }
  .runs tbody th {
    white-space: nowrap;
  }
  .runs .shown th a {
    font-weight: 600;
  }
  .note {
    display: block;
    font-size: 12px;
    color: var(--muted);
  }
  .image {
    max-width: 22em;
    overflow-wrap: anywhere;
    font-size: 12px;
  }
  .why {
    color: var(--muted);
  }
  .measured {
    margin-inline: 2px -8px;
  }
  .runs .choice {
    text-align: center;
    padding-inline: 4px;
  }
  .choice label {
    display: block;
    cursor: pointer;
  }
  .choice input {
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: var(--ink);
  }
  .choice-name {
    display: none;
  }
  ${HIDDEN_STYLE}

  /* another speed */
  .speed {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: end;
    margin-top: 24px;
  }
  .speed span {
    display: block;
    color: var(--muted);
  }
  .speed input {
    max-width: 10em;
  }
  #sources p {
    overflow-wrap: anywhere;
  }

  /* where that has no room, each run is a block of its own */
  @media (max-width: 1099px) {
    .runs thead {
      display: none;
    }
    .runs tbody > tr {
      display: grid;
      grid-template-columns: repeat(4, 1fr);
      gap: 4px 16px;
      padding: 12px 0;
      border-bottom: 1px solid var(--hairline);
    }
    .runs tbody > tr > * {
      border: 0;
      padding: 0;
    }
    .runs :is(tbody th, .image, .why) {
      grid-column: 1 / -1;
      max-width: none;
    }
    .runs .change {
      grid-column: span 2;
    }
    .runs .figure {
      text-align: start;
    }
    .runs .figure::before {
      content: attr(data-head);
      display: block;
      font-size: 12px;
      font-weight: 400;
      color: var(--muted);
      white-space: normal;
    }
    .runs .choice {
      text-align: start;
    }
    .choice label {
      display: flex;
      gap: 8px;
      align-items: center;
      padding: 4px 0;
    }
    .choice-name {
      display: inline;
    }
  }
  @media (max-width: 599px) {
    .runs tbody > tr {
      grid-template-columns: 1fr 1fr;
    }
  }
`;
