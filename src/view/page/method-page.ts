import type { Words } from '../words/words.ts';
import { h } from '../markup/markup.ts';
import type { Child, Markup } from '../markup/markup.ts';
import { page } from './page.ts';
import type { MethodSection, Block } from '../words/parts.ts';

/**
 * How the numbers are made, in plain words; also the documentation of the problem types, each at
 * `/method#problem-<slug>`.
 */
export function methodPage({ canonical }: { readonly canonical: string }, all: Words): Markup {
  const words = all.method;
  return page(
    all,
    { title: words.title, description: words.lead, canonical },
    h('h1', { class: 'solo' }, words.title),
    h('p', { class: 'lead' }, words.lead),
    h(
      'article',
      { class: 'prose' },
      words.sections.map(section),
      h('h2', { id: 'problems' }, words.problems),
      Object.entries(words.problemTypes).map(([slug, [title, text]]) => [
        h('h3', { id: `problem-${slug}` }, title),
        h('p', null, text),
      ]),
    ),
  );
}

function section({ id, title, blocks }: MethodSection): Child {
  return [h('h2', { id }, title), isGlossary(blocks) ? glossary(blocks) : blocks.map(block)];
}

function block(content: Block): Child {
  if (typeof content === 'string') return h('p', null, content);
  if ('formula' in content) return h('pre', { class: 'formula', tabindex: 0 }, content.formula);
  return null;
}

type Term = Extract<Block, { term: string }>;

function isGlossary(blocks: readonly Block[]): blocks is readonly Term[] {
  return blocks.every((content) => typeof content === 'object' && 'term' in content);
}

function glossary(terms: readonly Term[]): Markup {
  return h(
    'dl',
    null,
    terms.map(({ term, means }) => [h('dt', null, term), h('dd', null, means)]),
  );
}
