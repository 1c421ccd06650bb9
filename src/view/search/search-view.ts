import type { SearchCatalog } from '../../core/search/search-catalog.ts';
import type { SearchResult } from '../../core/search/search.ts';

/** Everything that a form of a search shows. */
export interface SearchView {
  /** as asked; empty for nothing */
  readonly query: string;
  readonly result: SearchResult;
  readonly catalog: SearchCatalog;
  readonly release: { readonly id: string; readonly publishedAt: string };
  /** scheme and host, without a slash at the end */
  readonly origin: string;
}
