import { MAX_TARGETS, PRICE, TARGET, UTILISATION } from '../src/core/limits.ts';
import type { NumberLimit } from '../src/core/limits.ts';

/** Attributes that go into the query of the document's address: only a server can answer them. */
export const SERVER_KEYS = ['tier', 'rates', 'release'];

/** Every attribute of the element, each a property too; the tags `@attr` of its class say what they do. */
export const ATTRIBUTES = [
  ...SERVER_KEYS,
  'src',
  'view',
  'at',
  'metrics',
  'usd',
  'util',
  'theme',
  'loading',
  'editable',
];

/**
 * What the page or the reader has set, by name of the attribute, and of the reader also `metric` and
 * `log`, for which there is none; absent, `null` or '' where nothing is set.
 */
export type Settings = Readonly<Record<string, string | null | undefined>>;

/** Up to {@link MAX_TARGETS} targets from `93,124.5`, within {@link TARGET}; `null` for none. */
export function parseTargets(text: Settings[string]): number[] | null {
  const targets = pieces(text)
    .map((piece) => within(TARGET, piece))
    .filter((target) => target !== null);
  return targets[0] ? targets.slice(0, MAX_TARGETS) : null;
}

/**
 * Prices from `2.85` (all sides) or `b300=2.85 h200=1.9`, each within {@link PRICE}, as the server
 * takes them; by hardware, that of '' for all others.
 */
export function parsePrices(text: Settings[string]): Record<string, number> {
  const prices: Record<string, number> = {};
  for (const piece of pieces(text)) {
    const [usd, hardware = ''] = piece.toLowerCase().split('=').reverse();
    const price = within(PRICE, usd);
    if (price) prices[hardware] = price;
  }
  return prices;
}

/** A share within {@link UTILISATION}, as the server takes it; `null` for anything else. */
export function parseShare(text: Settings[string]): number | null {
  return within(UTILISATION, text);
}

/** A number as exact as the limit takes it; `null` for what is none, or beyond its ends. */
function within({ min, max, decimals }: NumberLimit, text: Settings[string]): number | null {
  const value = Number(Number(text).toFixed(decimals));
  return value >= min && value <= max ? value : null;
}

export function ascending(a: number, b: number): number {
  return a - b;
}

/** The items of a list that commas or spaces separate. */
export function pieces(text: Settings[string]): string[] {
  return (text ?? '').split(/[\s,]+/);
}
