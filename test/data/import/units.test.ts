import { describe, expect, test } from 'vitest';
import { isTokenRate, perSecond } from '../../../data/import/formats/units.ts';
import { importTexts } from './rows.ts';
import { TOOL_RESULTS } from './tool-results.ts';

const GIVEN = { model: 'toy1', hardware: 'h100', gpus: 8, precision: 'fp8' };

test.each([
  ['s', 1],
  ['ms', 1000],
  ['ms/token', 1000],
  ['s/token', 1],
  ['us', 1e6],
  ['nanoseconds', 1e9],
  ['ticks', null],
  ['MS', null],
  ['toString', null],
  ['', null],
  [1000, null],
  [null, null],
  [['ms'], null],
])('%j is a %s of a second', (unit, divisor) => {
  expect(perSecond(unit)).toBe(divisor);
});

test.each([
  ['tokens/sec', true],
  ['tokens/s', true],
  ['tok/s', true],
  ['tokens/min', false],
  ['requests/sec', false],
  ['tokens/sec/user', false],
  [null, false],
  [['tokens/sec'], false],
])('%j is tokens per second: %s', (unit, isRate) => {
  expect(isTokenRate(unit)).toBe(isRate);
});

/** A result of a tool in which the unit of a metric is another. */
function withUnit(tool: string, path: string, unit: unknown): string {
  const { text } = TOOL_RESULTS.find(({ name }) => name === tool)!;
  const result: unknown = JSON.parse(text);
  const keys = path.split('.');
  let place = result as Record<string, unknown>;
  for (const key of keys.slice(0, -1)) place = place[key] as Record<string, unknown>;
  place[keys.at(-1)!] = unit;
  return JSON.stringify(result);
}

const NOT_TEXT = [5, ['ms'], { name: 'ms' }, true];

describe.each([
  ['AIPerf 2025', 'records.inter_token_latency.unit'],
  ['AIPerf 2025', 'records.time_to_first_token.unit'],
  ['AIPerf of October 2025, which says ttft', 'records.ttft.unit'],
  ['AIPerf 1.1, with counts and sums', 'total_token_throughput.unit'],
  ['AIPerf 1.1, with counts and sums', 'output_token_throughput.unit'],
  ['llm-d 0.1 as JSON', 'metrics.latency.time_per_output_token.units'],
  ['llm-d 0.1 as JSON', 'metrics.latency.time_to_first_token.units'],
])('%s, of which %s', (tool, path) => {
  const metric = path.split('.').at(-2)!;

  test.each([...NOT_TEXT, null, undefined, '', 'ticks'])('is %j, is refused', async (unit) => {
    const { report } = await importTexts([withUnit(tool, path, unit)], { given: GIVEN });
    const said =
      unit == null || unit === ''
        ? 'no unit'
        : typeof unit === 'string'
          ? unit
          : JSON.stringify(unit);
    expect(report.rejectedRows).toMatchObject([
      { reason: 'unknown-unit', detail: `${metric} in ${said}` },
    ]);
  });
});

test.each(NOT_TEXT)('genai-bench whose unit is %j is refused', async (unit) => {
  const text = withUnit('genai-bench', '_time_unit', unit);
  const { report } = await importTexts([text], { given: GIVEN });
  expect(report.rejectedRows).toMatchObject([
    { reason: 'unknown-unit', detail: `latencies in ${JSON.stringify(unit)}` },
  ]);
});

test.each([
  [{ _time_unit: 'ms' }, { tpot: 20, ttft: 300 }],
  [
    { _time_unit: 'ms', metrics_time_unit: 's' },
    { tpot: 20, ttft: 300 },
  ],
  [{ metrics_time_unit: 'ms' }, { tpot: 20, ttft: 300 }],
  [
    { _time_unit: 's', metrics_time_unit: 'ms' },
    { tpot: 0.02, ttft: 0.3 },
  ],
  [{}, { tpot: 0.02, ttft: 0.3 }],
])('genai-bench of %j has latencies of %j', async (units, { tpot, ttft }) => {
  const { text } = TOOL_RESULTS.find(({ name }) => name === 'genai-bench')!;
  const written = text.replace('"p50": 0.02', `"p50": ${tpot}`).replace('0.3', String(ttft));
  const result = { ...(JSON.parse(written) as object), ...units };
  const { files } = await importTexts([JSON.stringify(result)], { given: GIVEN });
  expect(files[0]!.sweeps[0]!.points).toMatchObject([{ tpot: 0.02, ttft: 0.3, interactivity: 50 }]);
});

test('rates of an llm-d report are tokens per second, or it is refused', async () => {
  const { text } = TOOL_RESULTS.find(({ name }) => name.startsWith('llm-d 0.2'))!;
  const perMinute = text.replace(
    'total_token_rate: { mean: 8000, units: tokens/s }',
    'total_token_rate: { mean: 480000, units: tokens/min }',
  );
  expect(perMinute).not.toBe(text);
  const { report } = await importTexts([perMinute], { given: GIVEN });
  expect(report.rejectedRows).toMatchObject([{ detail: 'total_token_rate in tokens/min' }]);
});
