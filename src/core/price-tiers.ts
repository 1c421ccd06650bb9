import { compareText } from './sweep.ts';
import { TIERS } from './vocabulary.ts';
import type { RateCard } from './vocabulary.ts';

/** Price tiers in the order they are shown: those that have words, then others by their keys. */
export function orderedTiers(keys: Iterable<string>): string[] {
  const all = new Set(keys);
  const others = [...all].filter((key) => !isNamed(key)).toSorted(compareText);
  return [...TIERS.filter((tier) => all.has(tier)), ...others];
}

/** The tiers that a rate card has a price in, for any hardware. */
export function cardTiers({ hardware }: Pick<RateCard, 'hardware'>): string[] {
  return orderedTiers(Object.values(hardware).flatMap((rates) => Object.keys(rates.usdPerGpuHour)));
}

/**
 * The tiers to choose from with a rate card that has others than those that have words: its own, and
 * where some of them have words all that do, as another card may be asked for in the same go.
 *
 * @returns `null` for a card without such: there are {@link TIERS}
 */
export function ownTiers(card: Pick<RateCard, 'hardware'>): string[] | null {
  const tiers = cardTiers(card);
  if (tiers.every(isNamed)) return null;
  return tiers.some(isNamed) ? orderedTiers([...TIERS, ...tiers]) : tiers;
}

/**
 * The tier that prices are read in.
 *
 * @param asked - `null` = the first that the card has; the first of all where it has no price
 */
export function tierOf(card: Pick<RateCard, 'hardware'>, asked: string | null): string {
  return asked ?? cardTiers(card)[0] ?? TIERS[0];
}

/**
 * Whether prices of a tier may be asked of a rate card: of every card those that have words (a
 * price that the card lacks is not known), others only where the card has them.
 */
export function hasTier(card: Pick<RateCard, 'hardware'>, tier: string): boolean {
  return isNamed(tier) || cardTiers(card).includes(tier);
}

function isNamed(key: string): boolean {
  return TIERS.some((tier) => tier === key);
}
