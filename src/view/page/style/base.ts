import { css } from '../../markup/css.ts';

/** Elements as such, and the classes of text that stand on any page. */
export const BASE_STYLE = css`
  /* measures and links */
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  html {
    color-scheme: light dark;
    -webkit-text-size-adjust: 100%;
  }
  body {
    margin: 0;
    background: var(--page);
    color: var(--ink);
    font:
      16px/1.5 system-ui,
      sans-serif;
  }
  a {
    color: inherit;
    text-decoration-color: var(--muted);
    text-underline-offset: 0.2em;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  :focus-visible {
    outline: 2px solid var(--side-1);
    outline-offset: 2px;
  }

  /* headings, paragraphs, code: without margins, which are of what they stand in */
  h1,
  h2,
  h3 {
    line-height: 1.2;
    margin: 0;
    font-weight: 650;
    text-wrap: balance;
  }
  h1 {
    font-size: 28px;
    letter-spacing: -0.015em;
  }
  h2 {
    font-size: 20px;
  }
  h3 {
    font-size: 16px;
  }
  p,
  ul,
  ol,
  dl,
  figure,
  pre {
    margin: 0;
  }
  small {
    font-size: inherit;
  }
  code,
  pre {
    font:
      14px/1.5 ui-monospace,
      SFMono-Regular,
      Menlo,
      Consolas,
      monospace;
  }

  /* what a page opens with: an eyebrow or a heading alone, then a sentence */
  .eyebrow {
    color: var(--muted);
    font-size: 14px;
    margin: 28px 0 8px;
  }
  .lead {
    font-size: 20px;
    line-height: 1.4;
    max-width: 56ch;
    margin-top: 12px;
    text-wrap: balance;
  }

  /* text */
  main > p + p.text {
    margin-top: 12px;
  }
  .muted {
    color: var(--muted);
  }
  .small {
    font-size: 14px;
  }
  .text {
    max-width: 70ch;
  }

  @media (min-width: 600px) {
    h1 {
      font-size: 40px;
    }
    .eyebrow {
      margin-top: 40px;
    }
  }
`;
