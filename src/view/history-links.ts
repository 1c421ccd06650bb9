import { canonicalAddress, printAddress } from '../core/address.ts';
import type { History } from '../core/history/history-types.ts';
import type { Ranking } from '../core/ranking/ranking-types.ts';
import type { TokenSet } from '../core/tokens.ts';
import { comparisonPath, historyPath, rankPath } from './links.ts';
import type { Keys, LinkedForm } from './links.ts';
import { targetKeys } from './rank-links.ts';

/** Absolute addresses of one history, under the query it was asked with. */
export interface HistoryLinks {
  readonly page: string;
  /** with its target, and under the release that gave this answer */
  readonly pinned: string;
  readonly json: string;
  readonly csv: string;
  readonly md: string;
  /** the ranking that the configuration is a row of */
  readonly ranking: string;
  /** every other form, by its name */
  readonly [form: string]: string;
}

/** The addresses of a history. */
export function historyLinks(
  h: History,
  origin: string,
  keys: Keys,
  forms: readonly LinkedForm[],
): HistoryLinks {
  const asked = { ...keys, ...targetKeys({ at: h.at, cost: null }), basis: h.basis };
  const hrefs = forms.map(({ name, extension }) => [
    name,
    `${origin}${historyPath(h.id, keys, extension)}`,
  ]);
  const ranking = `${h.model.key}/${h.workload.key}`;
  return {
    page: `${origin}${historyPath(h.id, keys)}`,
    ...(Object.fromEntries(hrefs) as Pick<HistoryLinks, 'json' | 'csv' | 'md'>),
    pinned: `${origin}${historyPath(h.id, { ...asked, release: h.release.id })}`,
    ranking: `${origin}${rankPath(ranking, { ...asked, speed: h.interactivityBasis })}`,
  };
}

/** Keys of a ranking's query that the history of one of its rows takes too; `at` is added as it was read. */
const OF_HISTORY = /^(basis|lang|rates|release|speed|tier|ttft|usd(\..+)?|util)$/;
/** Keys of a history's query that the comparison of two of its runs takes too. */
const OF_COMPARISON = /^(at|basis|lang|rates|release|tier|ttft|usd(\..+)?|util)$/;

function keysThat(keys: Keys, pattern: RegExp): Keys {
  return Object.fromEntries(Object.entries(keys).filter(([key]) => pattern.test(key)));
}

/** The rows of a ranking that have earlier runs, in its order, each with path and query of its history. */
export function rowHistories(
  r: Pick<
    Ranking,
    'id' | 'rows' | 'runs' | 'ttftLimit' | 'stat' | 'at' | 'cost' | 'basis' | 'interactivityBasis'
  >,
  keys: Keys,
): readonly { readonly key: string; readonly history: string }[] {
  // a history has no limit of another percentile, and would say something else
  if (r.ttftLimit !== null && r.stat !== 'p50') return [];
  const asked = { ...keysThat(keys, OF_HISTORY), ...targetKeys(r) };
  const rows = r.rows.filter(({ key }) => r.runs[key] !== undefined);
  return rows.map(({ key }) => ({ key, history: historyPath(`${r.id}/${key}`, asked) }));
}

/** The part of a history's query that a comparison of its runs takes. */
export function comparisonKeysOf(keys: Keys): Keys {
  return keysThat(keys, OF_COMPARISON);
}

/** The query under which a comparison of two runs has the numbers of their history. */
export function runsKeys(h: Pick<History, 'at' | 'basis' | 'rates'>, keys: Keys): Keys {
  return {
    ...comparisonKeysOf(keys),
    ...targetKeys({ at: h.at, cost: null }),
    basis: h.basis,
    rates: h.rates.id,
  };
}

/** A configuration of a model and workload, as far as an address names it. */
interface NamedConfiguration {
  readonly model: string;
  readonly workload: string;
  readonly tokens: TokenSet;
}

/**
 * Path of the comparison of two runs of a configuration.
 *
 * @param before - the token of a run, another one than `after`
 */
export function runsPath(
  { model, workload, tokens }: NamedConfiguration,
  before: string,
  after: string,
): string {
  const sides = [{ run: before }, { run: after }];
  return comparisonPath(printAddress(canonicalAddress(model, { ...tokens, workload }, sides)));
}
