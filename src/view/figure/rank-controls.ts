import { COST, PRICE, TARGET, TTFT } from '../../core/limits.ts';
import type { NumberLimit } from '../../core/limits.ts';
import { FILTER_DIMENSIONS } from '../../core/ranking/filters.ts';
import type { FilterDimension, FilterValue } from '../../core/ranking/filters.ts';
import { CHART_POINTS } from '../../core/ranking/chart-options.ts';
import { askedPoints } from '../../core/ranking/rank-chart.ts';
import { RANK_METRIC_NAMES } from '../../core/ranking/rank-metrics.ts';
import { LATENCY_STATS, ROW_CHOICES } from '../../core/ranking/rank-options.ts';
import type { RankFigure } from '../../core/ranking/ranking-types.ts';
import { rankPath } from '../links.ts';
import type { Keys } from '../links.ts';
import { h } from '../markup/markup.ts';
import type { Child, Markup } from '../markup/markup.ts';
import type { RankFigureWords } from '../words/words.ts';

/** What a form needs where no script answers it. */
export interface PlainForm {
  /** takes a value of a filter back, beside that */
  readonly removed: (dimension: FilterDimension, key: string, name: string) => Child;
  /** what it asks beside its controls, and what sends it */
  readonly end: Child;
}

/**
 * What a reader can ask instead, as a GET form to the ranking's own address.
 *
 * @param own - controls of what only the server draws; `null` where that cannot be asked for
 * @param plain - `null` where a script answers each change
 * @param isOpen - the filters are in sight, by default where some are set
 */
export function rankControls(
  r: RankFigure,
  keys: Keys,
  all: RankFigureWords,
  own: Child,
  plain: PlainForm | null,
  isOpen = Object.keys(r.asked).length > 0,
): Markup {
  const words = all.form;
  return h(
    'form',
    { class: 'rank-form', action: rankPath(r.id), method: 'get' },
    h(
      'div',
      { class: 'controls' },
      field(words.at, number('at', r.at === null ? null : n(r.at), TARGET)),
      field(words.cost, number('cost', r.cost, COST)),
      field(
        words.by,
        choice('by', r.by, RANK_METRIC_NAMES, (name) => all.metrics[name].name),
      ),
      field(
        words.show,
        choice('show', r.show, ROW_CHOICES, (shown) => words.shown[shown]),
      ),
      field(words.usd, number('usd', keys['usd'] ?? null, PRICE)),
      field(words.ttft, number('ttft', r.ttftLimit, TTFT)),
      field(
        words.stat,
        choice('stat', r.stat, LATENCY_STATS, (stat) => words.stats[stat]),
      ),
      field(
        words.points,
        choice(
          'points',
          askedPoints(r),
          CHART_POINTS.filter((points) => own !== null || points !== 'all'),
          (points) => words.pointsShown[points],
        ),
      ),
      own,
    ),
    filters(r, all, plain, isOpen),
    plain && plain.end,
  );
}

/** Every dimension with its values and how many configurations each would leave. */
function filters(
  r: RankFigure,
  words: RankFigureWords,
  plain: PlainForm | null,
  isOpen: boolean,
): Markup {
  return h(
    'details',
    { class: 'filters', open: isOpen },
    h('summary', null, `${words.filtersHead}: ${words.counts(r)}`),
    FILTER_DIMENSIONS.filter((dimension) => r.filters[dimension].length > 0).map((dimension) =>
      h(
        'fieldset',
        null,
        h('legend', null, words.filters[dimension]),
        r.filters[dimension].map((value) => filter(dimension, value, words, plain)),
      ),
    ),
  );
}

function filter(
  dimension: FilterDimension,
  { key, label, count, active }: FilterValue,
  words: RankFigureWords,
  plain: PlainForm | null,
): Child {
  const name = words.filterKeys[key] ?? label ?? words.misfit(key);
  const isUseless = count === 0 && !active;
  return h(
    'span',
    { class: active ? 'filter active' : 'filter' },
    h(
      'label',
      null,
      h('input', {
        type: 'checkbox',
        name: dimension,
        value: key,
        checked: active,
        disabled: isUseless,
      }),
      ` ${name} `,
      h('span', { class: 'muted' }, String(count)),
    ),
    active && plain && plain.removed(dimension, key, name),
  );
}

/** A control under its name. */
export function field(label: string, input: Markup): Markup {
  return h('label', null, h('span', null, label), input);
}

function number(name: string, value: string | number | null, { min, max }: NumberLimit): Markup {
  return h('input', { type: 'number', name, value, min, max, step: 'any', inputmode: 'decimal' });
}

/** A choice of one. */
export function choice<T extends string>(
  name: string,
  value: T,
  options: readonly T[],
  labelOf: (option: T) => string,
): Markup {
  return h(
    'select',
    { name },
    options.map((option) =>
      h('option', { value: option, selected: option === value }, labelOf(option)),
    ),
  );
}

function n(value: number): number {
  return Math.round(value * 10) / 10;
}
