import { describe, expect, test } from 'vitest';
import { importRows } from '../../../data/import/import.ts';
import { reportText } from '../../../data/import/report.ts';
import { NAMES } from './rows.ts';
import { textInput } from './text-input.ts';
import { TOOL_RESULTS } from './tool-results.ts';

const FACTS = { model: 'toy1', hardware: 'h100', gpus: 8, precision: 'fp8', workload: '1k1k' };

/** How a tool says that so many requests were answered, and so many not: the text of its result. */
type ResultOf = (completed: number, failed: number) => string;

function changed(tool: string, of: (completed: number, failed: number) => object): ResultOf {
  const { text } = TOOL_RESULTS.find(({ name }) => name === tool)!;
  return (completed, failed) =>
    JSON.stringify({ ...(JSON.parse(text) as object), ...of(completed, failed) });
}

function firstBenchmark(tool: string, of: (completed: number, failed: number) => object): ResultOf {
  return (completed, failed) => {
    const { text } = TOOL_RESULTS.find(({ name }) => name === tool)!;
    const report = JSON.parse(text) as { benchmarks: { metrics: object }[] };
    const [benchmark] = report.benchmarks;
    const { metrics, ...rest } = of(completed, failed) as { metrics?: object };
    const one = { ...benchmark, ...rest, metrics: { ...benchmark!.metrics, ...metrics } };
    return JSON.stringify({ ...report, benchmarks: [one] });
  };
}

const within = (tool: string, field: string, of: (completed: number, failed: number) => object) =>
  changed(tool, (completed, failed) => {
    const { text } = TOOL_RESULTS.find(({ name }) => name === tool)!;
    const inner = (JSON.parse(text) as Record<string, object>)[field];
    return { [field]: { ...inner, ...of(completed, failed) } };
  });

// cut off when the time was up, which is no failure
const CUT_OFF = 31;

const TOOLS: Readonly<Record<string, ResultOf>> = {
  'vLLM that counts them': changed('vLLM 0.9', (completed, failed) => ({
    ...lengths(completed),
    num_prompts: completed + failed + 500, // as many as the data set had not
    failed,
  })),
  'vLLM before, of what was sent': changed('vLLM 0.9', (completed, failed) => ({
    ...lengths(completed),
    num_prompts: completed + failed,
  })),
  'SGLang with details': changed('SGLang 0.5', (completed, failed) => ({
    completed,
    errors: [
      ...Array.from({ length: completed }, () => ''),
      ...Array.from({ length: failed }, () => 'Bad Request'),
    ],
  })),
  'AIPerf 1.1': changed('AIPerf 1.1, with counts and sums', (completed, failed) => ({
    request_count: { unit: 'requests', avg: completed },
    ...(failed > 0 && { error_request_count: { unit: 'requests', avg: failed } }),
  })),
  'AIPerf 2025': within('AIPerf 2025', 'records', (completed, failed) => ({
    request_count: { unit: 'requests', avg: completed },
    error_request_count: { unit: 'requests', avg: failed },
  })),
  'GuideLLM 0.5': firstBenchmark('GuideLLM 0.5', (successful, errored) => ({
    metrics: { request_totals: { successful, errored, incomplete: CUT_OFF, total: 1 } },
  })),
  'GuideLLM 0.3': firstBenchmark('GuideLLM 0.3', (successful, errored) => ({
    run_stats: { requests_made: { successful, errored, incomplete: CUT_OFF, total: 1 } },
  })),
  'genai-bench': within('genai-bench', 'aggregated_metrics', (completed, failed) => ({
    num_requests: completed + failed,
    num_completed_requests: completed,
    num_error_requests: failed,
  })),
  'inference-perf': changed('inference-perf', (count, failed) => {
    const { text } = TOOL_RESULTS.find(({ name }) => name === 'inference-perf')!;
    const { successes } = JSON.parse(text) as { successes: object };
    return { successes: { ...successes, count }, failures: { count: failed } };
  }),
  'llm-d 0.1': within('llm-d 0.1 as JSON', 'metrics', (completed, failures) => ({
    requests: {
      input_length: { mean: 1024 },
      output_length: { mean: 1024 },
      total: completed + failures + CUT_OFF,
      failures,
      incomplete: CUT_OFF,
    },
  })),
  'an agentic run of InferenceX': changed('InferenceX artifact', (profiled, erred) => ({
    num_requests_total: 10_000, // with those of the warm-up
    num_requests_successful: profiled,
    request_accounting: { records_profiled: profiled, records_error_dropped: erred },
  })),
  'an older one': changed('InferenceX artifact', (completed, failed) => ({
    num_requests_total: completed + failed,
    num_requests_successful: completed,
  })),
};

function lengths(completed: number) {
  const tokens = completed * 1024;
  return { completed, total_input_tokens: tokens, total_output_tokens: tokens };
}

async function imported(text: string) {
  return importRows([textInput('a.json', [text], FACTS)], NAMES, { label: null });
}

describe.each(Object.entries(TOOLS))('%s', (_tool, resultOf) => {
  test('is taken without a word where none failed', async () => {
    const { report } = await imported(resultOf(95, 0));
    expect(report).toMatchObject({ accepted: 1, failedRequests: { count: 0, runs: [] } });
    expect(reportText(report, false)).not.toContain('failed');
  });

  test('is taken and named where no more than one in twenty did', async () => {
    const { report } = await imported(resultOf(95, 5));
    expect(report.accepted).toBe(1);
    expect(reportText(report, false)).toMatch(
      /warning: requests failed in 1 run, whose figures are of the others\n {2}a\.json(?: at concurrency 16)?: 5 of 100\n/,
    );
  });

  test('is refused where more did', async () => {
    const { report, files } = await imported(resultOf(94, 6));
    expect(files).toEqual([]);
    expect(report.failedRequests.count).toBe(0);
    expect(report.rejectedRows).toMatchObject([
      { reason: 'failed-run', detail: '6 of 100 requests failed' },
    ]);
    expect(reportText(report, false)).toContain(
      'or in which more than 5 % of the requests failed, does not show what',
    );
  });

  test('is refused where none was answered, and nothing is asked for', async () => {
    const { report } = await importRows([textInput('a.json', [resultOf(0, 40)])], NAMES, {
      label: null,
    });
    expect(report.rejectedRows).toMatchObject([{ detail: 'no request completed' }]);
    expect(report.open.needed).toEqual([]);
  });
});

test('runs of one file are told apart by their load, the worst first', async () => {
  const line = (concurrency: number, failed: number) =>
    JSON.stringify({
      ...(JSON.parse(TOOLS['vLLM that counts them']!(200 - failed, failed)) as object),
      max_concurrency: concurrency,
    });
  const { report } = await imported([line(8, 0), line(16, 1), line(32, 4)].join('\n'));
  expect(reportText(report, false)).toContain(
    'in 2 runs, whose figures are of the others\n  a.json at concurrency 32: 4 of 200\n  a.json at concurrency 16: 1 of 200\n',
  );
});

test('counts that do not fit each other tell nothing', async () => {
  const result = changed('vLLM 0.9', () => ({ num_prompts: 50 })); // 100 completed
  const { report } = await imported(result(0, 0));
  expect(report).toMatchObject({ accepted: 1, failedRequests: { count: 0 } });
});
