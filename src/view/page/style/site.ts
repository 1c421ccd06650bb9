import { css } from '../../markup/css.ts';

/** Style of what stands around the content of every page: header, search box, footer. */
export const SITE_STYLE = css`
  .skip-link:not(:focus) {
    position: absolute;
    left: -999px;
  }

  .wrap {
    max-width: 1240px;
    margin: 0 auto;
    padding: 0 16px;
  }
  @media (min-width: 600px) {
    .wrap {
      padding: 0 24px;
    }
  }

  .site-header {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    align-items: baseline;
    padding: 20px 0 12px;
    position: relative;
    border-bottom: 1px solid var(--hairline);
    font-size: 14px;
  }
  .site-header::before {
    content: '';
    position: absolute;
    top: 0;
    left: 0;
    width: 40px;
    height: 4px;
    background: var(--ink);
  }
  .site-header .site-name {
    font-weight: 700;
    font-size: 16px;
    margin-right: auto;
  }
  .site-header a {
    text-decoration: none;
  }
  .site-header a:hover {
    text-decoration: underline;
  }
  .site-header form {
    flex: 1 1 14em;
    max-width: 24em;
    margin: 0;
  }

  .site-footer {
    margin-top: 56px;
    padding: 16px 0 40px;
    border-top: 1px solid var(--hairline);
    color: var(--muted);
    font-size: 14px;
  }
`;
