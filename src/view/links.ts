import type { Comparison } from '../core/comparison-types.ts';
import { compareText } from '../core/sweep.ts';

/** Absolute addresses of one comparison in all its forms, under the query it was asked with. */
export interface Links {
  readonly page: string;
  /** every matched token filled in, basis and targets named: new data cannot change its question */
  readonly specific: string;
  /** `specific` under the release that gave this answer */
  readonly pinned: string;
  readonly json: string;
  readonly csv: string;
  readonly md: string;
  /** the chart alone, SVG with real text */
  readonly chart: string;
  readonly svg: string;
  readonly png: string;
  /** the card at twice the size */
  readonly pngLarge: string;
  readonly embed: string;
  /** how to embed the page, by https://oembed.com */
  readonly oembed: string;
}

/** What the addresses follow from. */
export type Linked = Pick<Comparison, 'id' | 'specificId' | 'basis' | 'targets' | 'release'>;

/**
 * The addresses of a comparison.
 *
 * @param origin - scheme and host, without a slash at the end
 * @param query - canonical query of the address, without `?`; empty for none
 */
export function comparisonLinks(comparison: Linked, origin: string, query: string): Links {
  const { id, specificId, basis, targets, release } = comparison;
  const form = (extension: string) => `${origin}/compare/${id}${extension}${asked(query)}`;
  const question = withKeys(query, {
    basis,
    ...(targets.length > 0 && { at: targets.join(',') }),
  });
  return {
    page: form(''),
    specific: `${origin}/compare/${specificId}${asked(question)}`,
    pinned: `${origin}/compare/${specificId}${asked(withKeys(question, { release: release.id }))}`,
    json: form('.json'),
    csv: form('.csv'),
    md: form('.md'),
    chart: form('.chart.svg'),
    svg: form('.svg'),
    png: form('.png'),
    pngLarge: `${origin}/compare/${id}.png${asked(withKeys(query, { scale: '2' }))}`,
    embed: `${origin}/embed/${specificId}${asked(question)}`,
    oembed: `${origin}/oembed?url=${encodeURIComponent(form(''))}`,
  };
}

function asked(query: string): string {
  return query === '' ? '' : `?${query}`;
}

/** How an embed of a comparison is shown. */
export interface EmbedOptions {
  /** as the element's attributes of these names; `null` for what is not asked for */
  readonly view: string | null;
  readonly metrics: string | null;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly isEditable: boolean;
}

/** The address of an embed, {@link Links.embed}, that is shown so. */
export function embedLink(embed: string, options: EmbedOptions): string {
  const { view, metrics, theme, isEditable } = options;
  return addKeys(embed, {
    ...(view !== null && { view }),
    ...(metrics !== null && { metrics }),
    ...(theme !== 'auto' && { theme }),
    ...(isEditable && { editable: 'true' }),
  });
}

/** The address with these keys set in its query. */
export function addKeys(address: string, keys: Readonly<Record<string, string>>): string {
  const [path = '', query = ''] = address.split('?');
  return `${path}${asked(withKeys(query, keys))}`;
}

/** The query with these keys set, keys sorted. */
export function withKeys(query: string, keys: Readonly<Record<string, string>>): string {
  const kept = query.split('&').flatMap((pair): [string, string][] => {
    const [key = '', value = ''] = pair.split('=');
    return key === '' || key in keys ? [] : [[key, value]];
  });
  return [...kept, ...Object.entries(keys)]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([key, value]) => `${key}=${value}`)
    .join('&');
}
