import { describe, expect, test } from 'vitest';
import { cardTiers, hasTier, orderedTiers, ownTiers, tierOf } from '../../src/core/price-tiers.ts';

/** A rate card with some tiers for each of its hardware. */
function card(...each: readonly (readonly string[])[]) {
  const rates = each.map((tiers) => ({
    powerKw: null,
    usdPerGpuHour: Object.fromEntries(tiers.map((tier) => [tier, 2])),
  }));
  return { hardware: Object.fromEntries(rates.map((one, i) => [`g${i}`, one])) };
}

describe('price tiers', () => {
  test('those with words stand first, in their own order, others by their keys', () => {
    expect(orderedTiers(['spot', 'rental', 'reserved-3y', 'hyperscaler', 'spot'])).toEqual([
      'hyperscaler',
      'rental',
      'reserved-3y',
      'spot',
    ]);
  });

  test('a card has the tiers of all its hardware', () => {
    expect(cardTiers(card(['spot'], ['neocloud'], []))).toEqual(['neocloud', 'spot']);
  });

  test.each([
    [
      'the first of the card, where none is asked for',
      card(['spot'], ['neocloud']),
      null,
      'neocloud',
    ],
    ['its own, where it has no other', card(['spot', 'reserved-3y']), null, 'reserved-3y'],
    ['what is asked for', card(['spot', 'neocloud']), 'spot', 'spot'],
    ['the first of all for a card without prices', card([]), null, 'hyperscaler'],
  ])('prices are in %s', (_, rates, asked, tier) => {
    expect(tierOf(rates, asked)).toBe(tier);
  });

  test('a card offers further tiers only where it has its own', () => {
    expect(ownTiers(card(['hyperscaler'], ['rental']))).toBeNull();
    expect(ownTiers(card([]))).toBeNull();
    expect(ownTiers(card(['spot']))).toEqual(['spot']);
    expect(ownTiers(card(['rental', 'spot']))).toEqual([
      'hyperscaler',
      'neocloud',
      'rental',
      'spot',
    ]);
  });

  test('a tier with words is known to every card, any other to those that have it', () => {
    expect(hasTier(card(['spot']), 'rental')).toBe(true);
    expect(hasTier(card(['spot']), 'spot')).toBe(true);
    expect(hasTier(card(['rental']), 'spot')).toBe(false);
  });
});
