import { css } from '../../markup/css.ts';

/** What only screen readers are to find. */
export const HIDDEN_STYLE = css`
  .visually-hidden {
    position: absolute;
    clip-path: inset(50%);
    width: 1px;
    height: 1px;
    overflow: hidden;
  }
`;
