import type { RankMetricName } from '../ranking/rank-metrics.ts';
import type { LatencyStat } from '../ranking/rank-options.ts';
import type { NamedDimension } from '../vocabulary.ts';

/**
 * The words of one language that a search understands beside the names of the catalog, in lower
 * case. Several words that mean one thing are written with a space: "first token".
 */
export interface QueryWords {
  /** stand between the sides of a comparison */
  readonly versus: readonly string[];
  /** words that ask for a ranking, and by what */
  readonly by: Readonly<Partial<Record<RankMetricName, readonly string[]>>>;
  /** words that name what is to be compared */
  readonly about: Readonly<Partial<Record<NamedDimension, readonly string[]>>>;
  /** other names of tokens: any of the keys may be meant */
  readonly tokens: Readonly<Record<string, readonly string[]>>;
  /** the number after one of these is a limit of the first token, s */
  readonly firstToken: readonly string[];
  readonly stats: Readonly<Partial<Record<LatencyStat, readonly string[]>>>;
  /** what follows a number: seconds, milliseconds, or dollars, which may stand before it too */
  readonly units: Readonly<Record<QueryUnit, readonly string[]>>;
  /** say nothing that a search could use */
  readonly fillers: readonly string[];
}

export type QueryUnit = 's' | 'ms' | 'usd';
