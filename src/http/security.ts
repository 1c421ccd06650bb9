import { once } from '../core/once.ts';

/** Headers of every answer. */
export const EVERYWHERE: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  // browsers leave it out of account where the page came by http, as a local one does
  'Strict-Transport-Security': 'max-age=31536000',
};

/**
 * What a page carries that any page may frame, one that isolates itself by `require-corp` too. Its
 * policy names no ancestors, for `*` would leave out those that came by no network: a file, an app.
 */
export const FRAMED: Readonly<Record<string, string>> = {
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** What data carry: opened as a document, they can do nothing. */
export const DATA_CSP = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** What an SVG carries: its own styles and nothing else, wherever it is opened. */
export const SVG_CSP = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

interface PolicyOptions {
  /** whole blocks of style and of script that stand in pages, the same in every answer */
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  /** any page may frame it, else none */
  readonly isFramed: boolean;
}

/**
 * A function that gives the Content-Security-Policy for a site's own origin, worked out once for
 * each.
 */
export function policyOf(options: PolicyOptions): (origin: string) => Promise<string> {
  const known = new Map<string, () => Promise<string>>();
  return (origin) => {
    const policy = known.get(origin) ?? once(() => pagePolicy(options, origin));
    known.set(origin, policy);
    return policy();
  };
}

/**
 * The Content-Security-Policy of pages. Blocks are named by hash and not by nonce: a nonce in a
 * cached body, or beside a 304, would block the page's own styles.
 */
async function pagePolicy(options: PolicyOptions, origin: string): Promise<string> {
  // the page may have come by another host, and its absolute addresses lead to the site's own
  const own = ["'self'", origin].join(' ').trimEnd();
  const [styles, scripts] = await Promise.all([hashes(options.styles), hashes(options.scripts)]);
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...scripts].join(' ')}`,
    `style-src ${["'self'", ...styles].join(' ')}`,
    `img-src ${own} data:`,
    "font-src 'self'",
    `connect-src ${own}`,
    `frame-src ${own}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    ...(options.isFramed ? [] : ["frame-ancestors 'none'"]),
    "require-trusted-types-for 'script'",
  ].join('; ');
}

async function hashes(blocks: readonly string[]): Promise<string[]> {
  return Promise.all(
    blocks.map(async (block) => {
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(block));
      return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
    }),
  );
}
