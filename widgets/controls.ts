import { PRICE, TARGET } from '../src/core/limits.ts';
import type { NumberLimit } from '../src/core/limits.ts';
import { element as words } from '../src/view/words/en/element.ts';
import { h } from '../src/view/markup/markup.ts';
import type { Markup } from '../src/view/markup/markup.ts';
import { figure as figureWords } from '../src/view/words/en/figure.ts';
import type { Shown } from './figure.ts';
import { parsePrices, parseTargets } from './settings.ts';
import type { Settings } from './settings.ts';

export type Control = HTMLInputElement | HTMLSelectElement;

/** An input for each target, to stand above the columns of the table. */
export function targetInputs({ at }: Shown): Markup {
  return h(
    'div',
    { class: `ats n${at.length}`, part: 'targets' },
    at.map((target, i) => number('at', target, TARGET, { 'aria-label': words.target(i) })),
  );
}

/** What of the chart and of the prices may be chosen. */
export function controls({
  comparison: c,
  settings,
  hasChart,
  rated,
  metric,
  hasServer,
  ground,
}: Shown): Markup {
  const prices = [...new Map(c.sides.map((side) => [side.hardware, side.usdPerGpuHour]))];
  const field = (label: string, control: Markup) => h('label', null, label, control);
  const select = (name: string, chosen: string, options: readonly (readonly [string, string])[]) =>
    h(
      'select',
      { name },
      options.map(([value, text]) => h('option', { value, selected: value === chosen }, text)),
    );
  const { measures, tiers, logScale } = figureWords;
  return h(
    'div',
    { class: 'ct', part: 'controls' },
    hasChart && [
      field(
        words.chartOf,
        select(
          'metric',
          metric,
          rated.map((name) => [name, measures[name][0]]),
        ),
      ),
      field(
        logScale,
        h('input', { type: 'checkbox', name: 'log', checked: ground !== null && ground[0].isLog }),
      ),
    ],
    hasServer &&
      field(words.tier, select('tier', settings['tier'] ?? c.rates.tier, Object.entries(tiers))),
    prices.map(([key, usd]) =>
      field(words.usd(prices[1] ? (c.labels[key] ?? key) : ''), number(key, usd, PRICE)),
    ),
  );
}

function number(
  name: string,
  value: number | null,
  { min, max }: NumberLimit,
  attrs: Record<string, string> = {},
): Markup {
  return h('input', { type: 'number', name, value: value ?? '', step: 'any', min, max, ...attrs });
}

/**
 * A control's value, written like the attributes that it changes; `null` for what makes no sense.
 *
 * @param at - the targets, in the order of their inputs
 * @param usd - the prices so far
 */
export function meantBy(
  control: Control,
  at: readonly number[],
  usd: Settings[string],
): Settings | null {
  const { name, value } = control;
  if (name === 'metric') return { metric: value };
  if (name === 'log') return { log: control.matches(':checked') ? 'log' : 'linear' };
  if (name === 'tier') return { tier: value, usd: '' };
  if (name !== 'at') return withPrice(usd, name, value);
  const [target] = parseTargets(value) ?? [];
  return target ? { at: at.with(peersOf(control).indexOf(control), target).join() } : null;
}

/** The inputs of a control's kind, in order. */
export function peersOf(control: Control): Control[] {
  return [...control.parentElement!.children] as Control[];
}

/** Prices with another one for a hardware; with none, that of the document holds again. */
function withPrice(usd: Settings[string], hardware: string, price: string): Settings | null {
  const own = parsePrices(`${hardware}=${price}`);
  if (price && !own[hardware]) return null;
  const { [hardware]: _, ...others } = parsePrices(usd);
  const pairs = Object.entries({ ...others, ...own }).map(([key, value]) => `${key}=${value}`);
  return { usd: pairs.join(' ') };
}
