import { css } from '../src/view/markup/css.ts';

/** The list under the search box, in the colours of the page. */
export const SUGGESTION_STYLE = css`
  .suggestions {
    position: absolute;
    z-index: 2;
    top: 100%;
    right: 0;
    width: max(100%, min(34em, 100vw - 32px));
    margin-top: 4px;
    padding: 4px 0;
    background: var(--page);
    border: 1px solid var(--muted);
    border-radius: 4px;
  }
  .suggestions ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .suggestions li,
  .suggestions p {
    padding: 6px 12px;
  }
  .suggestions li {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 16px;
    cursor: pointer;
    min-height: 24px;
  }
  .suggestions li b {
    font-variant-numeric: tabular-nums;
  }
  .suggestions li span {
    grid-column: 1/-1;
    color: var(--muted);
  }
  .suggestions [aria-selected='true'] {
    background: var(--panel);
    outline: 2px solid var(--side-1);
    outline-offset: -2px;
  }
  .suggestions p {
    margin: 0;
    color: var(--muted);
  }
  @media (max-width: 599px) {
    .suggestions {
      left: 0;
      right: auto;
      width: calc(100vw - 32px);
    }
  }
`;
