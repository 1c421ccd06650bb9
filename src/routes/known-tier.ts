import { cardTiers, hasTier } from '../core/price-tiers.ts';
import { invalidQuery } from '../http/problem-error.ts';
import type { Ask } from '../http/route.ts';
import { listText } from '../view/format.ts';

/**
 * Refuses a price tier that the rate card of an answer does not know, which only the answer says.
 *
 * @param card - id of the rate card that the answer's prices are from
 * @throws ProblemError naming the tiers that the card has
 */
export function requireTier(
  { release, query }: Pick<Ask, 'release' | 'query'>,
  card: string,
): void {
  const { tier } = query;
  const rates = release.manifest.catalog.rates.find(({ id }) => id === card);
  if (tier === null || rates === undefined || hasTier(rates, tier)) return;
  const rule = `is a tier of rate card ${card}: ${listText(cardTiers(rates), 'or')}`;
  throw invalidQuery({ key: 'tier', value: tier, rule });
}
