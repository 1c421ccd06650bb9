import { searchPath } from '../links.ts';
import { h } from '../markup/markup.ts';
import type { Child, Markup } from '../markup/markup.ts';
import { exampleQueries } from '../search/example-queries.ts';
import { hitText } from '../search/hit-text.ts';
import { noteSentences, searchNotes } from '../search/search-notes.ts';
import type { SearchView } from '../search/search-view.ts';
import type { Hit } from '../../core/search/search.ts';
import type { Words } from '../words/words.ts';
import { linkList } from './link-list.ts';
import { page } from './page.ts';
import { section } from './section.ts';

/** The pages that a query leads to, by kind, the kind that was asked for first; without a query, some to try. */
export function searchPage(view: SearchView, all: Words): Markup {
  const { query, result, catalog, origin } = view;
  const words = all.search;
  const notes = noteSentences(searchNotes(result, catalog), all);
  const kinds = [...new Set(result.hits.map(({ kind }) => kind))];
  const count = words.found(result.hits.length);
  const queries = query === '' ? exampleQueries(catalog, all) : [];
  return page(
    all,
    {
      title: words.title(query),
      description: query === '' ? words.lead : count,
      canonical: `${origin}${searchPath(query)}`,
      query,
      isIndexed: false,
    },
    h('h1', { class: 'solo' }, words.heading(query)),
    query === '' && [
      h('p', { class: 'lead' }, words.lead),
      queries.length > 0 && h('h2', { class: 'solo' }, words.tries),
      linkList(queries.map((label) => ({ label, href: searchPath(label) }))),
    ],
    notes.length > 0 &&
      h(
        'ul',
        { class: 'notices' },
        notes.map((note) => h('li', null, note)),
      ),
    query !== '' && h('p', { class: 'muted' }, result.hits.length === 0 ? words.nothing : count),
    kinds.map((kind) => hits(view, kind, all)),
  );
}

function hits({ result, catalog }: SearchView, kind: Hit['kind'], all: Words): Child {
  const some = result.hits.filter((hit) => hit.kind === kind);
  return section(
    all.search.kinds[kind],
    h(
      'ul',
      { class: 'answers' },
      some.map((hit) => {
        const { title, figure, said, href } = hitText(hit, result.reading, catalog, all);
        return h(
          'li',
          null,
          h('a', { href }, title),
          figure !== '' && h('b', { class: 'ratio' }, figure),
          said !== '' && h('span', null, said),
        );
      }),
    ),
  );
}
