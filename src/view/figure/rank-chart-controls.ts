import { CHART_AXES, CHART_SCALES } from '../../core/ranking/chart-options.ts';
import { RANK_METRIC_NAMES } from '../../core/ranking/rank-metrics.ts';
import type { Ranking } from '../../core/ranking/ranking-types.ts';
import type { Keys } from '../links.ts';
import type { Child, Markup } from '../markup/markup.ts';
import type { Words } from '../words/words.ts';
import { choice, field } from './rank-controls.ts';

/** What the chart shows, as controls of their form: the element takes these over from a page. */
export function rankChartControls(
  { chart }: Ranking,
  keys: Keys,
  { chartForm: words, metrics }: Words['ranking'],
): Child {
  return [
    field(
      words.x,
      choice('x', chart.x, CHART_AXES, (axis) => words.axes[axis]),
    ),
    field(
      words.y,
      optional('y', keys, words.asRanked, RANK_METRIC_NAMES, (name) => metrics[name].name),
    ),
    field(
      words.yscale,
      optional('yscale', keys, words.asNeeded, CHART_SCALES, (name) => words.scales[name]),
    ),
  ];
}

/**
 * The workloads that the model has rankings of.
 *
 * @param own - label of the one that is shown
 * @param others - labels of the others, by their keys
 */
export function workloadControl(
  own: string,
  others: Readonly<Record<string, string>>,
  words: Words['ranking']['chartForm'],
): Markup {
  return field(
    words.workload,
    optional('workload', {}, own, Object.keys(others), (key) => others[key]!),
  );
}

/** A choice that may be left to the ranking, which an address says by saying nothing. */
function optional<T extends string>(
  name: string,
  keys: Keys,
  nothing: string,
  options: readonly T[],
  labelOf: (option: T) => string,
): Markup {
  const asked = options.find((option) => option === keys[name]) ?? '';
  return choice(name, asked, ['', ...options], (option) =>
    option === '' ? nothing : labelOf(option),
  );
}
