import type { Words } from '../words/words.ts';
import { h } from '../markup/markup.ts';
import type { Markup } from '../markup/markup.ts';
import { linkList } from './link-list.ts';
import { section } from './section.ts';
import { page } from './page.ts';

/** What a refusal says to a reader. */
export interface ErrorView {
  readonly status: number;
  /** what went wrong, in a few words */
  readonly title: string;
  /** the thing, the value, the rule */
  readonly detail: string;
  /** documentation of the problem type */
  readonly type?: string | null;
  /** what the reader may have meant */
  readonly nearest: readonly { readonly label: string; readonly href: string }[];
}

/** A page for an address that has no page. */
export function errorPage(view: ErrorView, all: Words): Markup {
  const { status, title, detail, type = null, nearest } = view;
  const words = all.page;
  return page(
    all,
    { title, description: detail, canonical: null },
    h('p', { class: 'eyebrow' }, String(status)),
    h('h1', null, title),
    h('p', { class: 'lead' }, detail),
    nearest.length > 0 && section(words.nearest, linkList(nearest)),
    h(
      'p',
      { class: 'section small' },
      h('a', { href: '/#comparisons' }, words.allComparisons),
      type !== null && [' · ', h('a', { href: type }, words.aboutProblem)],
    ),
  );
}
