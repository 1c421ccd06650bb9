import type { Basis } from '../core/sweep.ts';
import type { CompareOptions } from '../core/options.ts';

/** What the reader asked for in the query of a comparison; `null` where nothing was. */
export interface PageQuery extends CompareOptions {
  readonly basis: Basis | null;
  readonly release: string | null;
  readonly lang: string;
}

/**
 * The address of another comparison under the same release and language.
 *
 * @param id - of the comparison
 * @param basis - named in the address where it must not be left to the ranking
 */
export function comparisonHref(
  id: string,
  { release, lang }: Pick<PageQuery, 'release' | 'lang'>,
  basis: Basis | null = null,
): string {
  const query = [
    basis && `basis=${basis}`,
    lang !== 'en' && `lang=${lang}`,
    release && `release=${release}`,
  ].filter(Boolean);
  return `/compare/${id}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}
