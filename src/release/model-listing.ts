import { printAddress, orderlessQuestion } from '../core/address.ts';
import type { Address } from '../core/address.ts';
import { plainHeadline } from '../core/headline.ts';
import type { ReleaseIndex } from '../core/release-index.ts';
import type { Combination, ModelListing, ListedComparison } from '../core/search/search-catalog.ts';
import { offeredIds } from '../core/offered-comparisons.ts';
import { compareText } from '../core/sweep.ts';
import { printTokens } from '../core/tokens.ts';
import { NAMED_DIMENSIONS } from '../core/vocabulary.ts';

/**
 * The listing of a model: its configurations, and the comparisons that they can answer, presets
 * first.
 */
export function modelListing(index: ReleaseIndex, model: string): ModelListing {
  const presets = index.manifest.catalog.presets.map(({ id }) => id);
  const own = presets.filter((id) => id.startsWith(`${model}/`));
  const comparisons = new Map<string, ListedComparison>();
  for (const id of [...own, ...offeredIds(index, model)]) {
    const address = index.addressOf(id);
    if (address === null || comparisons.has(orderlessQuestion(address))) continue;
    const line = listed(index, address);
    if (line !== null) comparisons.set(orderlessQuestion(address), line);
  }
  return { combinations: combinations(index, model), comparisons: [...comparisons.values()] };
}

function combinations(index: ReleaseIndex, model: string): Combination[] {
  const all = index.entriesOf(model).map(({ key, basis }): Combination => {
    const stated = NAMED_DIMENSIONS.filter((dimension) => key[dimension] !== null);
    const tokens = printTokens(Object.fromEntries(stated.map((d) => [d, key[d]!])));
    return { tokens, basis, interactivityBasis: key.interactivityBasis, offload: key.offload };
  });
  const distinct = new Map(all.map((one) => [Object.values(one).join(' '), one]));
  return [...distinct].toSorted(([a], [b]) => compareText(a, b)).map(([, one]) => one);
}

function listed(index: ReleaseIndex, address: Address): ListedComparison | null {
  const plain = plainHeadline(index, address);
  if (plain === null) return null;
  const { basis, headline } = plain;
  const lead = headline?.lead ?? null;
  return {
    id: printAddress(address),
    basis,
    interactivity: headline?.interactivity ?? null,
    outcome: lead?.outcome ?? null,
    ratio: lead?.ratio ?? null,
    side: lead === null || lead.outcome === 'level' ? null : lead.side,
  };
}
