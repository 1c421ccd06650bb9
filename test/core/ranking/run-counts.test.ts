import { expect, test } from 'vitest';
import { sweep } from '../fixtures.ts';
import { inventedRanking } from './slow-ranking.ts';

const UNSTATED = { specMethod: null, framework: null, deployment: null };
const CURVE = '20:2000 50:900';

test('a ranking says of each configuration with several runs how many there are', () => {
  const runs = [
    sweep({ run: '1', date: '2026-05-01', points: CURVE }),
    sweep({ run: '2', date: '2026-05-02', points: CURVE }),
    sweep({ key: { hardware: 'g2' }, points: CURVE }),
  ];
  expect(inventedRanking(runs)!.runs).toEqual({ 'g1-fp8-off-sglang-single-node': 2 });
});

test('rows that pool configurations have no runs of their own, whatever they are called', () => {
  const runs = [
    sweep({ key: UNSTATED, run: '1', points: CURVE }),
    sweep({ key: UNSTATED, run: '2', points: CURVE }),
  ];
  expect(inventedRanking(runs)!.runs).toEqual({ 'g1-fp8': 2 });
  expect(inventedRanking(runs, { pool: true })!.runs).toEqual({});
});
