import { RANK_PLOT_STYLE } from '../../figure/rank-plot-style.ts';
import { css } from '../../markup/css.ts';

/** The chart of a ranking, drawn for wide and for narrow columns: which shows is up to the page. */
export const RANK_CHART_STYLE =
  RANK_PLOT_STYLE +
  css`
    .rank-chart {
      margin-top: 32px;
      container-type: inline-size;
    }
    .rank-chart .plot {
      display: block;
      width: 100%;
      height: auto;
      overflow: visible;
    }
  `;
