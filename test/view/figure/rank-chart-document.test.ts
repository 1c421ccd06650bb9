import { expect, test } from 'vitest';
import { DEFAULT_OPTIONS } from '../../../src/core/options.ts';
import { rankQuery } from '../../../src/core/ranking/rank-query.ts';
import { rankRows } from '../../../src/core/ranking/rank-rows.ts';
import { rankSides } from '../../../src/core/ranking/rank-sides.ts';
import { rankChartDocument, sidesOf } from '../../../src/view/figure/rank-chart-document.ts';
import { catalog, entryOf, operatingPoints, sweep } from '../../core/fixtures.ts';

test('rows made from the document doubt a median of repeats as the server does', () => {
  const repeated = { repeats: 3, spread: 1.4 };
  const sweeps = [
    sweep({ key: { hardware: 'g1' }, points: operatingPoints('10:1000 20:800', repeated) }),
    sweep({ key: { hardware: 'g2' }, points: '10:900 20:700' }),
  ];
  const sides = rankSides(
    sweeps.map((one) => entryOf(one)),
    (entry) => sweeps.find(({ key }) => key === entry.key)!,
    { pool: false, ttft: null, stat: 'p50' },
    catalog.vocabulary,
  ).map(({ side }) => side);
  const frame = {
    id: 'mo-1/1k1k',
    release: '0123456789ab',
    model: { key: 'mo-1', label: 'Mo 1' },
    workload: { key: '1k1k', label: '1k/1k' },
    basis: 'measured',
    at: 10,
    tokenShares: null,
    card: catalog.rates[0]!,
    tier: 'hyperscaler',
    vocabulary: catalog.vocabulary,
    links: { points: 'https://matchpoint.example/rank/mo-1/1k1k.points.json' },
  } as const;
  const options = {
    ...DEFAULT_OPTIONS,
    ...rankQuery({ by: 'throughput', show: 'all' }),
    tier: 'hyperscaler',
  };
  const rowsOf = (from: Parameters<typeof rankRows>[0]['sides']) =>
    rankRows({ ...frame, sides: from, options }).rows.map(({ key, rank, value }) => ({
      key,
      rank,
      likely: value?.likely,
    }));
  const made = rowsOf(sidesOf(rankChartDocument(frame, sides)));
  expect(made).toEqual(rowsOf(sides));
  expect(made.map(({ rank }) => rank)).toEqual([1, 1]); // 1,000 and 900 are told apart without repeats
  expect(made[0]!.likely!.map(Math.round)).toEqual([714, 1400]);
});
