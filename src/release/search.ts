import type { Manifest } from '../core/release.ts';
import type { QueryWords } from '../core/search/query-words.ts';
import type { SearchCatalog } from '../core/search/search-catalog.ts';
import { searchIn } from '../core/search/search.ts';
import type { SearchResult } from '../core/search/search.ts';
import type { Release } from '../kv/store.ts';
import { modelListing } from './model-listing.ts';

/** The search of one release, and the catalog that its results speak of. */
interface ReleaseSearch {
  readonly catalog: SearchCatalog;
  readonly find: (query: string) => SearchResult;
}

/** Manifests are parsed once and never change: what follows from one is forgotten with it. */
const keptOf = new WeakMap<Manifest, Map<QueryWords, ReleaseSearch>>();

/**
 * The search of a release in the words of a language; its catalog is listed and its names read
 * once.
 */
export async function releaseSearch(release: Release, words: QueryWords): Promise<ReleaseSearch> {
  const { manifest } = release;
  const kept = keptOf.get(manifest) ?? new Map<QueryWords, ReleaseSearch>();
  keptOf.set(manifest, kept);
  const held = kept.get(words);
  if (held !== undefined) return held;
  const index = await release.withSweeps();
  const { models, vocabulary, presets } = manifest.catalog;
  const catalog: SearchCatalog = {
    models: models.map((model) => ({ ...model, ...modelListing(index, model.key) })),
    vocabulary,
    presets,
  };
  const search = { catalog, find: searchIn(catalog, words) };
  kept.set(words, search);
  return search;
}
