import { askedPoints } from '../../core/ranking/rank-chart.ts';
import { byRowMetric } from '../../core/ranking/rank-metrics.ts';
import type { Ranking, RankRow, RowFigures } from '../../core/ranking/ranking-types.ts';
import { rowHistories } from '../history-links.ts';
import type { Keys } from '../links.ts';
import { comparisonsOf } from '../rank-links.ts';
import type { RankLinks } from '../rank-links.ts';
import type { Words } from '../words/words.ts';
import { unitsOf } from './json.ts';
import { rankSource } from './rank-source.ts';
import { rounded } from './rounded.ts';
import { leadersSentence, rankAnswer, rankNoticeText, rankQuestion } from './ranking-summary.ts';

/**
 * The JSON document of a ranking, version 1. A row has numbers only at the target, or within the
 * cost; what is only known as a bound stands in `bound`, never among them. Unknown is `null`.
 */
export function rankingDocument(r: Ranking, links: RankLinks, keys: Keys, words: Words): object {
  const {
    id,
    rows,
    leaders,
    notices,
    filters,
    configurations,
    labels,
    asked,
    chart,
    runs,
    ...rest
  } = r;
  const { ranking } = words;
  const reference = r.against === null ? null : (configurations[r.against] ?? null);
  const comparisonOf = comparisonsOf(r, keys);
  const histories = new Map(rowHistories(r, keys).map(({ key, history }) => [key, history]));
  const origin = links.page.slice(0, links.page.indexOf('/rank/'));
  return {
    version: 1,
    id,
    title: rankQuestion(r, words),
    answer: rankAnswer(r, words),
    leading: leadersSentence(r, words),
    method: ranking.method,
    source: rankSource(r, ranking),
    ...rounded(rest),
    chart: { x: chart.x, y: chart.y, scale: chart.scale, points: askedPoints(r) },
    labels,
    asked,
    units: { ...unitsOf(words), ...words.ranking.units },
    rows: rows.map((row) => {
      const path = reference && comparisonOf(reference, row);
      const history = histories.get(row.key);
      return {
        ...rounded(rowOf(row)),
        runs: runs[row.key] ?? 1,
        links: {
          ...(path !== null && { comparison: `${origin}${path}` }),
          ...(history !== undefined && { history: `${origin}${history}` }),
        },
      };
    }),
    leaders,
    configurations,
    filters,
    notices: notices.map(({ facts: _, ...notice }, i) => ({
      ...notice,
      text: rankNoticeText(r.notices[i]!, words),
    })),
    links,
  };
}

function rowOf({ value, bound, knots, ...row }: RankRow): object {
  const figures = value ?? NOTHING;
  return {
    ...row,
    ...figures,
    bound,
    knots: knots.length,
  };
}

/** What a row reads where it has no number. */
const NOTHING: Readonly<Record<keyof RowFigures, null>> = {
  interactivity: null,
  ...byRowMetric(() => null),
  low: null,
  high: null,
  likely: null,
  byLikely: null,
  concurrency: null,
  isConcurrencyApproximate: null,
  ttft: null,
  gpus: null,
  parallelism: null,
};
