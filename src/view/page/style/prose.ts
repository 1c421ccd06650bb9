import { css } from '../../markup/css.ts';

/** Long text, as on the method page, and the heading of a page that begins with it. */
export const PROSE_STYLE = css`
  .solo {
    margin-top: 40px;
  }

  .prose {
    max-width: 70ch;
  }
  .prose h2 {
    margin-top: 48px;
    margin-bottom: 12px;
    padding-top: 16px;
    border-top: 1px solid var(--hairline);
  }
  .prose h3 {
    margin-top: 24px;
    margin-bottom: 4px;
  }
  .prose p + p,
  .prose pre + p {
    margin-top: 12px;
  }
  .prose dt {
    font-weight: 650;
    margin-top: 12px;
  }
  .prose dd {
    margin: 0;
  }
  .formula {
    margin: 12px 0;
    padding: 8px 0 8px 16px;
    border-left: 2px solid var(--hairline);
    overflow: auto;
  }
`;
