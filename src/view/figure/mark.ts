import { h } from '../markup/markup.ts';
import type { Attrs, Child, Markup } from '../markup/markup.ts';
import { MARKERS } from './theme.ts';

/** The mark of a side, as a path around 0,0; its colour is that of the class `s0` … `s3`. */
export function markPath(index: number, attrs: Attrs | null = null, ...children: Child[]): Markup {
  const { path, isHollow } = MARKERS[index % MARKERS.length]!;
  return h('path', { class: isHollow ? 'k o' : 'k', d: path, ...attrs }, children);
}

/** The mark of a side on its own, to stand before its label. Says nothing to a screen reader. */
export function sideMark(index: number): Markup {
  return h(
    'svg',
    { class: `mk s${index}`, viewBox: '-6 -6 12 12', 'aria-hidden': 'true' },
    markPath(index),
  );
}
