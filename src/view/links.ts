import type { Comparison } from '../core/comparison-types.ts';
import { formEncoded } from '../core/form-encoded.ts';
import type { CompareOptions } from '../core/options.ts';
import type { Basis } from '../core/sweep.ts';
import { compareText } from '../core/sweep.ts';
import type { ThemeChoice } from '../core/theme-names.ts';

/** Every address of the site that anything links to is made here; queries are canonical. */

/** Keys of a query with their canonical texts, encoded; an absent one stands for its default. */
export type Keys = Readonly<Record<string, string>>;

/** A path with a query, its keys sorted, as every canonical address has them. */
export function withQuery(path: string, keys: Keys): string {
  const pairs = Object.entries(keys).toSorted(([a], [b]) => compareText(a, b));
  if (pairs.length === 0) return path;
  return `${path}?${pairs.map(([key, text]) => `${key}=${text}`).join('&')}`;
}

/**
 * Path and query of a comparison.
 *
 * @param extension - of the form; empty for the page
 */
export function comparisonPath(id: string, keys: Keys = {}, extension = ''): string {
  return withQuery(`/compare/${id}${extension}`, keys);
}

/**
 * Path and query of a ranking.
 *
 * @param id - `<model>/<workload>`
 * @param extension - of the form; empty for the page
 */
export function rankPath(id: string, keys: Keys = {}, extension = ''): string {
  return withQuery(`/rank/${id}${extension}`, keys);
}

/**
 * Path and query of the runs of a configuration.
 *
 * @param id - `<model>/<workload>/<row>`
 * @param extension - of the form; empty for the page
 */
export function historyPath(id: string, keys: Keys = {}, extension = ''): string {
  return withQuery(`/history/${id}${extension}`, keys);
}

/**
 * Path and query of a search, as the form of a page sends it.
 *
 * @param extension - of the form; empty for the page
 */
export function searchPath(query: string, extension = ''): string {
  return withQuery(`/search${extension}`, query === '' ? {} : { q: formEncoded(query) });
}

/** Path and query of a comparison for an iframe. */
export function embedPath(id: string, keys: Keys): string {
  return withQuery(`/embed/${id}`, keys);
}

/** Path and query of a ranking for an iframe. */
export function rankEmbedPath(id: string, keys: Keys): string {
  return withQuery(`/embed/rank/${id}`, keys);
}

/**
 * Path and query of a badge.
 *
 * @param extension - `.svg` for the picture, `.json` for shields.io
 */
export function badgePath(id: string, keys: Keys, extension: string): string {
  return withQuery(`/badge/${id}${extension}`, keys);
}

/** Path and query of the page that makes a comparison's code. */
export function builderPath(id: string, keys: Keys = {}): string {
  return withQuery('/embed-builder', { ...keys, c: id });
}

/** Path of the page that makes a ranking's code. */
export function rankBuilderPath(id: string, keys: Keys = {}): string {
  return withQuery(`/embed-builder/rank/${id}`, keys);
}

/**
 * Path and query of a card whose address names its content.
 *
 * @param id - of a comparison, or {@link rankCardId}
 */
export function hashedCardPath(hash: string, id: string, keys: Keys): string {
  return withQuery(`/cards/${hash}/${id}.png`, keys);
}

/** What a card's address names of a ranking, where one of a comparison has its id. */
export function rankCardId(id: string): string {
  return `rank/${id}`;
}

/** Paths of the newest scripts: of comparisons, of rankings, of pages around iframes, of the search box. */
export const COMPARISON_SCRIPT = '/widgets/matchpoint.js';
export const RANKING_SCRIPT = '/widgets/matchpoint-rank.js';
export const RESIZER_SCRIPT = '/widgets/resize.js';
export const SEARCH_SCRIPT = '/widgets/search.js';

/** Path of a file that the elements consist of. */
export function widgetPath(name: string): string {
  return `/widgets/${name}`;
}

/** Path and query of the sweeps of a model and workload. */
export function sweepsPath(model: string, workload: string, keys: Keys = {}): string {
  return withQuery(`/sweeps/${model}/${workload}.json`, keys);
}

