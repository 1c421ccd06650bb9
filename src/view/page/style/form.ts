import { css } from '../../markup/css.ts';

/** Forms: inputs, choices and buttons. */
export const FORM_STYLE = css`
  form {
    font-size: 14px;
    position: relative;
    margin-bottom: 12px;
  }
  input,
  select,
  button {
    font: inherit;
    color: inherit;
    background: var(--page);
    border: 1px solid var(--muted);
    border-radius: 4px;
    padding: 5px 8px;
    width: 100%;
    min-width: 0;
  }
  input[type='checkbox'] {
    width: auto;
  }
  input[type='number'] {
    appearance: textfield;
  }
  button {
    width: auto;
    cursor: pointer;
    background: var(--ink);
    color: var(--page);
    border-color: var(--ink);
    padding: 5px 16px;
    font-weight: 600;
    margin-top: 8px;
  }
`;
