import { css } from '../../markup/css.ts';

/** The sections of a page, and what stands in those of a comparison. */
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
  [hidden] {
    display: none !important;
  }
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
  .places details {
    max-width: 70ch;
    border-bottom: 1px solid var(--hairline);
    padding-bottom: 4px;
  }
  .places summary {
    cursor: pointer;
    padding: 8px 0 4px;
    font-weight: 600;
  }
  .places p {
    overflow-wrap: anywhere;
  }
  .places > p {
    margin-top: 16px;
  }
  .embeds h3 {
    margin: 16px 0 4px;
  }
  .embeds iframe {
    display: block;
    border: 1px solid var(--hairline);
    border-radius: 4px;
  }
`;
