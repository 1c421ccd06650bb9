import { MAX_TARGETS, PRICE, TARGET, UTILISATION } from '../src/core/limits.ts';
import type { NumberLimit } from '../src/core/limits.ts';

/** Query keys that only the server can answer. */
const SERVER_KEYS = ['tier', 'rates', 'release'];

const NAMES = [
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

/** What the page or the reader has set, by attribute; absent, `null` or '' for what is not. */
export type Settings = Readonly<Record<string, string | null | undefined>>;

/**
 * An element whose attributes are input and never written. A property of the same name does the
 * same, before or after the class is there, and what is set last holds.
 */
export abstract class SettingsElement extends HTMLElement {
  static readonly observedAttributes: readonly string[] = NAMES;

  static {
    for (const name of NAMES) {
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        get(this: SettingsElement) {
          return this.settings[name] ?? null;
        },
        set(this: SettingsElement, value: unknown) {
          this.attributeChangedCallback(
            name,
            null,
            value == null || value === false ? null : String(value),
          );
        },
      });
    }
  }

  protected readonly settings: Record<string, string | null> = {};

  attributeChangedCallback(name: string, _before: string | null, after: string | null): void {
    if (after === this.settings[name]) return;
    this.settings[name] = after;
    this.changed(name);
  }

  /** Something was set; called each time. */
  protected abstract changed(name: string): void;

  connectedCallback(): void {
    // Properties that were set before the class was there hide its own.
    for (const name of NAMES) {
      if (!Object.hasOwn(this, name)) continue;
      const value: unknown = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
  }
}

/**
 * The address of the JSON document for `src`: of a comparison its `.json`, anything that is JSON
 * already as it is; with what only a server can answer in the query.
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
  for (const key of Array.from(query.keys())) if (key.startsWith('usd')) query.delete(key);
}

/** An address of the comparison with the reader's own targets and prices, and a picture's theme. */
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
  if (isPicture && /light|dark/.test(theme ?? '')) query.set('theme', theme!);
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

/** The parts of a list with commas or spaces. */
export function pieces(text: Settings[string]): string[] {
  return (text ?? '').split(/[\s,]+/);
}
