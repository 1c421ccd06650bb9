import { rankPath } from '../links.ts';
import type { Keys } from '../links.ts';
import { h } from '../markup/markup.ts';
import type { Markup } from '../markup/markup.ts';
import type { Words } from '../words/words.ts';

/** The ranking that has the sides of a comparison as rows in front. */
export interface SidesRanking {
  /** `<model>/<workload>` */
  readonly id: string;
  /** that it is asked with */
  readonly keys: Keys;
}

/**
 * The model's other configurations, folded away: a link to their ranking, and with scripts, once it
 * is unfolded, the ranking itself.
 */
export function otherConfigurations({ id, keys }: SidesRanking, all: Words): Markup {
  return h(
    'details',
    { class: 'section', id: 'others' },
    h('summary', null, all.page.others),
    h('a', { href: rankPath(id, keys) }, all.ranking.every),
  );
}
