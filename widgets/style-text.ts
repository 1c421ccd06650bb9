import { DARK, LIGHT } from '../src/view/brand.ts';
import { PLOT_STYLE } from '../src/view/figure/plot-style.ts';
import { SIDE_STYLE } from '../src/view/figure/side-style.ts';
import { TABLE_STYLE } from '../src/view/figure/table-style.ts';
import { css } from '../src/view/markup/css.ts';
import { CONTROL_STYLE } from './control-style.ts';
import { SIDE_COLOURS, lightDark, shareOfInk } from './element-colours.ts';

const FIGURE_STYLE = css`
  /* where a place is as wide as what stands in it, 320 px: a container says nothing of its own */
  :host {
    display: block;
    container-type: inline-size;
    contain-intrinsic-inline-size: 320px;
    min-inline-size: 0;
  }
  :host([hidden]) {
    display: none;
  }

  /* the colours of the page around, or of a theme of its own */
  .figure {
    ${SIDE_COLOURS};
    --ink: currentColor;
    --page: var(--matchpoint-background, Canvas);
    --muted: var(--matchpoint-muted, ${shareOfInk(72)});
    --hairline: var(--matchpoint-hairline, ${shareOfInk(16)});
    --panel: var(--matchpoint-panel, ${shareOfInk(5)});
    margin: 0;
    font-size: 14px;
    line-height: 1.5;
    font-variant-numeric: tabular-nums;
  }
  .theme-light,
  .theme-dark,
  .theme-system {
    color-scheme: light dark;
    color: ${lightDark(LIGHT.ink, DARK.ink)};
    --page: ${lightDark(LIGHT.page, DARK.page)};
    background: var(--page);
    padding: 16px;
  }
  .theme-light {
    color-scheme: light;
  }
  .theme-dark {
    color-scheme: dark;
  }

  /* text */
  p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  a {
    color: inherit;
  }
  strong {
    font-size: 16px;
    line-height: 1.3;
  }
  figcaption p {
    max-width: 70ch;
    margin: 4px 0 16px;
  }

  /* the views under each other, or chart and table beside each other with a card below */
  .views > * {
    margin-block-end: 16px;
  }
  .split {
    display: grid;
    grid-template-columns: 52fr 48fr;
    gap: 0 40px;
  }
  .split > [part='card'] {
    grid-column: 1/-1;
  }
  .plot,
  img {
    display: block;
    width: 100%;
    height: auto;
  }
  .plot {
    overflow: visible;
  }
  .chart {
    position: relative;
  }

  /* the place kept free before there is anything to show */
  .reserved {
    display: flow-root;
    min-block-size: var(--reserved);
  }
`;

/** Notices, source and buttons; after the controls, with which the last line shares its layout. */
const FOOT_STYLE = css`
  summary {
    padding: 4px 0;
  }
  details,
  .footer {
    font-size: 12px;
    color: var(--muted);
  }
  .footer {
    align-items: center;
  }
  .footer span {
    flex: 1 1 24em;
  }
`;

/** On paper, and where the reader's own few colours are all there are. */
const MEDIA_STYLE = css`
  @media print {
    .figure {
      color: #000;
      --page: #fff;
      color-scheme: light;
      background: #fff;
    }
    .targets,
    .controls,
    .sliders,
    button {
      display: none;
    }
    .visually-hidden:has(table) {
      position: static;
      width: auto;
      height: auto;
      clip-path: none;
    }
  }
  @media (forced-colors: active) {
    .figure {
      --muted: CanvasText;
      --hairline: GrayText;
      --panel: Canvas;
    }
    .curve,
    .marker,
    .label {
      forced-color-adjust: none;
    }
  }
`;

/**
 * Everything that the element looks like. The build of its script runs this file and puts the text,
 * minified, in its place.
 */
export const STYLE_TEXT = [
  SIDE_STYLE,
  PLOT_STYLE,
  TABLE_STYLE,
  FIGURE_STYLE,
  CONTROL_STYLE,
  FOOT_STYLE,
  MEDIA_STYLE,
].join('');
