import { DARK, LIGHT } from '../brand.ts';
import { SIDE_STYLE } from '../figure/side-style.ts';
import { TABLE_STYLE } from '../figure/table-style.ts';
import { themeRules, themeVariables } from '../figure/theme.ts';
import { css } from '../markup/css.ts';
import { FRAME_PADDING } from './frame.ts';
import { ROW_STYLE } from '../page/style/row.ts';

/** What every frame has: the colours of the page around where that names some, and its edges. */
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
    margin: 0;
    --matchpoint-background: var(--page);
  }

  .table {
    font-size: 14px;
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

/** The look of an embed: the element, and the table for where no script runs. */
export const FRAME_STYLE = [
  themeRules(':root'),
  FRAME_BASE,
  OWN,
  ROW_STYLE,
  SIDE_STYLE,
  TABLE_STYLE,
].join('');
