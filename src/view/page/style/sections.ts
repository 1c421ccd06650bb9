import { css } from '../../markup/css.ts';

/** The sections of a page, and what is hidden in them. */
export const SECTIONS_STYLE = css`
  .section {
    margin-top: 48px;
    padding-top: 16px;
    border-top: 1px solid var(--hairline);
  }
  .section > h2 {
    margin-bottom: 12px;
  }
  .section p + p {
    margin-top: 8px;
  }

  [hidden] {
    display: none !important;
  }
`;
