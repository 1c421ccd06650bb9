import { escapedMarkdown } from '../text/markdown.ts';
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
    const link = `- [${escapedMarkdown(title)}](<${origin}${href}>)`;
    return answer === '' ? link : `${link}: ${escapedMarkdown(answer)}`;
  });
  const parts = [
    `# ${escapedMarkdown(words.search.title(query))}`,
    ...notes.map(escapedMarkdown),
    lines.length === 0 ? escapedMarkdown(words.search.nothing) : lines.join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}
