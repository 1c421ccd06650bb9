import type { Hit } from '../../core/search/search.ts';
import { hitPath, hitText } from './hit-text.ts';
import type { SearchWords } from './hit-text.ts';
import { searchNotes } from './search-notes.ts';
import type { SearchNotes } from './search-notes.ts';
import type { SearchView } from './search-view.ts';

/** What `/search.json` says, version 1. */
interface SearchDocument extends SearchNotes {
  readonly version: 1;
  readonly release: SearchView['release'];
  readonly query: string;
  /** best first */
  readonly hits: readonly {
    readonly kind: Hit['kind'];
    readonly title: string;
    /** what it says in a few words; `null` where that takes a look at it */
    readonly answer: string | null;
    /** absolute, of the page and of its JSON */
    readonly href: string;
    readonly json: string;
  }[];
}

/** The hits of a search, each with its addresses, and how the query was read. */
export function searchDocument(view: SearchView, words: SearchWords): SearchDocument {
  const { query, result, catalog, release, origin } = view;
  return {
    version: 1,
    release,
    query,
    ...searchNotes(result, catalog),
    hits: result.hits.map((hit) => {
      const { title, figure, said, href } = hitText(hit, result.reading, catalog, words);
      return {
        kind: hit.kind,
        title,
        answer: [figure, said].filter(Boolean).join(', ') || null,
        href: `${origin}${href}`,
        json: `${origin}${hitPath(hit, result.reading, '.json')}`,
      };
    }),
  };
}
