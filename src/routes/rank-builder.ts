import { THEME_NAMES } from '../core/theme-names.ts';
import type { Ask, ReleaseRoute, Route } from '../http/route.ts';
import { RANK_BUILDER_KEYS } from '../schema/query-parameters.ts';
import { rankKeys } from '../schema/query.ts';
import { rankBuilderPage } from '../view/embed/rank-builder-page.ts';
import { rankSnippets } from '../view/embed/rank-snippets.ts';
import {
  RANKING_SCRIPT,
  RESIZER_SCRIPT,
  rankBuilderPath,
  rankEmbedPath,
  rankPath,
  themeKeys,
  withQuery,
} from '../view/links.ts';
import { toDocument } from '../view/markup/html.ts';
import { specificRankKeys } from '../view/rank-links.ts';
import { rankQuestion } from '../view/text/ranking-summary.ts';
import { ONE_TARGET, rankingAt, rankingAnswer } from './located-ranking.ts';
import type { LocatedRanking } from './located-ranking.ts';
import type { RankingAnswer } from './rank-form.ts';
import { scriptToLoad } from './snippet-choice.ts';

const PREFIX = '/embed-builder/rank/';
const REFERENCE = `${PREFIX}deepseek-r1/8k1k`;

const rankBuilder: ReleaseRoute<LocatedRanking> = {
  path: `${PREFIX}{model}/{workload}`,
  patterns: [`${PREFIX}*`],
  examples: [REFERENCE, `${REFERENCE}?at=100&pin=true&theme=dark`],
  summary: 'The page that makes the code to put a ranking elsewhere',
  medium: 'html',
  kind: 'page',
  keys: RANK_BUILDER_KEYS,
  meanings: { at: ONE_TARGET },
  find(ask) {
    const value = rankingAt(ask, PREFIX);
    return { value, path: rankBuilderPath(`${value.model}/${value.workload}`) };
  },
  make: async (ask, found) => builderDocument(ask, await rankingAnswer(ask, found)),
};

export const RANK_BUILDERS: readonly Route[] = [rankBuilder];

async function builderDocument(ask: Ask, { ranking, links }: RankingAnswer): Promise<string> {
  const { query, release, words, request } = ask;
  const { origin } = request;
  const { id } = ranking;
  const { theme, isPinned, isMoving } = query;
  const asked = rankKeys(query.keys);
  const keys = specificRankKeys(ranking, asked, isPinned);
  const own = { ...keys, ...themeKeys(theme) };
  const path = rankBuilderPath(id);
  const { at, ...others } = asked;
  return toDocument(
    rankBuilderPage(
      {
        canonical: `${origin}${withQuery(path, query.keys)}`,
        origin,
        action: path,
        others: Object.entries(others).map(([key, text]) => [key, decodeURIComponent(text)]),
        at: ranking.cost === null ? (at ?? '') : null,
        theme,
        isPinned,
        isMoving,
        title: rankQuestion(ranking, words),
        page: links.page,
        snippets: rankSnippets(
          {
            ranking,
            page: `${origin}${rankPath(id, keys)}`,
            png: `${origin}${rankPath(id, own, '.png')}`,
            embed: `${origin}${rankEmbedPath(id, own)}`,
            theme,
            script: await scriptToLoad(release, origin, RANKING_SCRIPT, isMoving),
            resizer: await scriptToLoad(release, origin, RESIZER_SCRIPT, isMoving),
          },
          words,
        ),
        previews: THEME_NAMES.map((name) => ({
          theme: name,
          src: `${origin}${rankEmbedPath(id, { ...keys, theme: name })}`,
        })),
      },
      words,
    ),
  );
}
