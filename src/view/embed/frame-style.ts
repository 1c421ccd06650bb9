import { DARK, LIGHT } from '../brand.ts';
import { SIDE_STYLE } from '../figure/side-style.ts';
import { TABLE_STYLE } from '../figure/table-style.ts';
import { themeRules, themeVariables } from '../figure/theme.ts';
import { css } from '../markup/css.ts';
import { FRAME_PADDING } from './frame.ts';
import { FIGURE_SWITCH, PAIR_STYLE } from '../page/style/figure.ts';
import { BAND_STYLE, PLOT_STYLE } from '../figure/plot-style.ts';
import { ROW_STYLE } from '../page/style/row.ts';

/** CSS of every iframe document: its colours, following the page around where that names a theme, and its edges. */
export const FRAME_BASE = css`
  :root {
    color-scheme: light dark;
  }

  /* chosen by the page around */
  .light {
    color-scheme: light;
    ${themeVariables(LIGHT)}
  }
  .dark {
    color-scheme: dark;
    ${themeVariables(DARK)}
  }

  html {
    background: var(--page);
    color: var(--ink);
  }
  body {
    margin: 0;
    padding: ${FRAME_PADDING}px;
    display: flow-root;
    font:
      16px/1.5 system-ui,
      sans-serif;
    font-variant-numeric: tabular-nums;
  }

  a {
    color: inherit;
  }
`;

const OWN = css`
  matchpoint-compare {
    display: block;
    container-type: inline-size;
    margin: 0;
    font-size: 14px;
    --matchpoint-background: var(--page);
    --matchpoint-muted: var(--muted);
    --matchpoint-hairline: var(--hairline);
    --matchpoint-panel: var(--panel);
  }

  /* as the element has it, so that nothing moves once it is there */
  .title,
  .answer {
    margin: 0;
  }
  .title {
    font-size: 1.15em;
    line-height: 1.3;
    font-weight: bold;
  }
  .answer {
    max-width: 70ch;
    margin: 4px 0 16px;
  }
  .pair {
    gap: 16px 40px;
    margin-bottom: 16px;
  }
  details,
  .foot {
    font-size: 12px;
    color: var(--muted);
    margin: 0;
  }
  details p {
    margin: 0;
  }
  summary {
    padding: 4px 0;
  }
  .picture {
    display: block;
    max-width: min(100%, 600px);
    height: auto;
  }

  /* nothing follows that could move */
  matchpoint-compare::part(figure) {
    min-height: 0;
  }
`;

/** All CSS of a comparison's iframe document: of the element, and of the figure for where no script runs. */
export const FRAME_STYLE = [
  themeRules(':root'),
  FRAME_BASE,
  PAIR_STYLE,
  OWN,
  ROW_STYLE,
  SIDE_STYLE,
  PLOT_STYLE,
  BAND_STYLE,
  TABLE_STYLE,
  FIGURE_SWITCH,
].join('');
