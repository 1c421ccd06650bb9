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

  /* ground: grid, axis, common band */
  .grid {
    stroke: var(--hairline);
  }
  .axis {
    stroke: var(--muted);
  }
  .band {
    fill: var(--panel);
  }

  /* targets */
  .target {
    stroke: var(--ink);
    stroke-width: 0.75;
  }

  /* curves with their lenses and labels; the gap at the middle target */
  .curve {
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
  }
  .lens {
    fill: currentColor;
    opacity: 0.1;
  }
  .plot .label {
    fill: currentColor;
    font-weight: 600;
  }
`;
