import { css } from '../../markup/css.ts';

/** The home page: answers by model, the picker, the forms of an address. */
export const HOME_STYLE = css`
  /* models beside each other */
  .columns {
    display: grid;
    gap: 0 48px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr));
  }
  .columns section {
    margin-top: 32px;
    min-width: 0;
  }
  .columns h3 {
    padding-bottom: 8px;
    border-bottom: 1px solid var(--ink);
  }

  /* a comparison: name and ratio, its sentence below */
  .answers {
    padding: 0;
    list-style: none;
  }
  .answers li {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 16px;
    align-items: baseline;
    padding: 8px 0;
    border-bottom: 1px solid var(--hairline);
  }
  .answers a {
    text-decoration: none;
  }
  .answers a:hover {
    text-decoration: underline;
  }
  .answers .ratio {
    font-size: 20px;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    text-align: right;
  }
  .answers span {
    grid-column: 1/-1;
    font-size: 14px;
    color: var(--muted);
  }
  .answers picture {
    grid-column: 1/-1;
    margin-bottom: 8px;
  }
  .answers img {
    display: block;
    width: 100%;
    height: auto;
    border: 1px solid var(--hairline);
  }

  /* comparisons by model and hardware, folded */
  .picker details {
    border-bottom: 1px solid var(--hairline);
  }
  .picker summary {
    padding: 8px 0;
    cursor: pointer;
    font-weight: 600;
  }
  .picker details details {
    margin-left: 20px;
    border: 0;
  }
  .picker details details summary {
    font-weight: 400;
    padding: 4px 0;
  }
  .picker ul {
    columns: 260px;
    margin: 0 0 12px 20px;
    padding: 0;
    list-style: none;
  }
  .picker li {
    padding: 2px 0;
    break-inside: avoid;
  }

  /* addresses and what they give */
  .addresses {
    display: grid;
    gap: 8px 24px;
    font-size: 14px;
  }
  .addresses dd {
    margin: 0;
    color: var(--muted);
  }
  .addresses dt {
    overflow-wrap: anywhere;
  }
  @media (min-width: 800px) {
    .addresses {
      grid-template-columns: auto 1fr;
    }
  }

  .picker details:first-of-type {
    margin-top: 16px;
  }
`;
