import { comparedDimensions, parseAddress } from '../../core/address.ts';
import type { SearchCatalog } from '../../core/search/search-catalog.ts';
import { printTokens } from '../../core/tokens.ts';
import type { Words } from '../words/words.ts';

const MOST_COMPARISONS = 3;

/**
 * Queries to try: comparisons that have data, of different models and of different kinds as far as
 * there are such, and a ranking. None in an empty release.
 */
export function exampleQueries({ models, vocabulary }: SearchCatalog, { search }: Words): string[] {
  const all = models.flatMap(({ key, comparisons }) =>
    comparisons.flatMap(({ id, interactivity }) => {
      const parsed = parseAddress(id, { models, vocabulary });
      return interactivity === null || !('value' in parsed)
        ? []
        : [{ model: key, interactivity, address: parsed.value }];
    }),
  );
  const chosen: typeof all = [];
  for (const one of all) {
    const kind = String(comparedDimensions(one.address));
    const isNew = chosen.every(
      ({ model, address }) => model !== one.model && String(comparedDimensions(address)) !== kind,
    );
    if (isNew && chosen.length < MOST_COMPARISONS) chosen.push(one);
  }
  const last = chosen.at(-1);
  return [
    ...chosen.map(({ address: { model, shared, sides } }) =>
      search.comparison(sides.map(printTokens), printTokens(shared), model),
    ),
    ...(last === undefined ? [] : [search.cheapest(last.model, Math.round(last.interactivity))]),
  ];
}
