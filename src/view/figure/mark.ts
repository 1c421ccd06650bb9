import { h } from '../markup/markup.ts';
import type { Attrs, Child, Markup } from '../markup/markup.ts';
import { MARKERS } from './theme.ts';

/** The mark of a side, as a path around 0,0; its colour is that of the class `side-1` … `side-4`. */
export function markPath(index: number, attrs: Attrs | null = null, ...children: Child[]): Markup {
  const { path, isHollow } = MARKERS[index % MARKERS.length]!;
  return h('path', { class: isHollow ? 'marker hollow' : 'marker', d: path, ...attrs }, children);
}

/** The mark of a side on its own, to stand before its label. Says nothing to a screen reader. */
export function sideMark(index: number): Markup {
  return h(
    'svg',
    { class: `side-mark side-${index + 1}`, viewBox: '-6 -6 12 12', 'aria-hidden': 'true' },
    markPath(index),
  );
}
