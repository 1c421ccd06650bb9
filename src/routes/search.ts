import type { Ask, Body, ReleaseRoute } from '../http/route.ts';
import { releaseSearch } from '../release/search.ts';
import { SEARCH_KEYS } from '../schema/query-parameters.ts';
import { searchPage } from '../view/page/search-page.ts';
import { searchDocument } from '../view/search/search-json.ts';
import { searchMarkdown } from '../view/search/search-markdown.ts';
import type { SearchView } from '../view/search/search-view.ts';

const QUERY = 'q=cheapest+gpt-oss+at+100+ttft+2';
const json: ReleaseRoute['make'] = async (ask) =>
  JSON.stringify(searchDocument(await viewOf(ask), ask.words));

/** `/search?q=…`: what has data for a few words. */
export const SEARCH: readonly ReleaseRoute[] = [
  {
    path: '/search',
    examples: ['/search', `/search?${QUERY}`],
    summary: 'Comparisons, rankings and models that fit a few words, best first',
    medium: 'html',
    kind: 'page',
    keys: SEARCH_KEYS,
    make: async (ask): Promise<Body> => ask.toDocument(searchPage(await viewOf(ask), ask.words)),
    negotiated: {
      json,
      md: async (ask) => searchMarkdown(await viewOf(ask), ask.words),
    },
  },
  {
    path: '/search.json',
    examples: [`/search.json?${QUERY}`],
    summary: 'What a few words lead to, with addresses, and how they were read',
    schema: 'Search',
    medium: 'json',
    kind: 'data',
    keys: SEARCH_KEYS,
    make: json,
  },
];

async function viewOf({ release, query: { q }, request, words }: Ask): Promise<SearchView> {
  const { catalog, find } = await releaseSearch(release, words.queryWords);
  const { id, publishedAt } = release.manifest;
  return {
    query: q,
    result: find(q),
    catalog,
    release: { id, publishedAt },
    origin: request.origin,
  };
}
