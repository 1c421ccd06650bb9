import { CHART_SHARE, LEAST_CHART, MOST_CHART } from '../../embed/height.ts';
import { css } from '../../markup/css.ts';

/** Which of two charts and two tables shows: by their container, as the element chooses. */
export const FIGURE_SWITCH = css`
  @container (min-width:600px) {
    .table.narrow,
    .chart .narrow-chart {
      display: none;
    }
  }
  @container (max-width:599.9px) {
    .table.wide,
    .chart .wide-chart {
      display: none;
    }
  }
`;

/** Chart and table without a script: under each other or side by side, as high as the element's. */
export const PAIR_STYLE = css`
  /* two parts, under each other or side by side */
  .pair {
    display: grid;
    gap: 32px 40px;
  }
  .pair > * {
    min-width: 0;
  }
  @container (min-width:1000px) {
    .pair {
      grid-template-columns: 52fr 48fr;
    }
  }

  /* the chart: one of two, as high as the element draws it, so that nothing moves once it does */
  .chart .plot {
    display: block;
    max-width: 100%;
    height: clamp(${LEAST_CHART}px, ${CHART_SHARE * 100}cqi, ${MOST_CHART}px);
    overflow: visible;
  }
  @container (min-width:1000px) {
    .chart .plot {
      height: clamp(${LEAST_CHART}px, ${CHART_SHARE * 52}cqi - 13px, ${MOST_CHART}px);
    }
  }
`;

/**
 * Chart and table of a comparison's page, and the element in their place. Where scripts run, that has
 * inputs of its own above its table, in place of the heads of a wide one: with its controls it takes
 * so much more room, or less.
 */
export const FIGURE_STYLE = css`
  /* the element, with the colours of the page */
  .comparison {
    display: block;
    container-type: inline-size;
    margin: 32px 0 0;
    font-variant-numeric: tabular-nums;
    --matchpoint-background: var(--page);
    --matchpoint-muted: var(--muted);
    --matchpoint-hairline: var(--hairline);
    --matchpoint-panel: var(--panel);
  }

  /* the page says both itself */
  .comparison::part(caption),
  .comparison::part(notices) {
    display: none;
  }

  /* headings and the line below */
  .chart figcaption,
  .figures h2 {
    margin-bottom: 12px;
  }
  .chart h2,
  .figures h2 {
    font-size: 16px;
  }
  .figures .table {
    font-size: 14px;
  }
  .fine-print {
    font-size: 12px;
    color: var(--muted);
    margin-top: 8px;
  }

  @media (scripting: enabled) {
    matchpoint-compare:has(.table) ~ * .targets {
      display: none;
    }
    .comparison .pair {
      margin-bottom: 3px;
    }
    .comparison .pair:has(.table) {
      margin-bottom: -10px;
    }
    @container (max-width:430px) {
      .comparison .pair {
        margin-bottom: 128px;
      }
      .comparison .pair:has(.table) {
        margin-bottom: 120px;
      }
    }
    @container (min-width:1000px) {
      .comparison .pair {
        margin-bottom: 108px;
      }
      .comparison .pair:has(.table) {
        margin-bottom: 19px;
      }
    }
  }
`;
