import { css } from '../../markup/css.ts';

/** Links or buttons in a row, which wraps. */
export const ROW_STYLE = css`
  .row {
    list-style: none;
    padding: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
  }
`;
