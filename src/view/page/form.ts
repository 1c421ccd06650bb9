import type { Words } from '../words/words.ts';
import type { Comparison } from '../../core/comparison-types.ts';
import { MAX_TARGETS, PRICE, TARGET, TTFT, UTILISATION } from '../../core/limits.ts';
import type { NumberLimit } from '../../core/limits.ts';
import { DEFAULT_OPTIONS } from '../../core/options.ts';
import { BASES } from '../../core/sweep.ts';
import { TIERS } from '../../core/vocabulary.ts';
import { h } from '../markup/markup.ts';
import type { Child, Markup } from '../markup/markup.ts';
import { comparisonPath } from '../links.ts';
import type { PageQuery } from '../links.ts';

interface FormView {
  readonly comparison: Comparison;
  readonly query: PageQuery;
  /** ids of the rate cards to choose from, oldest first */
  readonly rates: readonly string[];
}

/**
 * What a reader can ask instead, as a plain GET form to the page's own address: targets, and behind
 * a fold prices, latency limit and data.
 */
export function comparisonForm({ comparison: c, query, rates }: FormView, all: Words): Markup {
  const words = all.page;
  const hardware = [...new Set(c.sides.map((side) => side.hardware))];
  return h(
    'form',
    { action: comparisonPath(c.id), method: 'get' },
    h(
      'div',
      { class: 'targets', role: 'group', 'aria-label': words.form.at },
      h('span', { class: 'muted', 'aria-hidden': 'true' }, words.form.at),
      (c.targets.length > 0 ? c.targets : [null]).map((value, i) =>
        decimal({ name: 'at', value, 'aria-label': words.form.atNth(i + 1), ...TARGET_INPUT }),
      ),
    ),
    h(
      'details',
      { class: 'options', open: isChanged(query) },
      h('summary', null, words.form.options),
      h(
        'div',
        null,
        c.targets.length < MAX_TARGETS &&
          field(words.form.another, decimal({ name: 'at', ...TARGET_INPUT })),
        field(words.form.tier, tierSelect(c.rates, all)),
        field(words.form.rates, select('rates', query.rates, rates, words)),
        field(
          words.form.usd,
          decimal({ name: 'usd', value: fieldText(query.usd), ...PRICE_INPUT }),
        ),
        hardware.length > 1 &&
          hardware.map((key) => {
            const value = fieldText(query.usdByHardware[key] ?? null);
            const label = words.form.usdOf(c.labels[key] ?? key);
            return field(label, decimal({ name: `usd.${key}`, value, ...PRICE_INPUT }));
          }),
        field(
          words.form.ttft,
          decimal({ name: 'ttft', value: fieldText(query.ttft), ...ends(TTFT), step: 'any' }),
        ),
        field(
          words.form.util,
          decimal({
            name: 'util',
            value: query.util === DEFAULT_OPTIONS.util ? null : query.util,
            ...ends(UTILISATION),
            step: 'any',
            placeholder: '1',
          }),
        ),
        field(words.form.basis, select('basis', query.basis, BASES, words)),
        h(
          'label',
          null,
          h('input', { type: 'checkbox', name: 'pool', value: 'all', checked: query.pool }),
          ` ${words.form.pool}`,
        ),
      ),
    ),
    kept(query),
    h('button', { type: 'submit' }, words.form.submit),
  );
}

const TARGET_INPUT = { ...ends(TARGET), step: 10 ** -TARGET.decimals, inputmode: 'decimal' };
const PRICE_INPUT = { ...ends(PRICE), step: 'any', inputmode: 'decimal' };

function ends({ min, max }: NumberLimit): { readonly min: number; readonly max: number } {
  return { min, max };
}

function decimal(attrs: Readonly<Record<string, string | number | null>>): Markup {
  return h('input', { type: 'number', ...attrs });
}

function field(label: string, input: Markup): Markup {
  return h('label', null, h('span', null, label), input);
}

/** A choice whose empty value is the default. */
function select(
  name: string,
  value: string | null,
  options: readonly string[],
  words: Words['page'],
): Markup {
  const choices = options.map((key) => h('option', { value: key, selected: key === value }, key));
  return h('select', { name }, h('option', { value: '' }, words.form.auto), choices);
}

function tierSelect({ tier, tiers = TIERS }: Comparison['rates'], words: Words): Markup {
  return h(
    'select',
    { name: 'tier' },
    tiers.map((key) =>
      h('option', { value: key, selected: key === tier }, words.figure.tierNames[key] ?? key),
    ),
  );
}

/** What the form does not ask for stays as it is. */
function kept({ release }: PageQuery): Child {
  return release !== null && h('input', { type: 'hidden', name: 'release', value: release });
}

function isChanged({ tier, usd, usdByHardware, ttft, util, pool, basis, rates }: PageQuery) {
  const own = usd !== null || Object.keys(usdByHardware).length > 0;
  const chosen = basis !== null || rates !== null || tier !== DEFAULT_OPTIONS.tier;
  return own || chosen || ttft !== null || util !== DEFAULT_OPTIONS.util || pool;
}

function fieldText(value: number | null): string | null {
  return value === null ? null : String(value);
}
