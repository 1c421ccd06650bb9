import * as z from 'zod/mini';
import { DEFAULT_OPTIONS } from '../core/options.ts';
import type { CompareOptions } from '../core/options.ts';
import type { Basis } from '../core/sweep.ts';
import type { ThemeChoice } from '../core/theme-names.ts';
import {
  COMPARISON_KEYS,
  HISTORY_KEYS,
  PARAMETERS,
  RANK_KEYS,
  USD,
  USD_KEY,
} from './query-parameters.ts';
import type { ParameterName } from './query-parameters.ts';
import type { Parameter } from './parameter.ts';
import { nearest } from '../core/nearest.ts';
import { FILTER_DIMENSIONS } from '../core/ranking/filters.ts';
import { rankQuery } from '../core/ranking/rank-query.ts';
import { isTrackingKey } from './tracking-keys.ts';
import type { RankQuery } from '../core/ranking/rank-query.ts';
import type { Language } from '../view/words/words.ts';
import { languageOf } from '../view/words/words.ts';

/** Keys of a query with their canonical texts, encoded, defaults left out. */
export type QueryKeys = Readonly<Record<string, string>>;

/** What a query says; `null` or the default where it says nothing. */
export interface Query extends CompareOptions {
  readonly basis: Basis | null;
  readonly lang: Language;
  /** id of the release that is pinned */
  readonly release: string | null;
  readonly theme: ThemeChoice;
  /** pixels a unit of a PNG */
  readonly scale: 0.5 | 1 | 2;
  /** what an embed shows, as words joined with commas; `null` = everything */
  readonly view: string | null;
  readonly metrics: string | null;
  readonly isEditable: boolean;
  /** id of the comparison that code is made for */
  readonly c: string | null;
  /** the code is pinned to the release; it loads the script that follows new versions */
  readonly isPinned: boolean;
  readonly isMoving: boolean;
  /** address whose embed is asked for, and the px that there are for it */
  readonly url: string | null;
  readonly maxWidth: number | null;
  readonly maxHeight: number | null;
  readonly format: 'json' | 'xml';
  /** the release to tell changes from, and the model to tell them of */
  readonly from: string | null;
  readonly model: string | null;
  /** the two runs whose comparison is asked for, as its address names them */
  readonly before: string | null;
  readonly after: string | null;
  /** what is searched for; empty for nothing */
  readonly q: string;
  /** of a ranking, in place of the one in the path */
  readonly workload: string | null;
  /** what is asked of a ranking only */
  readonly rank: RankQuery;
  /** what was asked, as an address says it */
  readonly keys: QueryKeys;
}

interface QueryProblem {
  readonly key: string;
  readonly value: string;
  /** follows key and value in a sentence */
  readonly rule: string;
}
type ParsedQuery = { readonly value: Query } | { readonly problem: QueryProblem };

/** What a query may name: keys of the address's kind, hardware and rate cards of the release. */
export interface QueryScope {
  readonly names: readonly ParameterName[];
  readonly hardware: readonly string[];
  readonly rates: readonly string[];
  /**
   * What becomes of keys that are none of the names: all refused, all but those that only count who
   * followed a link, or all dropped.
   */
  readonly unknown: 'refuse' | 'drop-tracking' | 'drop';
}

type Values = {
  readonly [Name in ParameterName]?: (typeof PARAMETERS)[Name] extends Parameter<infer T>
    ? T
    : never;
};
const valuesSchema = z.object(
  Object.fromEntries(
    Object.entries(PARAMETERS).map(([key, { schema }]) => [key, z.optional(schema)]),
  ),
) as unknown as z.ZodMiniType<Values>; // each key with its own schema, which fromEntries forgets
const usdSchema = z.record(z.string(), USD.schema);

/** Keys whose repetitions are one list, as the inputs and boxes of a form send them. */
const LISTS = new Set<string>(['at', ...FILTER_DIMENSIONS]);

/**
 * The query of an address. Empty values are as if absent, a repeated list is one list, and any other
 * key given twice must say the same.
 *
 * @param pairs - decoded, in the order given
 */
