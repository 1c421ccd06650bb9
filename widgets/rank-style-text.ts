import { DARK, LIGHT } from '../src/view/brand.ts';
import { THEME_INSET } from '../src/view/embed/height.ts';
import { PLOT_STYLE } from '../src/view/figure/plot-style.ts';
import { SIDE_STYLE } from '../src/view/figure/side-style.ts';
import { css } from '../src/view/markup/css.ts';
import { RANK_CHART_STYLE } from '../src/view/page/style/rank-chart.ts';
import { RANK_CONTROLS_STYLE } from '../src/view/page/style/rank-controls.ts';
import { RANK_TABLE_STYLE, rankColumnsStyle } from '../src/view/page/style/rank-table.ts';
import { SIDE_COLOURS, lightDark, shareOfInk } from './element-colours.ts';

const ELEMENT_STYLE = css`
  :host {
    display: block;
    outline-color: ${shareOfInk(100)};
    transition: color 1ms;
  }
  :host([hidden]) {
    display: none;
  }
  slot {
    display: block;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  /* face and colours of the page around, or a theme of its own */
  .whole {
    color-scheme: var(--scheme);
    ${SIDE_COLOURS};
    --ink: currentColor;
    --page: var(--matchpoint-background, var(--behind));
    --muted: var(--matchpoint-muted, ${shareOfInk(70)});
    --hairline: var(--matchpoint-hairline, ${shareOfInk(16)});
    --panel: var(--matchpoint-panel, ${shareOfInk(5)});
    font-size: 14px;
    line-height: 1.5;
    font-variant-numeric: tabular-nums;
  }
  :not(tbody)[aria-busy='true'] {
    opacity: 0.5;
  }
  .themed {
    color: ${lightDark(LIGHT.ink, DARK.ink)};
    --page: ${lightDark(LIGHT.page, DARK.page)};
    background: var(--page);
    padding: ${THEME_INSET / 2}px;
  }
  h2,
  p,
  figure {
    margin: 0;
    font-weight: 400;
  }
  h2 {
    margin-bottom: 8px;
    line-height: 1.2;
    font-weight: 650;
  }
  a {
    color: inherit;
    text-underline-offset: 0.2em;
  }
  .muted {
    color: var(--muted);
  }
  input,
  select,
  button {
    font: inherit;
    color: inherit;
    background: var(--page);
    border: 1px solid var(--muted);
    border-radius: 4px;
    padding: 5px 8px;
  }
  [type='checkbox'] {
    accent-color: var(--side-1);
  }
  [type='number'] {
    appearance: textfield;
  }
  ::-webkit-inner-spin-button {
    display: none;
  }
  :focus-visible {
    outline: 2px solid var(--side-1);
    outline-offset: 2px;
  }
`;

const CHART_STYLE = css`
  /* the chart, what takes pointers over it, and what it says */
  .stage {
    position: relative;
    height: var(--height);
  }
  .over {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
  .pad,
  .handle,
  .tip {
    position: absolute;
    inset: var(--inset);
  }
  .pad {
    touch-action: pan-y;
    cursor: crosshair;
  }
  .handle {
    width: 24px;
    height: var(--tall);
    cursor: ew-resize;
    touch-action: pan-y;
    border-radius: 4px;
  }
  .handle:hover {
    background: var(--panel);
  }
  .looked {
    stroke-width: 2.5;
  }
  .ring {
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
  }
  .brush {
    fill: var(--panel);
    stroke: var(--muted);
  }
  .tip {
    translate: var(--shift);
    width: max-content;
    max-width: min(19em, 60%);
    padding: 8px 12px;
    font-size: 12px;
    line-height: 1.4;
    background: var(--page);
    border: 1px solid var(--hairline);
    border-radius: 4px;
    pointer-events: none;
    overflow-wrap: anywhere;
  }
  .tip > * {
    display: block;
  }
  .tip a {
    pointer-events: auto;
  }

  /* picked rows */
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-top: 16px;
    min-height: 34px;
  }
  .compare {
    font-weight: 600;
    padding: 5px 16px;
    border-radius: 4px;
    text-decoration: none;
    background: ${lightDark(LIGHT.ink, DARK.ink)};
    color: ${lightDark(LIGHT.page, DARK.page)};
  }
  /* of many rows those out of sight take no time; a picture of a whole page lacks them, so the first stay */
  @media screen {
    .ranks tbody tr:nth-child(n + 41) {
      content-visibility: auto;
      contain-intrinsic-size: auto 30px;
    }
  }
  .ranks [type='checkbox'] {
    width: 16px;
    height: 16px;
    margin: 0 8px 0 0;
    vertical-align: -3px;
  }
  @media print {
    [part='controls'],
    .actions,
    .ranks [type='checkbox'] {
      display: none;
    }
  }
`;

/** Everything that the element of a ranking looks like; minified text once its script is built. */
export const RANK_STYLE_TEXT = [
  SIDE_STYLE,
  PLOT_STYLE,
  ELEMENT_STYLE,
  RANK_CHART_STYLE,
  RANK_TABLE_STYLE,
  rankColumnsStyle('[part=caption] ~ section .ranks'), // only elsewhere it has a caption
  RANK_CONTROLS_STYLE,
  CHART_STYLE,
].join('');
