import { DARK, LIGHT } from '../src/view/brand.ts';
import { BAND_STYLE, PLOT_STYLE } from '../src/view/figure/plot-style.ts';
import { SIDE_STYLE } from '../src/view/figure/side-style.ts';
import { TABLE_STYLE } from '../src/view/figure/table-style.ts';
import { THEME_INSET } from '../src/view/embed/height.ts';
import { css } from '../src/view/markup/css.ts';
import { CONTROL_STYLE } from './control-style.ts';
import { SIDE_COLOURS, lightDark, shareOfInk } from './element-colours.ts';

const FIGURE_STYLE = css`
  /*
   * Where a place is as wide as what stands in it, 320 px: a container says nothing of its own. Its
   * outline, which it has not, is the colour of the text in a notation that is always the same.
   */
  :host {
    display: block;
    margin: 1.5em 0;
    writing-mode: horizontal-tb;
    contain: inline-size;
    contain-intrinsic-inline-size: 320px;
    min-width: 0;
    outline-color: ${shareOfInk(100)};
    transition: color 1ms;
  }
  :host([hidden]) {
    display: none;
  }

  slot {
    display: block;
  }

  /* no room is kept below them for what does not come */
  .failed::slotted(a) {
    padding: 0 !important;
  }

  /* face and colours of the page around and nothing else of its text, or a theme of its own */
  figure {
    all: initial;
    display: flow-root;
    font-family: inherit;
    color: inherit;
    min-height: var(--reserved);
    color-scheme: var(--scheme);
    ${SIDE_COLOURS};
    --ink: currentColor;
    --page: var(--matchpoint-background, var(--behind));
    --muted: var(--matchpoint-muted, ${shareOfInk(80)});
    --hairline: var(--matchpoint-hairline, ${shareOfInk(16)});
    --panel: var(--matchpoint-panel, ${shareOfInk(5)});
    font-size: max(14px, 0.85em);
    line-height: 1.5;
    font-variant-numeric: tabular-nums;
  }
  .themed {
    color: ${lightDark(LIGHT.ink, DARK.ink)};
    --page: ${lightDark(LIGHT.page, DARK.page)};
    background: var(--page);
    padding: ${THEME_INSET / 2}px;
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
    font-size: 1.15em;
    line-height: 1.3;
  }
  figcaption p {
    max-width: 70ch;
    margin: 4px 0 16px;
  }

  /* the views under each other, or chart and table beside each other with a card below */
  figcaption + div > * {
    margin-bottom: 16px;
  }
  .split {
    display: grid;
    grid: auto / 52fr 48fr;
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
    overflow: visible;
  }
  .chart {
    position: relative;
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

/** On paper, and where the reader's own few colours are all there are: over those of a theme. */
const MEDIA_STYLE = css`
  @media print {
    [part='figure'] {
      color-scheme: light;
      --page: #fff;
      color: #000;
      background: #fff;
    }
    .targets,
    .controls,
    .sliders,
    button {
      display: none;
    }
    ::details-content {
      content-visibility: visible;
    }
  }
  @media (forced-colors: active) {
    [part='figure'] {
      color-scheme: light dark;
      --page: Canvas;
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
  BAND_STYLE,
  TABLE_STYLE,
  FIGURE_STYLE,
  CONTROL_STYLE,
  FOOT_STYLE,
  MEDIA_STYLE,
].join('');
