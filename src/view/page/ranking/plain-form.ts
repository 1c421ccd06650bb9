import type { FilterDimension } from '../../../core/ranking/filters.ts';
import { FILTER_DIMENSIONS } from '../../../core/ranking/filters.ts';
import type { RankFigure } from '../../../core/ranking/ranking-types.ts';
import type { PlainForm } from '../../figure/rank-controls.ts';
import { rankPath } from '../../links.ts';
import type { Keys } from '../../links.ts';
import { h } from '../../markup/markup.ts';
import type { Words } from '../../words/words.ts';

/** Keys that have a control of their own. */
const OWN_KEYS = new Set<string>(
  ['at', 'cost', 'by', 'show', 'usd', 'ttft', 'stat', 'points', 'x', 'y', 'yscale'].concat(
    FILTER_DIMENSIONS,
  ),
);

/**
 * What the form of a ranking needs until a script answers it: a link beside each filter that is set,
 * what was asked beside its controls, and a button.
 */
export function plainForm({ id }: RankFigure, keys: Keys, words: Words['ranking']): PlainForm {
  const others = Object.entries(keys).filter(([key]) => !OWN_KEYS.has(key));
  return {
    removed: (dimension, key, name) =>
      h(
        'a',
        { href: rankPath(id, without(keys, dimension, key)), 'aria-label': words.removed(name) },
        '×',
      ),
    end: [
      others.map(([name, value]) =>
        h('input', { type: 'hidden', name, value: decodeURIComponent(value) }),
      ),
      h('button', { type: 'submit' }, words.submit),
    ],
  };
}

/** The same question without one value of a filter. */
function without(keys: Keys, dimension: FilterDimension, key: string): Keys {
  const { [dimension]: text = '', ...rest } = keys;
  const left = text.split(',').filter((value) => value !== key);
  return left.length === 0 ? rest : { ...rest, [dimension]: left.join(',') };
}
