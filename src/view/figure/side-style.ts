import { css } from '../markup/css.ts';

/** Style that tells sides apart wherever they are drawn: a colour and a mark each. */
export const SIDE_STYLE = css`
  .side-1 {
    color: var(--side-1);
  }
  .side-2 {
    color: var(--side-2);
  }
  .side-3 {
    color: var(--side-3);
  }
  .side-4 {
    color: var(--side-4);
  }

  /* the marks, of which every second is hollow */
  .marker {
    fill: currentColor;
    stroke: currentColor;
    stroke-width: 1.75;
  }
  .hollow {
    fill: var(--page);
  }
`;
