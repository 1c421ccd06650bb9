import { expect, test } from 'vitest';
import { loadData } from '../../../data/load/load.ts';
import { rankGroups } from '../../../src/core/ranking/rank-group.ts';
import { rankSides } from '../../../src/core/ranking/rank-sides.ts';
import type { Sweep } from '../../../src/core/sweep.ts';
import { rankPointsDocument } from '../../../src/view/figure/rank-points-document.ts';
import { catalog, entryOf, operatingPoints, sweep } from '../../core/fixtures.ts';

const FRAME = {
  id: 'mo-1/1k1k',
  release: '0123456789ab',
  basis: 'measured',
  stat: 'p50',
  links: { sweeps: '' },
} as const;

function documentOf(sweeps: readonly Sweep[], pool = false) {
  const entries = sweeps.map((one) => entryOf(one));
  const sweepOf = new Map(entries.map((entry, i) => [entry, sweeps[i]!]));
  const options = { pool, ttft: null, stat: 'p50' } as const;
  const sides = rankSides(entries, (entry) => sweepOf.get(entry)!, options, catalog.vocabulary);
  return rankPointsDocument(FRAME, sides, {});
}

test('seconds have four significant digits, whose frontiers follow from the exact ones', () => {
  const facts = { ttft: 0.123_456, ttftP99: 12.345_678, e2el: 123.449_9, e2elP99: null };
  const points = [
    ...operatingPoints('10:90.123456789', facts),
    ...operatingPoints('20:90', { ...facts, ttft: 0.123_455 }),
  ];
  const made = documentOf([sweep({ points })]).points;
  expect(made).toMatchObject({
    interactivity: [10, 20],
    throughput: [90.123456789, 90],
    ttft: [0.1235, 0.1235],
    ttftP99: [12.35, 12.35],
    e2el: [123.4, 123.4],
    e2elP99: [null, null],
    frontier: [7, 3],
  });
});

test('a point keeps what its load is said to be, its parallelism and its source', () => {
  const url = (name: string) => ({ ...sweep({ points: '1:1' }).sources[0]!, url: name });
  const sources = [url('https://runs.example/a'), url('https://runs.example/b')];
  const points = [
    ...operatingPoints('10:90', { concurrency: 64, gpus: 8, parallelism: 'TP8' }),
    ...operatingPoints('20:50', { concurrencyOrigin: 'open loop', source: 1, parallelism: 'TP8' }),
  ];
  const { points: made, texts, sources: named } = documentOf([sweep({ points, sources })]);
  expect(made).toMatchObject({
    concurrency: [64, null],
    gpus: [8, null],
    parallelism: [0, 0],
    concurrencyOrigin: [null, 1],
    source: [0, 1],
  });
  expect(texts).toEqual(['TP8', 'open loop']);
  expect(named.url).toEqual(sources.map((one) => one.url));
  expect(named.sweep).toEqual([null, null]);
});

test('pooled, points of all recipes stand in one order, and their source tells the recipe', () => {
  const sweeps = [
    sweep({ points: '10:90 30:40' }),
    sweep({ key: { framework: 'vllm' }, points: '20:70' }),
  ];
  const { configurations, points, sources } = documentOf(sweeps, true);
  expect(configurations.points).toEqual([3]);
  expect(points.interactivity).toEqual([10, 20, 30]);
  const recipes = points.source.map((at) => sources.sweep[at]);
  expect(recipes.map((text) => /sglang|vllm/.exec(text!)![0])).toEqual([
    'sglang',
    'vllm',
    'sglang',
  ]);
});

test('every point that ships is in the document of its ranking, its numbers as they are', async () => {
  const { sweeps } = await loadData([]);
  const entries = sweeps.map((one) => entryOf(one));
  const workloads = new Set(sweeps.map(({ key }) => `${key.model} ${key.workload}`));
  for (const name of workloads) {
    const [model, workload] = name.split(' ') as [string, string];
    const own = entries.filter(({ key }) => key.model === model);
    const any = { basis: null, interactivityBasis: null };
    for (const group of rankGroups(own, workload, any)) {
      const some = group.map((entry) => sweeps[entries.indexOf(entry)]!);
      const { points } = documentOf(some);
      const stored = some.flatMap((one) =>
        one.points.toSorted((a, b) => a.interactivity - b.interactivity),
      );
      for (const field of ['interactivity', 'throughput', 'concurrency', 'gpus'] as const) {
        expect(points[field]).toEqual(stored.map((point) => point[field]));
      }
      for (const field of ['ttft', 'ttftP99', 'e2el', 'e2elP99'] as const) {
        expect(points[field]).toEqual(
          stored.map(({ [field]: seconds }) => seconds && Number(seconds.toPrecision(4))),
        );
      }
    }
  }
});
