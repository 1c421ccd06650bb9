import { needsAllPoints } from '../../core/ranking/chart-options.ts';
import type { Ranking } from '../../core/ranking/ranking-types.ts';
import type { ThemeChoice } from '../../core/theme-names.ts';
import { toXhtml } from '../markup/html.ts';
import { toJsx } from '../markup/jsx.ts';
import { h } from '../markup/markup.ts';
import type { Child } from '../markup/markup.ts';
import { rankAltText, rankQuestion } from '../text/ranking-summary.ts';
import type { Words } from '../words/words.ts';
import { embedFrame } from './frame.ts';
import { tallestRankFrame } from './rank-frame-height.ts';
import { ELEMENT_STYLE } from './reserve.ts';
import { rankReservingStyle } from './rank-reserve.ts';
import { linkedPicture, pictureLink, scriptOf } from './snippets.ts';
import type { Snippet, SnippetScript } from './snippets.ts';

interface RankSnippetChoice {
  readonly ranking: Ranking;
  /** absolute addresses that cannot change their question, pinned or live */
  readonly page: string;
  readonly png: string;
  readonly embed: string;
  readonly theme: ThemeChoice;
  /** draws the ranking's element */
  readonly script: SnippetScript;
  /** fits an iframe to the height that it reports */
  readonly resizer: SnippetScript;
}

/** The code to paste for a ranking, one of each kind. Text of the data is escaped for the place it is for. */
export function rankSnippets(choice: RankSnippetChoice, all: Words): Snippet[] {
  const { ranking: r, page, png, embed, resizer } = choice;
  const title = rankQuestion(r, all);
  const alt = rankAltText(r, all);
  const frame = embedFrame(embed, title, { width: '100%', height: tallestRankFrame(r, all) });
  return [
    ...elementSnippets(choice, alt, all),
    { kind: 'iframe', code: [frame, scriptOf(resizer)].map(toXhtml).join('\n') },
    { kind: 'address', code: embed },
    { kind: 'markdown', code: pictureLink(alt, png, page) },
    { kind: 'picture', code: png },
    { kind: 'image', code: toXhtml(linkedPicture({ page, png }, alt)) },
    { kind: 'link', code: toXhtml(h('a', { href: page }, title)) },
  ];
}

/**
 * The element around the picture that stands in for it, the picture on a line of its own for
 * Markdown; none where the chart needs all points, which the element does not load.
 */
function elementSnippets(
  { ranking, page, png, theme, script }: RankSnippetChoice,
  alt: string,
  all: Words,
) {
  if (needsAllPoints(ranking.chart)) return [];
  const attrs = { src: page, theme: theme === 'auto' ? null : theme, style: ELEMENT_STYLE };
  const element = (...content: Child[]) => h('matchpoint-rank', attrs, ...content);
  const picture = linkedPicture({ page, png }, alt, rankReservingStyle(ranking, theme, all));
  const html = [scriptOf(script), element('\n', picture, '\n')].map(toXhtml).join('\n');
  return [
    { kind: 'element', code: html },
    { kind: 'jsx', code: toJsx([scriptOf(script, { async: true }), element(picture)]) },
  ] as const;
}