/** How to embed a page of this site, by its absolute address. */
export function oembedPath(page: string): string {
  return withQuery('/oembed', { url: encodeURIComponent(page) });
}

/** Path and query of what moved between two releases. */
export function changesPath(keys: Keys): string {
  return withQuery('/changes.json', keys);
}

/** The key that pins an address to a release; none for a live one. */
export function pinKeys(release: string | null): Keys {
  return release === null ? {} : { release };
}

/** The keys of a picture's theme. */
export function themeKeys(theme: ThemeChoice): Keys {
  return theme === 'auto' ? {} : { theme };
}

/** What the reader asked for in the query of a comparison; `null` where nothing was. */
export interface PageQuery extends CompareOptions {
  readonly basis: Basis | null;
  readonly release: string | null;
}

/** Another comparison under the same release, asked with some keys more. */
export function neighbourPath(
  id: string,
  { release }: Pick<PageQuery, 'release'>,
  more: Keys = {},
): string {
  return comparisonPath(id, { ...more, ...pinKeys(release) });
}

/** A comparison's id with the keys that it is asked with. */
export interface Question {
  readonly id: string;
  readonly keys: Keys;
}

/** What the addresses of a comparison follow from. */
type Linked = Pick<Comparison, 'id' | 'specificId' | 'basis' | 'targets' | 'release'>;

/**
 * The question with every matched token filled in, basis and targets named, so that new data cannot
 * make another one of it.
 *
 * @param isPinned - under the release that gave this answer
 */
export function specificQuestion(comparison: Linked, keys: Keys, isPinned = false): Question {
  const { specificId, basis, targets, release } = comparison;
  const at = targets.length > 0 && { at: targets.join(',') };
  return {
    id: specificId,
    keys: { ...keys, basis, ...at, ...(isPinned && { release: release.id }) },
  };
}

/** How an embed of a comparison is shown. */
export interface EmbedOptions {
  /** as the element's attributes of these names; `null` for what is not asked for */
  readonly view: string | null;
  readonly metrics: string | null;
  readonly theme: ThemeChoice;
  readonly isEditable: boolean;
}

/** The keys by which an embed is shown so. */
export function embedKeys({ view, metrics, theme, isEditable }: EmbedOptions): Keys {
  return {
    ...(view !== null && { view }),
    ...(metrics !== null && { metrics }),
    ...themeKeys(theme),
    ...(isEditable && { editable: 'true' }),
  };
}

/** A form of a comparison as far as its address goes. */
export interface LinkedForm {
  /** in {@link Links} */
  readonly name: string;
  readonly extension: string;
  /** keys that are always asked with */
  readonly keys?: Keys;
}

/** Absolute addresses of one comparison, under the query it was asked with. */
export interface Links {
  readonly page: string;
  /** {@link specificQuestion} */
  readonly specific: string;
  readonly pinned: string;
  readonly json: string;
  readonly csv: string;
  readonly png: string;
  readonly embed: string;
  /** how to embed the page, by https://oembed.com */
  readonly oembed: string;
  /** every other form, by its name */
  readonly [form: string]: string;
}

/**
 * The addresses of a comparison.
 *
 * @param origin - scheme and host, without a slash at the end
 * @param keys - that it was asked with
 * @param forms - those there are beside the page
 */
export function comparisonLinks(
  comparison: Linked,
  origin: string,
  keys: Keys,
  forms: readonly LinkedForm[],
): Links {
  const { id } = comparison;
  const page = `${origin}${comparisonPath(id, keys)}`;
  const specific = specificQuestion(comparison, keys);
  const pinned = specificQuestion(comparison, keys, true);
  const hrefs = forms.map((form) => [
    form.name,
    `${origin}${comparisonPath(id, { ...keys, ...form.keys }, form.extension)}`,
  ]);
  return {
    page,
    specific: `${origin}${comparisonPath(specific.id, specific.keys)}`,
    pinned: `${origin}${comparisonPath(pinned.id, pinned.keys)}`,
    ...(Object.fromEntries(hrefs) as Pick<Links, 'json' | 'csv' | 'png'>),
    embed: `${origin}${embedPath(specific.id, specific.keys)}`,
    oembed: `${origin}${oembedPath(page)}`,
  };
}
