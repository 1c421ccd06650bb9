import { css } from '../../markup/css.ts';

/** The builders of embeds: their form, the places that take the code, and previews of it. */
export const BUILDER_STYLE = css`
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
  .embeds iframe {
    display: block;
    border: 1px solid var(--hairline);
    border-radius: 4px;
  }
`;
