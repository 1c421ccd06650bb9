import { h } from '../markup/markup.ts';
import type { Markup } from '../markup/markup.ts';

/** Links beside each other, such as comparisons near one that is not there. */
export function linkList(
  links: readonly { readonly label: string; readonly href: string }[],
): Markup {
  return h(
    'ul',
    { class: 'row' },
    links.map(({ label, href }) => h('li', null, h('a', { href }, label))),
  );
}
