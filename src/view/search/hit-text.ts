import { headingOf, modelLabel } from '../../core/heading.ts';
import type { ComparisonHit, RankingHit } from '../../core/search/hits.ts';
import type { QueryReading } from '../../core/search/reading.ts';
import type { SearchCatalog } from '../../core/search/search-catalog.ts';
import type { Hit } from '../../core/search/search.ts';
import { printTokens, tokensLabel } from '../../core/tokens.ts';
import { NAMED_DIMENSIONS, labelOf } from '../../core/vocabulary.ts';
import { comparisonPath, rankPath, searchPath } from '../links.ts';
import type { Keys } from '../links.ts';
import type { Words } from '../words/words.ts';

/** The words that views of a search use. */
export type SearchWords = Pick<Words, 'search' | 'address'>;

/** A hit as readers see it. */
export interface HitText {
  readonly title: string;
  /** the ratio, or a word in its place; empty for none */
  readonly figure: string;
  /** what the figure is of; empty for none */
  readonly said: string;
  /** path and query */
  readonly href: string;
}

/** How rankings call the dimensions that they are filtered by. */
const FILTER_KEYS = {
  hardware: 'hardware',
  precision: 'precision',
  specMethod: 'spec',
  framework: 'engine',
  deployment: 'deployment',
} as const;

/** What a hit is called and where it leads, with everything that the query asked besides. */
export function hitText(
  hit: Hit,
  reading: QueryReading,
  catalog: SearchCatalog,
  words: SearchWords,
): HitText {
  if (hit.kind === 'comparison') return comparisonText(hit, reading, catalog, words);
  if (hit.kind === 'ranking') return rankingText(hit, reading, catalog, words);
  const title = words.search.everything(modelLabel(catalog, hit.model));
  return { title, figure: '', said: '', href: searchPath(hit.model) };
}

/** Path and query of what a hit leads to, in one of its forms; a model has only its page. */
export function hitPath(hit: Hit, reading: QueryReading, extension = ''): string {
  if (hit.kind === 'model') return searchPath(hit.model, extension);
  const { targets, ttft } = reading;
  const limit: Keys = ttft === null ? {} : { ttft: String(ttft) };
  if (hit.kind === 'comparison') {
    const at: Keys = targets.length === 0 ? {} : { at: targets.join(',') };
    return comparisonPath(hit.id, { ...at, ...limit }, extension);
  }
  const { by, cost, stat } = reading;
  const filters = (Object.keys(FILTER_KEYS) as (keyof typeof FILTER_KEYS)[]).flatMap(
    (dimension) => {
      const keys = hit.filters[dimension];
      return keys === undefined
        ? []
        : [[FILTER_KEYS[dimension], keys.toSorted().join(',')] as const];
    },
  );
  const [at] = targets;
  return rankPath(
    `${hit.model}/${hit.workload}`,
    {
      ...limit,
      ...(cost === null ? at !== undefined && { at: String(at) } : { cost: String(cost) }),
      ...(by !== null && by !== 'cost' && { by }), // cost is the default, where there is any
      ...(ttft !== null && stat === 'p99' && { stat }),
      ...Object.fromEntries(filters),
    },
    extension,
  );
}

function comparisonText(
  hit: ComparisonHit,
  reading: QueryReading,
  catalog: SearchCatalog,
  { search, address }: SearchWords,
): HitText {
  const { model, shared, sides } = headingOf(hit.address, catalog);
  const { targets, ttft } = reading;
  const title = `${address.title(model, shared, sides)}${search.asked(targets, ttft)}`;
  const href = hitPath(hit, reading);
  const { said } = hit;
  const isAnother = targets.length > 0 || ttft !== null; // than what the catalog says
  if (said === null || isAnother || said.outcome === null) {
    return { title, figure: '', said: '', href };
  }
  const at = said.interactivity!;
  if (said.side === null) return { title, figure: search.level, said: search.levelAt(at), href };
  const isAhead = said.outcome === 'ahead';
  const side = hit.address.sides.find((tokens) => printTokens(tokens) === said.side);
  const name = side === undefined ? said.side : tokensLabel(catalog.vocabulary, side);
  const figure = search.ratio(said.ratio!, isAhead);
  return { title, figure, said: search.ahead(name, at, isAhead), href };
}

function rankingText(
  hit: RankingHit,
  reading: QueryReading,
  catalog: SearchCatalog,
  { search }: SearchWords,
): HitText {
  const { vocabulary } = catalog;
  const filters = NAMED_DIMENSIONS.flatMap((dimension) =>
    (hit.filters[dimension] ?? []).map((key) => labelOf(vocabulary, dimension, key)),
  );
  const { targets, by, cost, ttft, stat } = reading;
  const asked = { at: targets[0] ?? null, cost, ttft, stat };
  const place = `${modelLabel(catalog, hit.model)} ${labelOf(vocabulary, 'workload', hit.workload)}`;
  const title = search.ranking(place, filters, by, asked);
  return { title, figure: '', said: '', href: hitPath(hit, reading) };
}
