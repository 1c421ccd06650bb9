import type { Ask, ReleaseRoute } from '../http/route.ts';
import { readRankChart } from '../release/rank-chart.ts';
import { RANK_CURVE_KEYS } from '../schema/query-parameters.ts';
import { rankChartDocument } from '../view/figure/rank-chart-document.ts';
import { rankPath } from '../view/links.ts';
import { rankingAt, noRanking } from './located-ranking.ts';
import type { LocatedRanking } from './located-ranking.ts';

const EXTENSION = '.chart.json';
const EXAMPLE = `/rank/deepseek-r1/8k1k${EXTENSION}`;

/** What scripts draw a ranking from. */
export const RANK_CHART: ReleaseRoute<LocatedRanking> = {
  path: `/rank/{model}/{workload}${EXTENSION}`,
  patterns: ['/rank/*'],
  extension: EXTENSION,
  examples: [EXAMPLE, `${EXAMPLE}?ttft=2`],
  summary:
    'What the element draws a ranking from: every configuration with its frontier, in columns',
  schema: 'RankChart',
  medium: 'json',
  kind: 'data',
  keys: RANK_CURVE_KEYS,
  find(ask) {
    const value = rankingAt(ask, '/rank/', EXTENSION);
    return { value, path: rankPath(`${value.model}/${value.workload}`, {}, EXTENSION) };
  },
  make: chartData,
};

async function chartData({ release, query }: Ask, located: LocatedRanking): Promise<string> {
  const read = await readRankChart(release, located, { ...query, ...query.rank, at: null });
  if (read === null) throw noRanking(located, query.release);
  return JSON.stringify(rankChartDocument(read.frame, read.sides));
}
