import type { Ask, ReleaseRoute } from '../http/route.ts';
import { readRankChart, readRankPoints } from '../release/rank-chart.ts';
import { RANK_CURVE_KEYS } from '../schema/query-parameters.ts';
import { rankChartDocument } from '../view/figure/rank-chart-document.ts';
import { rankPointsDocument } from '../view/figure/rank-points-document.ts';
import { pinKeys, rankPath, sweepsPath } from '../view/links.ts';
import { pointUnits } from '../view/text/sweeps-json.ts';
import { rankingAt, noRanking } from './located-ranking.ts';
import type { LocatedRanking } from './located-ranking.ts';

const CURVES = '.chart.json';
const POINTS = '.points.json';

/** What scripts draw a ranking from: its curves, and all points on demand. */
export const RANK_CHARTS: readonly ReleaseRoute<LocatedRanking>[] = [
  {
    ...described(CURVES),
    summary:
      'What the element draws a ranking from: every configuration with its frontier, in columns',
    schema: 'RankChart',
    make: curves,
  },
  {
    ...described(POINTS),
    summary:
      'All points of a ranking, in columns whose units it names; frontier adds 1, 2, 4 where one lies ' +
      'on the frontier of throughput over interactivity, TTFT, end-to-end latency',
    schema: 'RankPoints',
    make: points,
  },
];

/** What the addresses have in common. */
function described(extension: string) {
  const example = `/rank/deepseek-r1/8k1k${extension}`;
  return {
    path: `/rank/{model}/{workload}${extension}`,
    patterns: ['/rank/*'],
    extension,
    examples: [example, `${example}?ttft=2`],
    medium: 'json',
    kind: 'data',
    keys: RANK_CURVE_KEYS,
    find(ask: Ask) {
      const value = rankingAt(ask, '/rank/', extension);
      return { value, path: rankPath(`${value.model}/${value.workload}`, {}, extension) };
    },
  } as const;
}

async function curves(ask: Ask, located: LocatedRanking): Promise<string> {
  const { release, query, request } = ask;
  const read = await readRankChart(release, located, { ...query, ...query.rank, at: null });
  if (read === null) throw noRanking(ask, located);
  const links = { points: `${request.origin}${rankPath(read.frame.id, query.keys, POINTS)}` };
  return JSON.stringify(rankChartDocument({ ...read.frame, links }, read.sides));
}

async function points(ask: Ask, located: LocatedRanking): Promise<string> {
  const { release, query, request, words } = ask;
  const read = await readRankPoints(release, located, { ...query, ...query.rank, at: null });
  if (read === null) throw noRanking(ask, located);
  const { model, workload } = located;
  const keys = { ...pinKeys(query.release), points: 'all' };
  const links = { sweeps: `${request.origin}${sweepsPath(model, workload, keys)}` };
  const frame = { ...read.frame, links };
  return JSON.stringify(rankPointsDocument(frame, read.sides, pointUnits(words.units)));
}
