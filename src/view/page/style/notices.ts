import { css } from '../../markup/css.ts';

/** Notices: one line each, a word for the severity, a rule beside a warning. */
export const NOTICES_STYLE = css`
  .notices {
    list-style: none;
    padding: 0;
    margin-top: 20px;
    font-size: 14px;
    max-width: 100ch;
  }
  .notices li {
    padding: 2px 0 2px 12px;
    margin: 4px 0;
    border-left: 2px solid transparent;
  }
  .notices .warning {
    border-color: var(--ink);
  }
  .notices .info {
    padding-left: 0;
    border: 0;
    color: var(--muted);
  }
  .notices b {
    font-weight: 650;
  }
`;
