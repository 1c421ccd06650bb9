import type { Ranking } from '../../core/ranking/ranking-types.ts';
import { toXhtml } from '../markup/html.ts';
import { h } from '../markup/markup.ts';
import { rankAltText, rankQuestion } from '../text/ranking-summary.ts';
import type { Words } from '../words/words.ts';
import { embedFrame } from './frame.ts';
import { tallestRankFrame } from './rank-frame-height.ts';
import { linkedPicture, pictureLink, scriptOf } from './snippets.ts';
import type { Snippet, SnippetScript } from './snippets.ts';

interface RankSnippetChoice {
  readonly ranking: Ranking;
  /** absolute addresses that cannot change their question, pinned or live */
  readonly page: string;
  readonly png: string;
  readonly embed: string;
  /** fits an iframe to the height that it reports */
  readonly resizer: SnippetScript;
}

/** Every way to show a ranking elsewhere. Text of the data is escaped for the place it is for. */
export function rankSnippets(choice: RankSnippetChoice, all: Words): Snippet[] {
  const { ranking: r, page, png, embed, resizer } = choice;
  const title = rankQuestion(r, all);
  const alt = rankAltText(r, all);
  const frame = embedFrame(embed, title, { width: '100%', height: tallestRankFrame(r, all) });
  return [
    { kind: 'iframe', code: [frame, scriptOf(resizer)].map(toXhtml).join('\n') },
    { kind: 'address', code: embed },
    { kind: 'markdown', code: pictureLink(alt, png, page) },
    { kind: 'picture', code: png },
    { kind: 'image', code: toXhtml(linkedPicture({ page, png }, alt)) },
    { kind: 'link', code: toXhtml(h('a', { href: page }, title)) },
  ];
}
