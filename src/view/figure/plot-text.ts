import { h } from '../markup/markup.ts';
import type { Markup } from '../markup/markup.ts';
import { n } from './curve-path.ts';

/**
 * A text of a chart.
 *
 * @param x - of its start, or of what `anchor` says, px
 * @param y - of its base line, px
 * @param classes - separated by spaces
 */
export function plotText(
  x: number,
  y: number,
  text: string,
  anchor: 'middle' | 'end' | null = null,
  classes: string | null = null,
): Markup {
  return h('text', { class: classes, x: n(x), y: n(y), 'text-anchor': anchor }, text);
}
