import { h } from '../markup/markup.ts';
import type { Child } from '../markup/markup.ts';
import type { RankLine } from './rank-plot.ts';

/** Muted curves of a ranking's chart, each of which says its name on hover. */
export function mutedApart(muted: readonly RankLine[]): Child {
  return muted.map(({ path, key }) =>
    h('path', { class: 'other', d: path }, h('title', null, key)),
  );
}
