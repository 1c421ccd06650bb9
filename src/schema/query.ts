import * as z from 'zod/mini';
import { compareText } from '../core/sweep.ts';
import type { Basis } from '../core/sweep.ts';
import { PARAMETERS, USD } from './query-parameters.ts';
import type { ParameterName } from './query-parameters.ts';
import type { CompareOptions } from '../core/options.ts';

/** What the query of a comparison address says; `null` or the default where it says nothing. */
export interface ComparisonQuery extends CompareOptions {
  readonly basis: Basis | null;
  /** id of the release that is pinned */
  readonly release: string | null;
  readonly theme: 'auto' | 'light' | 'dark';
  /** pixels a unit of a PNG */
  readonly scale: 1 | 2;
  /** what an embed shows, as words joined with commas; `null` = everything */
  readonly view: string | null;
  readonly metrics: string | null;
  readonly isEditable: boolean;
  /** without `?`; keys sorted, defaults dropped; empty for none */
  readonly canonical: string;
}

export interface QueryProblem {
  readonly key: string;
  readonly value: string;
  /** follows key and value in a sentence */
  readonly rule: string;
}
export type ParsedQuery = { readonly value: ComparisonQuery } | { readonly problem: QueryProblem };

/** What a query may name: keys of the address's kind, hardware and rate cards of the release. */
export interface QueryScope {
  readonly names: readonly ParameterName[];
  readonly hardware: readonly string[];
  readonly rates: readonly string[];
}

const USD_KEY = 'usd.';

const valuesSchema = z.object({
  at: z.optional(PARAMETERS.at.schema),
  basis: z.optional(PARAMETERS.basis.schema),
  editable: z.optional(PARAMETERS.editable.schema),
  lang: z.optional(PARAMETERS.lang.schema),
  metrics: z.optional(PARAMETERS.metrics.schema),
  pool: z.optional(PARAMETERS.pool.schema),
  rates: z.optional(PARAMETERS.rates.schema),
  release: z.optional(PARAMETERS.release.schema),
  scale: z.optional(PARAMETERS.scale.schema),
  theme: z.optional(PARAMETERS.theme.schema),
  tier: z.optional(PARAMETERS.tier.schema),
  ttft: z.optional(PARAMETERS.ttft.schema),
  usd: z.optional(PARAMETERS.usd.schema),
  util: z.optional(PARAMETERS.util.schema),
  view: z.optional(PARAMETERS.view.schema),
});
const usdSchema = z.record(z.string(), USD.schema);

/**
 * The query of a comparison address. Unknown keys and empty values are as if absent, a repeated
 * `at` is one list, and any other key given twice must say the same.
 *
 * @param pairs - decoded, in the order given
 */
export function parseQuery(
  pairs: readonly (readonly [string, string])[],
  { names, hardware, rates }: QueryScope,
): ParsedQuery {
  const texts: Record<string, string> = {};
  const usdTexts: Record<string, string> = {};
  for (const [writtenKey, writtenValue] of pairs) {
    const [key, value] = [writtenKey.toLowerCase(), writtenValue.trim().toLowerCase()];
    const isPrice = key.startsWith(USD_KEY) && hardware.includes(key.slice(USD_KEY.length));
    if (value === '' || !(isPrice || names.some((name) => name === key))) continue;
    const into = isPrice ? usdTexts : texts;
    const before = into[key];
    if (key !== 'at' && before !== undefined && before !== value) {
      return { problem: { key, value: `${before}, ${value}`, rule: 'is given once' } };
    }
    into[key] = key === 'at' && before !== undefined ? `${before},${value}` : value;
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
  return { value: comparisonQuery(values.data, usdByKey.data) };
}

function brokenRule(
  texts: Readonly<Record<string, string>>,
  { issues }: z.core.$ZodError,
  parameters: Readonly<Partial<Record<string, { readonly rule: string }>>>,
): { problem: QueryProblem } {
  const key = String(issues[0]?.path[0]);
  return { problem: { key, value: texts[key] ?? '', rule: (parameters[key] ?? USD).rule } };
}

function comparisonQuery(
  values: z.output<typeof valuesSchema>,
  usdByKey: Readonly<Record<string, number>>,
): ComparisonQuery {
  const printed = Object.entries(values).map(([key, value]) => [key, print(key, value)] as const);
  const prices = Object.entries(usdByKey).map(([key, usd]) => [key, USD.print(usd)] as const);
  const canonical = [...printed, ...prices]
    .filter(([, text]) => text !== null)
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([key, text]) => `${key}=${text}`);
  return {
    at: values.at ?? null,
    basis: values.basis ?? null,
    pool: values.pool === 'all',
    rates: values.rates ?? null,
    tier: values.tier ?? 'hyperscaler',
    usd: values.usd ?? null,
    usdByHardware: Object.fromEntries(
      Object.entries(usdByKey).map(([key, usd]) => [key.slice(USD_KEY.length), usd]),
    ),
    util: values.util ?? 1,
    ttft: values.ttft ?? null,
    release: values.release ?? null,
    theme: values.theme ?? 'auto',
    scale: values.scale === '2' ? 2 : 1,
    view: values.view ?? null,
    metrics: values.metrics ?? null,
    isEditable: values.editable === 'true',
    canonical: canonical.join('&'),
  };
}

function print(key: string, value: unknown): string | null {
  const parameters: Readonly<
    Partial<Record<string, { print: (value: unknown) => string | null }>>
  > = PARAMETERS;
  return value === undefined ? null : (parameters[key]?.print(value) ?? null);
}
