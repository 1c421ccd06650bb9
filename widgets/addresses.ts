import { SERVER_KEYS, ascending, parsePrices, parseShare, parseTargets } from './settings.ts';
import type { Settings } from './settings.ts';

/**
 * URL of the JSON document: of a comparison's address its `.json`, of an address that ends in
 * `.json` itself; with the settings that only a server can answer in the query.
 *
 * @throws TypeError where `src` is no address
 */
export function documentAddress(settings: Settings): string {
  const url = new URL(settings['src']!, document.baseURI);
  url.pathname = url.pathname.replace(/(\.json|\/*)$/, '.json');
  for (const key of SERVER_KEYS) {
    if (settings[key]) url.searchParams.set(key, settings[key]);
  }
  // Who chooses a tier wants its prices and not those of the address.
  if (settings['tier']) dropPrices(url.searchParams);
  return url.href;
}

function dropPrices(query: URLSearchParams): void {
  for (const key of new Set(query.keys())) if (key.startsWith('usd')) query.delete(key);
}

/**
 * An address of the comparison, as its document has it, with the targets, prices and utilisation of
 * page and reader in its query, keys sorted.
 *
 * @param isPicture - the address is of a picture, which has a theme too
 */
export function editedAddress(
  address: string,
  { at, usd, util, theme }: Settings,
  isPicture = false,
): string {
  const url = new URL(address, document.baseURI);
  const query = url.searchParams;
  const targets = parseTargets(at);
  const share = parseShare(util);
  if (targets) query.set('at', [...new Set(targets.sort(ascending))].join());
  if (isPicture && theme && /light|dark/.test(theme)) query.set('theme', theme);
  if (share) query.set('util', String(share));
  const prices = parsePrices(usd);
  if (prices['']) dropPrices(query); // it is for all sides
  for (const [hardware, price] of Object.entries(prices)) {
    query.set(hardware ? `usd.${hardware}` : 'usd', String(price));
  }
  query.sort();
  url.search = String(query).replaceAll('%2C', ',');
  return url.href;
}
