import { css } from '../markup/css.ts';

/** The chart, on pages, in the element and in a picture of its own; with the style of sides. */
export const PLOT_STYLE = css`
  /* text, and the handle of a target */
  .plot {
    font-size: 12px;
  }
  .plot text {
    fill: var(--muted);
  }

  /* ground: grid, axis */
  .grid {
    stroke: var(--hairline);
  }
  .axis {
    stroke: var(--muted);
  }

  /* targets */
  .target {
    stroke: var(--ink);
    stroke-width: 0.75;
  }

  /* curves with their labels */
  .curve {
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
  }
  .plot .label {
    fill: currentColor;
    font-weight: 600;
  }
`;

/** Style of what only the chart of a comparison has: the common band, and lenses around curves. */
export const BAND_STYLE = css`
  .band {
    fill: var(--panel);
  }
  .lens {
    fill: currentColor;
    opacity: 0.1;
  }
`;
