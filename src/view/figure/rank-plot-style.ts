import { css } from '../markup/css.ts';

/** Style of what only the chart of a ranking has. */
export const RANK_PLOT_STYLE = css`
  /* curves: those with a label, beyond the colours of sides in ink; the others as hairlines */
  .other {
    fill: none;
    stroke: var(--muted);
    stroke-width: 1;
    opacity: 0.45;
  }
  .ink-line {
    color: var(--ink);
  }
  .ink-line .curve {
    stroke-width: 1.25;
  }
  .dot {
    fill: currentColor;
  }
  .leader {
    fill: none;
    stroke: currentColor;
    stroke-width: 0.75;
    opacity: 0.6;
  }

  /* text: of the target, and on a curve */
  .plot .ink {
    fill: var(--ink);
  }
  .plot .bold {
    font-weight: 600;
  }
  .halo {
    paint-order: stroke;
    stroke: var(--page);
    stroke-width: 4px;
    stroke-linejoin: round;
  }

  /* who leads at each speed */
  .strip {
    color: var(--ink);
  }
`;

/** Points that others beat, which only the server draws. */
export const BEATEN_STYLE = css`
  .beaten {
    stroke: currentColor;
    stroke-width: 5;
    stroke-linecap: round;
    opacity: 0.3;
  }
`;
