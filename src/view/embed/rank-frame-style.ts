import { PLOT_STYLE } from '../figure/plot-style.ts';
import { BEATEN_STYLE } from '../figure/rank-plot-style.ts';
import { SIDE_STYLE } from '../figure/side-style.ts';
import { themeRules } from '../figure/theme.ts';
import { css } from '../markup/css.ts';
import { RANK_CHART_STYLE } from '../page/style/rank-chart.ts';
import { RANK_TABLE_STYLE, rankColumnsStyle } from '../page/style/rank-table.ts';
import { ROW_STYLE } from '../page/style/row.ts';
import { FRAME_BASE } from './frame-style.ts';
import { FRAME_CHARTS } from './rank-frame-size.ts';

const { wide, narrow } = FRAME_CHARTS;

const OWN = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  p,
  h1,
  ul {
    margin: 0;
    font-size: 14px;
  }
  h1 {
    font-size: 18px;
    line-height: 1.3;
    font-weight: 650;
  }
  .muted {
    color: var(--muted);
  }
  .leading,
  .more,
  .foot {
    margin-top: 8px;
  }
  .leading,
  .foot {
    color: var(--muted);
    font-size: 12px;
    overflow-wrap: anywhere;
  }

  /* the chart: one of two */
  .rank-chart {
    margin: 12px 0;
  }
  .wide-chart {
    display: none;
    max-width: ${wide.most}px;
  }
  .narrow-chart {
    max-width: ${narrow.most}px;
  }
  @container (min-width:${wide.from}px) {
    .wide-chart {
      display: block;
    }
    .narrow-chart {
      display: none;
    }
  }

  /* notices, folded: a word for the severity */
  .notices {
    font-size: 12px;
    margin-top: 8px;
  }
  .notices summary {
    cursor: pointer;
  }
  .notices ul {
    font-size: inherit;
    padding: 4px 0 0 16px;
  }
`;

/** All CSS of a ranking's iframe document. */
export const RANK_FRAME_STYLE = [
  themeRules(':root'),
  FRAME_BASE,
  ROW_STYLE,
  SIDE_STYLE,
  PLOT_STYLE,
  RANK_CHART_STYLE,
  BEATEN_STYLE,
  RANK_TABLE_STYLE,
  rankColumnsStyle('.ranks'),
  OWN,
].join('');
