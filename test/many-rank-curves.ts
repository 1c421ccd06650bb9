import { loadData } from '../data/load/load.ts';
import { rankSides } from '../src/core/ranking/rank-sides.ts';
import { rankChartDocument } from '../src/view/figure/rank-chart-document.ts';
import type { RankChartDocument } from '../src/view/figure/rank-chart-document.ts';
import { manySweeps } from './many-sweeps.ts';

/**
 * What a script draws a ranking of made-up sweeps from.
 *
 * @param count - of configurations
 * @param knots - of each
 */
export async function manyRankCurves(count: number, knots: number): Promise<RankChartDocument> {
  const { vocabulary, rates } = await loadData([]);
  const entries = manySweeps(count, knots).map((sweep) => ({
    ...sweep,
    curve: [],
    isDefault: true,
    hasIssue: false,
  }));
  const sweepOf = new Map<unknown, (typeof entries)[number]>(
    entries.map((entry) => [entry, entry]),
  );
  const options = { pool: false, ttft: null, stat: 'p50' } as const;
  const sides = rankSides(entries, (entry) => sweepOf.get(entry)!, options, vocabulary);
  const frame = {
    id: 'deepseek-r1/8k1k',
    release: '0123456789ab',
    model: { key: 'deepseek-r1', label: 'DeepSeek R1' },
    workload: { key: '8k1k', label: '8k/1k' },
    basis: 'measured' as const,
    at: 60,
    tokenShares: { input: 8 / 9, output: 1 / 9 },
    card: rates.at(-1)!,
    tier: 'hyperscaler',
    vocabulary,
    links: { points: 'https://matchpoint.example/rank/deepseek-r1/8k1k.points.json' },
  };
  return rankChartDocument(
    frame,
    sides.map(({ side }) => side),
  );
}
