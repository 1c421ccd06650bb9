import { expect, test } from 'vitest';
import { reportText } from '../../../data/import/report.ts';
import { importJson, importTexts, row } from './rows.ts';
import { TOOL_RESULTS } from './tool-results.ts';

test.each([
  ['a time per token of 25, taken for seconds', { median_intvty: null, median_tpot: 25 }],
  ['an interactivity of 40,000', { median_intvty: 40_000, median_tpot: null }],
  ['a throughput of nearly nothing', { tput_per_gpu: 0.01 }],
  ['a throughput of millions', { tput_per_gpu: 2_000_000 }],
  ['a first token after days', { median_ttft: 400_000 }],
])('%s is no measurement', async (_name, metrics) => {
  const { report } = await importJson([row({ metrics })]);
  expect(report.rejected.byReason).toEqual({ implausible: 1 });
  expect(reportText(report, false)).toMatch(
    /is not within .*\n {2}implausible: is a latency in ms/,
  );
});

test('what the load makes impossible is found where the figure alone is not', async () => {
  // 16 requests at 2 tok/s/user cannot make 125 tok/s on each of 8 GPUs
  const { report } = await importJson([row({ metrics: { median_intvty: 2, median_tpot: null } })]);
  expect(report.rejectedRows).toMatchObject([
    { reason: 'implausible', detail: 'interactivity is too low for output and concurrency' },
  ]);
});

test('where prefill and decode are apart, output is per decode GPU and says nothing of the load', async () => {
  const apart = { disagg: true, prefill_num_workers: 1, decode_num_workers: 1 };
  const metrics = { median_intvty: 2, median_tpot: null };
  const { report } = await importJson([row({ ...apart, metrics })]);
  expect([report.accepted, report.rejectedRows]).toEqual([1, []]);
});

test('a result file whose milliseconds stand under the name of seconds is asked about', async () => {
  const { text } = TOOL_RESULTS.find(({ name }) => name === 'vLLM 0.9')!;
  const given = { hardware: 'h100', gpus: 8, precision: 'fp8' };
  const mistaken = text.replace('"median_tpot_ms"', '"median_tpot"');
  const { report } = await importTexts([mistaken], { given });
  expect(report.rejected.byReason).toEqual({ implausible: 1 });
});
