import { escaped } from '../text/markdown.ts';
import { hitText } from './hit-text.ts';
import type { SearchWords } from './hit-text.ts';
import { noteSentences, searchNotes } from './search-notes.ts';
import type { SearchView } from './search-view.ts';

/** The hits of a search as a list of links. */
export function searchMarkdown(view: SearchView, words: SearchWords): string {
  const { query, result, catalog, origin } = view;
  const notes = noteSentences(searchNotes(result, catalog), words);
  const lines = result.hits.map((hit) => {
    const { title, figure, said, href } = hitText(hit, result.reading, catalog, words);
    const answer = [figure, said].filter(Boolean).join(', ');
    const link = `- [${escaped(title)}](<${origin}${href}>)`;
    return answer === '' ? link : `${link}: ${escaped(answer)}`;
  });
  const parts = [
    `# ${escaped(words.search.title(query))}`,
    ...notes.map(escaped),
    lines.length === 0 ? escaped(words.search.nothing) : lines.join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}
