import type { Edits } from './edits.ts';

/** Query keys that only the server can answer. */
export const SERVER_KEYS = ['tier', 'rates', 'release', 'lang'] as const;
export type Asked = Readonly<Record<string, string | null>>;

/**
 * The address of the JSON document for `src`: of a comparison its `.json`, anything that is JSON
 * already as it is; with what only a server can answer in the query.
 */
export function documentAddress(src: string, asked: Asked): string {
  const url = new URL(src, document.baseURI);
  if (!url.pathname.endsWith('.json')) url.pathname += '.json';
  for (const key of SERVER_KEYS) {
    const value = asked[key];
    if (value) url.searchParams.set(key, value);
  }
  return url.href;
}

/** An address of the comparison with the reader's own targets and prices, and a picture's theme. */
export function editedAddress(address: string, { at, usd, util }: Edits, theme = ''): string {
  const url = new URL(address, document.baseURI);
  const query = url.searchParams;
  if (at) query.set('at', String(at));
  if (/light|dark/.test(theme)) query.set('theme', theme);
  if (util) query.set('util', String(util));
  for (const [hardware, price] of Object.entries(usd)) {
    query.set(hardware ? `usd.${hardware}` : 'usd', String(price));
  }
  query.sort();
  url.search = String(query).replaceAll('%2C', ',');
  return url.href;
}
