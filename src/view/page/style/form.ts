import { css } from '../../markup/css.ts';

/** Forms: what a reader can ask, and the builder of embeds. */
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

  /* one input a target */
  .targets {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin: 12px 0 8px;
  }
  .targets span {
    width: 100%;
  }
  .targets input {
    flex: 1 0 0;
    max-width: 8em;
    text-align: right;
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }

  /* what is folded away; while it is, the button stands beside it */
  .options summary {
    cursor: pointer;
    color: var(--muted);
    padding: 5px 0;
    width: fit-content;
  }
  .options > div {
    display: grid;
    gap: 12px 16px;
    grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
    align-items: end;
    padding: 8px 0 12px;
  }
  .options label > span {
    display: block;
    color: var(--muted);
  }
  .options:not([open]) ~ button {
    position: absolute;
    right: 0;
    bottom: 0;
    margin: 0;
  }

  /* the builder */
  .builder {
    display: grid;
    gap: 12px;
    margin-top: 24px;
    justify-items: start;
  }
  .builder > label {
    width: 100%;
  }
  .builder button {
    margin: 0;
  }
`;