export function parseQuery(
  pairs: readonly (readonly [string, string])[],
  { names, hardware, rates, unknown }: QueryScope,
): ParsedQuery {
  const texts: Record<string, string> = {};
  const usdTexts: Record<string, string> = {};
  for (const [writtenKey, writtenValue] of pairs) {
    const key = writtenKey.toLowerCase();
    const written = writtenValue.trim();
    const value = isCaseKept(key) ? written : written.toLowerCase();
    const isPrice = key.startsWith(USD_KEY) && hardware.includes(key.slice(USD_KEY.length));
    const isKnown = isPrice || names.some((name) => name === key);
    const isDropped = unknown === 'drop' || (unknown === 'drop-tracking' && isTrackingKey(key));
    if (!isKnown && !isDropped) {
      const prices = names.includes('usd') ? hardware.map((one) => `${USD_KEY}${one}`) : [];
      const near = nearest(key, [...names, ...prices]);
      return { problem: { key, value, rule: noKey(near, names) } };
    }
    if (value === '' || !isKnown) continue;
    const into = isPrice ? usdTexts : texts;
    const before = into[key];
    const isList = LISTS.has(key);
    if (!isList && before !== undefined && before !== value) {
      return { problem: { key, value: `${before}, ${value}`, rule: 'is given once' } };
    }
    into[key] = isList && before !== undefined ? `${before},${value}` : value;
  }

  const values = z.safeParse(valuesSchema, texts);
  if (!values.success) return brokenRule(texts, values.error, PARAMETERS);
  const usdByKey = z.safeParse(usdSchema, usdTexts);
  if (!usdByKey.success) return brokenRule(usdTexts, usdByKey.error, {});
  const card = values.data.rates;
  if (card !== undefined && !rates.includes(card)) {
    const rule = `is the id of a rate card of the release: ${rates.join(', ')}`;
    return { problem: { key: 'rates', value: card, rule } };
  }
  return { value: queryOf(values.data, usdByKey.data) };
}

function noKey(near: readonly string[], names: readonly string[]): string {
  if (names.length === 0) return 'is no key of this address; it takes none';
  const few = near.length > 0 ? `nearest: ${near.join(', ')}` : `there are ${names.join(', ')}`;
  return `is no key of this address; ${few}`;
}

function brokenRule(
  texts: Readonly<Record<string, string>>,
  { issues }: z.core.$ZodError,
  parameters: Readonly<Partial<Record<string, { readonly rule: string }>>>,
): { problem: QueryProblem } {
  const key = String(issues[0]?.path[0]);
  return { problem: { key, value: texts[key] ?? '', rule: (parameters[key] ?? USD).rule } };
}

function queryOf(values: Values, usdByKey: Readonly<Record<string, number>>): Query {
  const printed = Object.entries(values).map(([key, value]) => [key, print(key, value)] as const);
  const prices = Object.entries(usdByKey).map(([key, usd]) => [key, USD.print(usd)] as const);
  return {
    at: values.at ?? null,
    basis: values.basis ?? null,
    pool: values.pool === 'all',
    rates: values.rates ?? null,
    tier: values.tier ?? null,
    usd: values.usd ?? null,
    usdByHardware: Object.fromEntries(
      Object.entries(usdByKey).map(([key, usd]) => [key.slice(USD_KEY.length), usd]),
    ),
    util: values.util ?? DEFAULT_OPTIONS.util,
    ttft: values.ttft ?? null,
    lang: languageOf(values.lang),
    release: values.release ?? null,
    theme: values.theme ?? 'auto',
    scale: values.scale === '2' ? 2 : values.scale === '0.5' ? 0.5 : 1,
    view: values.view ?? null,
    metrics: values.metrics ?? null,
    isEditable: values.editable === 'true',
    c: values.c ?? null,
    isPinned: values.pin === 'true',
    isMoving: values.moving === 'true',
    url: values.url ?? null,
    format: values.format ?? 'json',
    from: values.from ?? null,
    model: values.model ?? null,
    before: values.before ?? null,
    after: values.after ?? null,
    q: values.q ?? '',
    maxWidth: values.maxwidth ?? null,
    maxHeight: values.maxheight ?? null,
    workload: values.workload ?? null,
    rank: rankQuery(values),
    keys: Object.fromEntries(
      [...printed, ...prices].flatMap(([key, text]) => (text === null ? [] : [[key, text]])),
    ),
  };
}

/** The query keys that change the comparison itself, without those of how it is shown, such as `theme`. */
export function comparisonKeys(keys: QueryKeys): QueryKeys {
  return keysAmong(keys, COMPARISON_KEYS);
}

/** The query keys that change the ranking itself, without those of the picture or frame that shows it. */
export function rankKeys(keys: QueryKeys): QueryKeys {
  return keysAmong(keys, RANK_KEYS);
}

/** The query keys that change a history itself. */
export function historyKeys(keys: QueryKeys): QueryKeys {
  return keysAmong(keys, HISTORY_KEYS);
}

function keysAmong(keys: QueryKeys, names: readonly ParameterName[]): QueryKeys {
  const own = ([key]: readonly [string, string]) =>
    key.startsWith(USD_KEY) || names.some((name) => name === key);
  return Object.fromEntries(Object.entries(keys).filter(own));
}

function print(key: string, value: unknown): string | null {
  return value === undefined ? null : (parameterOf(key)?.print(value) ?? null);
}

function isCaseKept(key: string): boolean {
  return parameterOf(key)?.isCaseKept === true;
}

function parameterOf(key: string): Parameter<unknown> | undefined {
  const parameters: Readonly<Partial<Record<string, Parameter<unknown>>>> = PARAMETERS;
  return parameters[key];
}
