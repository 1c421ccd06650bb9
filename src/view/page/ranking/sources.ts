import type { Ranking } from '../../../core/ranking/ranking-types.ts';
import { listText } from '../../format.ts';
import { h } from '../../markup/markup.ts';
import type { Markup } from '../../markup/markup.ts';
import type { RankLinks } from '../../rank-links.ts';
import { rankCredits } from '../../text/ranking-credits.ts';
import { readFilesText } from '../../text/read-files.ts';
import type { Words } from '../../words/words.ts';
import { statedOnce } from '../../stated-once.ts';
import { section } from '../section.ts';
import { sourceLinks } from '../source-links.ts';

/** Addresses and images that are shown; the JSON and the CSV have those of every row. */
const SHOWN = 6;

/** Where the figures come from: publishers, licences, pages, result files, rate card, release. */
export function rankingSources(r: Ranking, { pinned }: RankLinks, all: Words): Markup {
  const words = all.ranking;
  const sources = r.rows.flatMap((row) => row.sources);
  const urls = statedOnce(sources.map(({ url }) => url));
  const files = readFilesText(sources, all.markdown);
  const licences = statedOnce(sources.map(({ license }) => license));
  return section(
    all.page.sources,
    [
      h(
        'p',
        { class: 'text small' },
        words.source(r, listText(rankCredits(r, words))),
        ` ${words.dates(r.rows)} `,
        licences.length > 0 && `${words.licences(licences)} `,
        `${all.page.basis(r.interactivityBasis)} `,
        h('a', { href: pinned }, all.page.pinned),
        '.',
      ),
      urls.length > 0 &&
        h(
          'p',
          { class: 'text small' },
          `${words.readFrom} `,
          sourceLinks(urls, SHOWN, all.page),
          '.',
        ),
      files !== null && h('p', { class: 'text small' }, files),
    ],
    'sources',
  );
}
