import { canonicalAddress, printAddress } from '../core/address.ts';
import { configurationTokens } from '../core/configuration-tokens.ts';
import type { Configuration, RankFigure, Ranking } from '../core/ranking/ranking-types.ts';
import {
  comparisonPath,
  oembedPath,
  pinKeys,
  rankBuilderPath,
  rankEmbedPath,
  rankPath,
  sweepsPath,
  withQuery,
} from './links.ts';
import type { Keys, LinkedForm } from './links.ts';

/** Absolute addresses of one ranking, under the query it was asked with. */
export interface RankLinks {
  readonly page: string;
  /** with its target, and under the release that gave this answer */
  readonly pinned: string;
  readonly json: string;
  readonly csv: string;
  readonly md: string;
  /** its iframe, which cannot become that of another question; the page that makes code of it */
  readonly embed: string;
  readonly builder: string;
  /** how to embed the page, by https://oembed.com */
  readonly oembed: string;
  /** the sweeps of its model and workload, with every fact of their frontiers; it leads to all points */
  readonly sweeps: string;
  /** every other form, by its name */
  readonly [form: string]: string;
}

/** The addresses of a ranking. */
export function rankLinks(
  r: Ranking,
  origin: string,
  keys: Keys,
  forms: readonly LinkedForm[],
): RankLinks {
  const hrefs = forms.map(({ name, extension, keys: more }) => [
    name,
    `${origin}${rankPath(r.id, { ...keys, ...more }, extension)}`,
  ]);
  const embed = specificRankKeys(r, keys);
  const page = `${origin}${rankPath(r.id, keys)}`;
  return {
    page,
    ...(Object.fromEntries(hrefs) as Pick<RankLinks, 'json' | 'csv' | 'md'>),
    pinned: `${origin}${rankPath(r.id, specificRankKeys(r, keys, true))}`,
    embed: `${origin}${rankEmbedPath(r.id, embed)}`,
    builder: `${origin}${rankBuilderPath(r.id, keys)}`,
    oembed: `${origin}${oembedPath(page)}`,
    sweeps: `${origin}${sweepsPath(r.model.key, r.workload.key, pinKeys(keys['release'] ?? null))}`,
  };
}

/**
 * The question with target, metric and kind of figures named, so that new data cannot make another
 * one of it.
 *
 * @param isPinned - under the release that gave this answer
 */
export function specificRankKeys(r: Ranking, keys: Keys, isPinned = false): Keys {
  return {
    ...keys,
    ...targetKeys(r),
    basis: r.basis,
    by: r.by,
    // what a release measures by most cannot change
    ...(isPinned ? { release: r.release.id } : { speed: r.interactivityBasis }),
  };
}

/** The target as an address says it; none where it has more decimals than that takes. */
export function targetKeys({ at, cost }: Pick<Ranking, 'at' | 'cost'>): Keys {
  const isSayable = at !== null && cost === null && Math.round(at * 10) === at * 10;
  return isSayable ? { at: String(at) } : {};
}

/** Keys that a comparison of two rows is asked with as the ranking was. */
const SHARED_KEYS = /^(tier|usd(\..+)?|util|ttft|pool|release)$/;

/**
 * Path and query of the comparison of two to four configurations of a ranking; `null` where one states
 * a dimension that another does not, which no address can say, or where they are the same.
 */
export function comparisonsOf(
  r: RankFigure,
  keys: Keys,
): (...rows: readonly Configuration[]) => string | null {
  // a comparison has no limit of another percentile, and would say something else
  if (r.ttftLimit !== null && r.stat !== 'p50') return () => null;
  const shared = Object.entries(keys).filter(([key]) => SHARED_KEYS.test(key));
  const asked = { ...Object.fromEntries(shared), ...targetKeys(r), basis: r.basis };
  const query = withQuery('', { ...asked, rates: r.rates.id });
  return (...rows) => {
    const sides = rows.map(configurationTokens);
    if (new Set(sides.map((side) => Object.keys(side).join())).size > 1) return null;
    const address = canonicalAddress(r.model.key, { workload: r.workload.key }, sides);
    if (Object.keys(address.sides[0]!).length === 0) return null;
    return comparisonPath(printAddress(address)) + query;
  };
}
