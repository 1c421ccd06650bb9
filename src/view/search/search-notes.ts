import type { NearName } from '../../core/search/nearest-names.ts';
import type { Choice } from '../../core/search/reading.ts';
import type { SearchCatalog } from '../../core/search/search-catalog.ts';
import type { SearchResult } from '../../core/search/search.ts';
import { labelOf } from '../../core/vocabulary.ts';
import type { NamedDimension } from '../../core/vocabulary.ts';
import type { SearchWords } from './hit-text.ts';

/** How a query was read where that is not as it is written. */
export interface SearchNotes {
  readonly corrected: readonly { readonly word: string; readonly as: string }[];
  readonly unknown: readonly { readonly word: string; readonly nearest: readonly string[] }[];
  /** labels of what was left out, because nothing has it with the rest */
  readonly dropped: readonly string[];
  /** labels of models without a sweep */
  readonly withoutData: readonly string[];
}

/** What the reader of a search is told about its words, in the labels of the catalog. */
export function searchNotes(
  { reading, dropped, empty }: SearchResult,
  catalog: SearchCatalog,
): SearchNotes {
  const label = (one: NearName) => nameLabel(one, catalog);
  return {
    corrected: reading.corrected.map((one) => ({ word: one.word, as: label(one) })),
    unknown: reading.unknown.map(({ word, nearest }) => ({
      word,
      nearest: [...new Set(nearest.map(label))],
    })),
    dropped: (Object.entries(dropped) as [NamedDimension, Choice][]).flatMap(
      ([dimension, { keys }]) => keys.map((key) => labelOf(catalog.vocabulary, dimension, key)),
    ),
    withoutData: empty.map(
      (key) => catalog.models.find((model) => model.key === key)?.label ?? key,
    ),
  };
}

/** The notes of a search, each as a sentence. */
export function noteSentences(notes: SearchNotes, { search }: SearchWords): string[] {
  const { corrected, unknown, dropped, withoutData } = notes;
  return [
    ...corrected.map(({ word, as }) => search.readAs(word, as)),
    ...unknown.map(({ word, nearest }) => search.unknown(word, nearest)),
    ...(dropped.length === 0 ? [] : [search.dropped(dropped)]),
    ...(withoutData.length === 0 ? [] : [search.withoutData(withoutData)]),
  ];
}

function nameLabel({ name, meaning }: NearName, { models, vocabulary }: SearchCatalog): string {
  if (meaning.kind === 'token') {
    return meaning.keys.map((key) => labelOf(vocabulary, meaning.dimension, key)).join(', ');
  }
  if (meaning.kind !== 'model') return name;
  const keys = Object.keys(meaning.weights);
  return models.flatMap(({ key, label }) => (keys.includes(key) ? label : [])).join(', ');
}
