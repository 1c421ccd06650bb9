import { expect, test } from 'vitest';
import { firstComparison } from '../../../data/import/first-comparison.ts';
import { sweep } from '../../core/fixtures.ts';
import { NAMES } from './rows.ts';

const POINTS = '10:1000 20:800 40:400';

/** A sweep of the names that imports of tests have. */
function run(key: { readonly specMethod?: string; readonly framework?: string }, points = POINTS) {
  return sweep({ key: { model: 'toy', hardware: 'h100', framework: 'engine-a', ...key }, points });
}

test('of comparisons with as many points the one of most sides, else the one with most points', () => {
  const methods = ['off', 'mtp'].map((specMethod) => run({ specMethod }));
  const engines = ['engine-b', 'sglang'].map((framework) => run({ framework }));
  expect(firstComparison([...methods, ...engines], NAMES)).toBe(
    'toy/h100-fp8-off-single-node-1k1k/engine-a-vs-engine-b-vs-sglang',
  );
  const thin = ['engine-b', 'sglang'].map((framework) => run({ framework }, '10:1000 20:800'));
  expect(firstComparison([...methods, ...thin], NAMES)).toBe(
    'toy/h100-fp8-engine-a-single-node-1k1k/mtp-vs-off',
  );
});

test('days alone are compared where nothing else differs, the newest two of them', () => {
  const days = ['2026-05-03', '2026-05-01', '2026-05-04', '2026-05-02'];
  const nightly = days.map((date, i) => ({ ...run({}), date, run: String(i) }));
  expect(firstComparison(nightly, NAMES)).toBe(
    'toy/h100-fp8-off-engine-a-single-node-1k1k/20260503-vs-20260504',
  );
  const [newest] = nightly;
  const other = { ...run({ specMethod: 'mtp' }, '10:1000 20:800'), date: newest!.date };
  expect(firstComparison([...nightly, other], NAMES)).toBe(
    'toy/h100-fp8-engine-a-single-node-1k1k/off-vs-mtp',
  );
});
