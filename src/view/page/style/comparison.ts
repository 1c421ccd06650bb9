import { css } from '../../markup/css.ts';

/** What stands in the sections of a comparison, and the form for another one. */
export const COMPARISON_STYLE = css`
  /* the answers in sentences, and the form for another question beside them */
  .follow-up {
    margin-top: 40px;
  }
  @media (min-width: 1100px) {
    .follow-up:has(.summary) {
      grid-template-columns: 52fr 48fr;
    }
  }
  .summary {
    max-width: 70ch;
  }
  .summary ul {
    padding: 0;
    list-style: none;
  }
  .summary li {
    margin-top: 12px;
    text-wrap: pretty;
  }

  /* sources: a list of facts a side */
  .sources {
    display: grid;
    gap: 20px 32px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr));
    font-size: 14px;
    margin-bottom: 20px;
  }
  .sources dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 4px 16px;
  }
  .sources dt {
    color: var(--muted);
  }
  .sources dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .sources h3 {
    margin-bottom: 8px;
  }

  /* the card */
  .card img {
    display: block;
    width: 100%;
    max-width: 600px;
    height: auto;
    border: 1px solid var(--hairline);
  }

  /* its buttons keep their place free until the script shows them */
  #copy {
    align-items: center;
  }
  #copy button {
    padding: 4px 12px;
  }
  @media (scripting: enabled) {
    #copy[hidden] {
      display: flex !important;
      visibility: hidden;
    }
  }

  /* code to paste, and previews of it */
  .embeds pre {
    overflow: auto;
    max-height: 320px;
    padding: 12px;
    background: var(--panel);
    border-radius: 4px;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .embeds h3 {
    margin: 16px 0 4px;
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

  .section dl {
    margin-top: 16px;
  }
`;
