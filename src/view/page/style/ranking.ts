import { css } from '../../markup/css.ts';

/** Style of what only the page of a ranking has. */
export const RANKING_STYLE = css`
  .leading {
    margin-top: 12px;
  }
  .leading:empty,
  .notices:empty {
    display: none;
  }
  .pending {
    opacity: 0.45;
  }
  matchpoint-rank {
    display: block;
  }

  /* takes a filter back where no script does */
  .filter a {
    text-decoration: none;
    padding: 0 4px;
  }

  /* chart and table */
  .rank-chart .wide-chart {
    display: none;
  }
  @container (width>=700px) {
    .rank-chart .wide-chart {
      display: block;
    }
    .rank-chart .narrow-chart {
      display: none;
    }
  }
  /* sources */
  #sources p {
    overflow-wrap: anywhere;
  }
`;
