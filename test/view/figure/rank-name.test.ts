import { expect, test } from 'vitest';
import { distinctiveParts } from '../../../src/view/figure/rank-name.ts';

const row = (hardware: string, precision: string, framework: string | null) => ({
  hardware,
  precision,
  specMethod: 'off',
  framework,
  deployment: 'single-node',
});

const NOTHING = { precision: null, specMethod: null, framework: null, deployment: null };

test('one configuration of a hardware is called by that alone', () => {
  const rows = [row('b200', 'fp4', 'vllm'), row('h200', 'fp8', 'sglang')];
  expect(distinctiveParts(rows[0]!, rows)).toEqual({ hardware: 'b200', ...NOTHING });
});

test('several of one hardware are called by what tells them apart, and by nothing else', () => {
  const rows = [row('b200', 'fp4', 'vllm'), row('b200', 'fp8', 'vllm'), row('b200', 'fp8', null)];
  const names = rows.map((one) => distinctiveParts(one, rows));
  expect(names).toEqual([
    { ...NOTHING, hardware: 'b200', precision: 'fp4', framework: 'vllm' },
    { ...NOTHING, hardware: 'b200', precision: 'fp8', framework: 'vllm' },
    { ...NOTHING, hardware: 'b200', precision: 'fp8' },
  ]);
  expect(new Set(names.map((name) => JSON.stringify(name))).size).toBe(3);
});
