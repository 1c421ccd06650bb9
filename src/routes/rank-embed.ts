import type { ReleaseRoute, Route } from '../http/route.ts';
import { RANK_PICTURE_KEYS } from '../schema/query-parameters.ts';
import { rankKeys } from '../schema/query.ts';
import { rankFramePage } from '../view/embed/rank-frame-page.ts';
import { rankEmbedPath } from '../view/links.ts';
import { toDocument } from '../view/markup/html.ts';
import { ONE_TARGET, rankingAt, rankingAnswer } from './located-ranking.ts';
import type { LocatedRanking } from './located-ranking.ts';

const PREFIX = '/embed/rank/';
const REFERENCE = `${PREFIX}deepseek-r1/8k1k`;

const rankEmbed: ReleaseRoute<LocatedRanking> = {
  path: `${PREFIX}{model}/{workload}`,
  patterns: [`${PREFIX}*`],
  examples: [REFERENCE, `${REFERENCE}?at=100&show=all&theme=dark`, `${REFERENCE}?cost=0.3`],
  summary: 'A ranking for an iframe of any page: answer, chart and its first rows',
  medium: 'html',
  kind: 'page',
  keys: RANK_PICTURE_KEYS,
  meanings: { at: ONE_TARGET },
  isFramed: true,
  find(ask) {
    const value = rankingAt(ask, PREFIX);
    return { value, path: rankEmbedPath(`${value.model}/${value.workload}`, {}) };
  },
  async make(ask, found) {
    const { ranking, links } = await rankingAnswer(ask, found);
    const { keys, theme } = ask.query;
    const view = { ranking, page: links.page, keys: rankKeys(keys), theme };
    return toDocument(rankFramePage(view, ask.words));
  },
};

export const RANK_EMBEDS: readonly Route[] = [rankEmbed];
