import type { TableMetric } from '../src/core/metrics.ts';
import { PRICE, TARGET } from '../src/core/limits.ts';
import type { NumberLimit } from '../src/core/limits.ts';
import { element as words } from '../src/view/words/en/element.ts';
import { h } from '../src/view/markup/markup.ts';
import type { Markup } from '../src/view/markup/markup.ts';
import { figure as figureWords } from '../src/view/words/en/figure.ts';
import type { FigureState } from './figure-state.ts';
import { parsePrices, parseTargets } from './settings.ts';
import type { Settings } from './settings.ts';

export type Control = HTMLInputElement | HTMLSelectElement;

/** A row of number inputs, one for each target, above the columns of the table. */
export function targetInputs({ at, isNarrow }: FigureState): Markup {
  return h(
    'div',
    {
      class: 'targets',
      part: 'targets',
      '--first': isNarrow ? '100%' : at.length > 3 ? '26%' : '36%', // as the table has it
    },
    h('span', null, h('b', null, figureWords.interactivity), ` ${figureWords.interactivityUnit}`),
    at.map((target, i) => number('at', target, TARGET, { 'aria-label': words.target(i) })),
  );
}

/** The row of controls: metric and scale of the chart, price tier, and a price for each hardware. */
export function controls({
  comparison: c,
  settings,
  hasChart,
  rated,
  metric,
  hasServer,
  ground,
}: FigureState): Markup {
  const prices = [...new Map(c.sides.map((side) => [side.hardware, side.usdPerGpuHour]))];
  const field = (label: string, control: Markup) => h('label', null, label, control);
  const select = (
    name: string,
    chosen: string,
    options: readonly string[],
    textOf: (option: string) => string,
  ) =>
    h(
      'select',
      { name },
      options.map((value) => h('option', { value, selected: value === chosen }, textOf(value))),
    );
  const { measures, tierNames, logScale } = figureWords;
  return h(
    'div',
    { class: 'controls', part: 'controls' },
    hasChart && [
      field(
        words.chartOf,
        select('metric', metric, rated, (name) => measures[name as TableMetric][0]),
      ),
      field(
        logScale,
        h('input', {
          type: 'checkbox',
          name: 'log',
          checked: ground && ground[0].isLog,
        }),
      ),
    ],
    hasServer &&
      field(
        words.tier,
        select(
          'tier',
          settings['tier'] ?? c.rates.tier,
          c.rates.tiers ?? Object.keys(tierNames),
          (name) => tierNames[name] ?? name,
        ),
      ),
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
 * The settings that a control's value stands for, written like attributes; `null` where the value
 * makes no sense.
 *
 * @param at - the targets so far, in the order of their inputs
 * @param usd - the reader's prices so far, as an attribute has them
 */
export function settingsFromControl(
  control: Control,
  at: readonly number[],
  usd: Settings[string],
): Settings | null {
  const { name, value } = control;
  if (name === 'metric') return { metric: value };
  if (name === 'tier') return { tier: value, usd: '' };
  if (name === 'log') return { log: (control as HTMLInputElement).checked ? 'log' : 'linear' };
  if (name !== 'at') return withPrice(usd, name, value);
  const [target] = parseTargets(value) ?? [];
  return target ? { at: at.with(siblingsOf(control).indexOf(control), target).join() } : null;
}

/** The inputs beside a control, itself among them, in order: those of all targets. */
export function siblingsOf(control: Control): Control[] {
  return [...control.parentElement!.querySelectorAll('input')];
}

/** The prices with another one for a hardware; '' takes it out, so that the document's holds again. */
function withPrice(usd: Settings[string], hardware: string, price: string): Settings | null {
  const own = parsePrices(`${hardware}=${price}`);
  if (price && !own[hardware]) return null;
  const prices = parsePrices(usd);
  delete prices[hardware];
  const pairs = Object.entries({ ...prices, ...own });
  return { usd: pairs.map((pair) => pair.join('=')).join(' ') };
}
