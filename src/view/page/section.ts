import { h } from '../markup/markup.ts';
import type { Child, Markup } from '../markup/markup.ts';

/**
 * A part of a page with a heading of its own.
 *
 * @param id - what links to it name; `null` where nothing does
 */
export function section(title: string, content: Child, id: string | null = null): Markup {
  return h('section', { class: 'section', id }, h('h2', null, title), content);
}
