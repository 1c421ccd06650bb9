import type { Words } from '../words/words.ts';
import { BUILDER_SCRIPT } from './builder-script.ts';
import { CHANGED_SCRIPT } from './changed-note.ts';
import { ANSWER_SCRIPT } from './ranking/answer-script.ts';
import { COPY_SCRIPT } from './card-section.ts';
import { h } from '../markup/markup.ts';
import type { Child, Markup } from '../markup/markup.ts';
import {
  COMPARISON_PAGE_STYLE,
  HISTORY_PAGE_STYLE,
  PAGE_STYLE,
  RANKING_PAGE_STYLE,
} from './styles.ts';
import { SITE_NAME } from '../brand.ts';
import { SEARCH_SCRIPT } from '../links.ts';

/** A picture of a page for link previews: an absolute address of a PNG. */
export interface PageImage {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** What a page is, beside its content. */
interface PageHead {
  readonly title: string;
  readonly description: string;
  /** absolute; `null` on pages that have no address of their own, such as errors */
  readonly canonical: string | null;
  readonly alternates?: readonly { readonly type: string; readonly href: string }[];
  readonly image?: PageImage | null;
  /** JSON-LD */
  readonly data?: object | null;
  /** addresses of modules of this site that the page loads */
  readonly modules?: readonly string[];
  /** one of {@link CONSTANT_STYLES}; by default the look of most pages */
  readonly style?: string;
  /** blocks of {@link CONSTANT_SCRIPTS} that the page runs */
  readonly scripts?: readonly string[];
  /** what the search box holds */
  readonly query?: string;
  /** search engines may list it; they do unless told otherwise */
  readonly isIndexed?: boolean;
}

/** Every constant block of style or script on any page, whose SHA-256 the CSP has to name. */
export const CONSTANT_STYLES: readonly string[] = [
  PAGE_STYLE,
  COMPARISON_PAGE_STYLE,
  RANKING_PAGE_STYLE,
  HISTORY_PAGE_STYLE,
];
export const CONSTANT_SCRIPTS: readonly string[] = [
  COPY_SCRIPT,
  CHANGED_SCRIPT,
  BUILDER_SCRIPT,
  ANSWER_SCRIPT,
];

/** A whole page: head, site header, content, footer. Print it with `toDocument`. */
export function page(all: Words, head: PageHead, ...content: readonly Child[]): Markup {
  const words = all.page;
  const {
    title,
    description,
    canonical,
    alternates = [],
    data = null,
    modules = [],
    style = PAGE_STYLE,
    scripts = [],
    query = '',
    isIndexed = true,
  } = head;
  const name = title === SITE_NAME ? title : `${title} · ${SITE_NAME}`;
  return h(
    'html',
    { lang: all.lang },
    h(
      'head',
      null,
      h('meta', { charset: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width,initial-scale=1' }),
      h('title', null, name),
      h('meta', { name: 'description', content: description }),
      !isIndexed && h('meta', { name: 'robots', content: 'noindex' }),
      canonical !== null && h('link', { rel: 'canonical', href: canonical }),
      alternates.map(({ type, href }) => h('link', { rel: 'alternate', type, href })),
      h('link', { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' }),
      preview(head),
      h('style', null, style),
      [...modules, SEARCH_SCRIPT].map((src) => h('script', { type: 'module', src })),
      data && h('script', { type: 'application/ld+json' }, JSON.stringify(data)),
    ),
    h(
      'body',
      null,
      h('a', { class: 'skip-link', href: '#main' }, words.skip),
      h(
        'div',
        { class: 'wrap' },
        h(
          'header',
          { class: 'site-header' },
          h('a', { class: 'site-name', href: '/' }, SITE_NAME),
          h('a', { href: '/#comparisons' }, words.comparisons),
          h('a', { href: '/method' }, words.method),
          h('a', { href: '/api' }, words.api),
          searchBox(query, all),
        ),
        h('main', { id: 'main' }, ...content),
        h(
          'footer',
          { class: 'site-footer' },
          h('p', null, words.foot, ' ', h('a', { href: '/api' }, words.api)),
        ),
      ),
      scripts.map((script) => h('script', { type: 'module' }, script)),
    ),
  );
}

/** A form that works by itself; {@link SEARCH_SCRIPT} makes it suggest. */
function searchBox(query: string, { search }: Words): Markup {
  const { label, placeholder } = search;
  return h(
    'form',
    { role: 'search', action: '/search' },
    h('input', {
      type: 'search',
      name: 'q',
      'aria-label': label,
      placeholder,
      value: query === '' ? null : query,
    }),
  );
}

function preview({ title, description, canonical, image = null }: PageHead): Child {
  const property = (name: string, content: string | number) =>
    h('meta', { property: `og:${name}`, content });
  return [
    property('type', 'article'),
    property('site_name', SITE_NAME),
    property('title', title),
    property('description', description),
    canonical !== null && property('url', canonical),
    image && [
      property('image', image.url),
      property('image:type', 'image/png'),
      property('image:width', image.width),
      property('image:height', image.height),
      property('image:alt', image.alt),
    ],
    h('meta', { name: 'twitter:card', content: image ? 'summary_large_image' : 'summary' }),
  ];
}
