import { describe, expect, test } from 'vitest';
import { textInput } from './text-input.ts';
import { importRows } from '../../../data/import/import.ts';
import type { GivenFacts } from '../../../data/import/formats/format.ts';
import { reportText } from '../../../data/import/report.ts';
import { NAMES } from './rows.ts';
import { TOOL_RESULTS } from './tool-results.ts';

const FACTS: GivenFacts = { model: 'toy1', hardware: 'h100', gpus: 8, precision: 'fp8' };

function textOf(tool: string): string {
  return TOOL_RESULTS.find(({ name }) => name === tool)!.text;
}

/** Imports files by their paths, as if they had been found in a folder. */
async function importFound(files: Readonly<Record<string, string>>, given: GivenFacts = FACTS) {
  const inputs = Object.entries(files).map(([name, text]) => {
    const beside = (other: string) =>
      Promise.resolve(files[other] === undefined ? null : chunks(files[other]));
    return { ...textInput(name, [text], given), beside, root: 'results', isFound: true };
  });
  return importRows(inputs, NAMES, { label: null });
}

async function* chunks(text: string): AsyncIterable<string> {
  yield text;
}

describe('reports as Python writes them, which is not quite JSON', () => {
  test.each(['GuideLLM 0.3', 'GuideLLM 0.5', 'llm-d 0.1 as JSON'])(
    '%s with numbers that are none',
    async (tool) => {
      const text = textOf(tool).replace(
        '{',
        '{"note": "NaN, \\"Infinity", "a": NaN, "b": [-Infinity],',
      );
      const { report } = await importFound({ 'report.json': text });
      expect(report.rejectedRows).toEqual([]);
      expect(report.accepted).toBe(report.read);
    },
  );

  test('what is broken says so on one line', async () => {
    const text = `${textOf('GuideLLM 0.5').slice(0, -40)}\n\n  nonsense\n}`;
    const { report } = await importFound({ 'report.json': text });
    expect(report.inputs[0]!.problem).toMatch(/^malformed \([^\n]+\)$/);
  });
});

test('what is no object among results is refused as that, and nothing is asked for it', async () => {
  const result = textOf('vLLM 0.9');
  const list = `[${result}, null, 5, "x", [${result}], true]`;
  const { report } = await importFound({ 'list.json': list }, {});
  expect(report.rejectedRows.map(({ detail }) => detail).toSorted()).toEqual([
    'a boolean, not a JSON object',
    'a list, not a JSON object',
    'a number, not a JSON object',
    'a string, not a JSON object',
    expect.stringContaining('hardware, precision, gpus'),
    'null, not a JSON object',
  ]);
  expect(report).toMatchObject({ read: 6, accepted: 0 });
  expect(report.open.needed.flatMap(({ facts }) => facts)).not.toContain('model');
});

test('what to do about a run without TPOT is said', async () => {
  const text = textOf('vLLM 0.9').replace('median_tpot_ms', 'tpot');
  const { report } = await importFound({ 'a.json': text });
  expect(reportText(report, false)).toContain(
    'no-interactivity: it takes the median time per output token (TPOT), which neither its mean nor',
  );
});

describe('what repeats other results, or is a part of one, is passed over', () => {
  test.each([
    ['inference-perf', 'a/summary_lifecycle_metrics.json', 'a/stage_0_lifecycle_metrics.json'],
    ['AIPerf 2025', 'a/profile_export_aiperf_aggregate.json', 'a/profile_export_aiperf.json'],
    ['AIPerf 2025', 'a/profile_export_aiperf_collated.json', 'b/profile_export_aiperf.json'],
    ['AIPerf 2025', 'profile_export_aiperf_timeslices.json', 'profile_export_aiperf.json'],
    ['AIPerf 2025', 'run/phases/warmup.json', 'run/profile_export_aiperf.json'],
    ['vLLM bench sweep over parallelism', 'exp/summary.json', 'exp/SERVE-tp4-BENCH-c1/run=0.json'],
  ])('%s: %s', async (tool, passedOver, read) => {
    const files = { [passedOver]: textOf(tool), [read]: textOf(tool) };
    const { report } = await importFound(files);
    expect(report.inputs.map((input) => [input.name, input.read])).toEqual([
      [passedOver, 0],
      [read, 1],
    ]);
    expect(report.superseded.total).toBe(0);
  });

  test('a result of one run may be called a summary', async () => {
    expect((await importFound({ 'summary.json': textOf('vLLM 0.9') })).report.accepted).toBe(1);
  });
});

test('genai-bench states its server in the metadata of the folder', async () => {
  const tool = TOOL_RESULTS.find(({ format }) => format === 'genai-bench')!;
  const { aggregated_metrics, ...metadata } = JSON.parse(tool.text) as Record<string, unknown>;
  const files = {
    'concurrency_16.json': JSON.stringify({ aggregated_metrics }),
    'experiment_metadata.json': JSON.stringify(metadata),
  };
  const { files: imported, report } = await importFound(files, { precision: 'fp8' });
  expect(report.rejectedRows).toEqual([]);
  expect(imported[0]!.sweeps[0]).toMatchObject({ hardware: 'h100', points: [{ gpus: 8 }] });
  expect(report.doubtful).toEqual([]);
  const broken = await importFound({ ...files, 'experiment_metadata.json': '{' });
  expect(broken.report.inputs[0]!.problem).toContain('experiment_metadata.json beside it');
});

test('GPUs that telemetry saw are proposed, and not believed', async () => {
  const seen = { gpu_name: 'NVIDIA H100 80GB HBM3' };
  const telemetry_data = { endpoints: { node: { gpus: { 0: seen, 1: seen } } } };
  const text = JSON.stringify({ ...(JSON.parse(textOf('AIPerf 2025')) as object), telemetry_data });
  const { report } = await importFound({ 'a.json': text }, { precision: 'fp8' });
  expect(report.accepted).toBe(0);
  expect(reportText(report, false)).toContain(
    'its telemetry saw 2 × NVIDIA H100 80GB HBM3; say which of them served',
  );
});

describe('what a folder or an argument says other than the file', () => {
  test('is named, and the file is believed', async () => {
    const given = { ...FACTS, model: 'toy-pair', gpus: 4 };
    const { files, report } = await importFound(
      { 'toy-pair/1.json': textOf('vLLM bench sweep over parallelism') },
      given,
    );
    expect(files[0]).toMatchObject({ model: 'toy', sweeps: [{ points: [{ gpus: 8 }] }] });
    expect(reportText(report, false)).toContain(
      'given otherwise than the files state; they are believed\n' +
        '  model: toy-pair was given, the file says example/Toy1: 1 row, first in toy-pair/1.json\n' +
        '  gpus: 4 was given, the file says 8: 1 row, first in toy-pair/1.json\n',
    );
  });

  test('in another spelling is no contradiction', async () => {
    const text = JSON.stringify({
      ...(JSON.parse(textOf('vLLM 0.9')) as object),
      hardware: 'NVIDIA H100 80GB HBM3',
    });
    const { report } = await importFound({ 'a.json': text }, { ...FACTS, model: 'TOY1' });
    expect([report.accepted, report.toldOtherwise]).toEqual([1, []]);
  });
});

test('files that end as results do and are none are named', async () => {
  const { report } = await importFound({
    'empty.json': ' \n',
    'foreign.yaml': 'a: 1',
    'server.log': 'started',
    'good.json': textOf('vLLM 0.9'),
  });
  expect(reportText(report, false)).toContain(
    'passed over as no results: 3 files (1 .json, 1 .log, 1 .yaml)\n' +
      '  empty.json: empty\n  foreign.yaml: of no format that is read\n',
  );
});

test('an accepted length above one says that SGLang speculated, not how', async () => {
  const result = JSON.parse(textOf('SGLang 0.5')) as object;
  const text = (accept_length: number) => JSON.stringify({ ...result, accept_length });
  const { report } = await importFound({ 'a.json': text(2.6) });
  expect(report.rejectedRows[0]!.detail).toContain('spec');
  expect((await importFound({ 'a.json': text(1) })).report.accepted).toBe(1);
});

test('the inter-token latency is never taken for the time per output token', async () => {
  const { median_tpot_ms: _, ...rest } = JSON.parse(textOf('vLLM 0.9')) as Record<string, unknown>;
  const { report } = await importFound({ 'a.json': JSON.stringify(rest) });
  expect(report.rejected.byReason).toEqual({ 'no-interactivity': 1 });
});

test('lengths with a point in them are no workload that could be added', async () => {
  const text = 'hardware,model,precision,isl,osl,decode_tp,conc,tput_per_gpu,median_intvty\n';
  const { report } = await importFound({
    'a.csv': `${text}h100,toy1,fp8,1.024,1.024,8,16,1000,50`,
  });
  expect(report.rejectedRows[0]).toMatchObject({
    reason: 'malformed',
    detail: 'isl/osl 1.024/1.024 are no whole numbers of tokens',
  });
  expect(report.proposals).toEqual([]);
});

test('a synchronous strategy of GuideLLM keeps one request in flight', async () => {
  const report = JSON.parse(textOf('GuideLLM 0.5')) as {
    readonly benchmarks: readonly { readonly config: object; readonly metrics: object }[];
  };
  const rate = (mean: number) => ({ successful: { mean } });
  const benchmarks = report.benchmarks.map(({ config, metrics, ...rest }) => ({
    ...rest,
    config: { ...config, strategy: { type_: 'synchronous' } },
    metrics: { ...metrics, tokens_per_second: rate(90), output_tokens_per_second: rate(45) },
  }));
  const { files } = await importFound({ 'a.json': JSON.stringify({ ...report, benchmarks }) });
  expect(files[0]!.sweeps[0]!.points).toMatchObject([{ concurrency: 1, concurrencyOrigin: null }]);
});

test('latencies of genai-bench are read in the unit that it states', async () => {
  const tool = TOOL_RESULTS.find(({ format }) => format === 'genai-bench')!;
  const result = JSON.parse(tool.text) as { readonly aggregated_metrics: { stats: object } };
  const metrics_time_unit = 'ms';
  const { stats } = result.aggregated_metrics;
  const inMs = { ...stats, tpot: { p50: 20 }, ttft: { p50: 300 } };
  const aggregated_metrics = { ...result.aggregated_metrics, metrics_time_unit, stats: inMs };
  const text = JSON.stringify({ ...result, aggregated_metrics });
  const { files } = await importFound({ 'a.json': text }, { precision: 'fp8' });
  expect(files[0]!.sweeps[0]!.points).toMatchObject([{ interactivity: 50, tpot: 0.02, ttft: 0.3 }]);
});

test.each(['0.2', '0.2.1'])('an open loop of llm-d %s has no concurrency', async (version) => {
  const tool = TOOL_RESULTS.find(({ name }) => name === 'llm-d 0.2 as YAML')!;
  const text = tool.text
    .replace("version: '0.2'", `version: '${version}'`)
    .replace('concurrency: 16', 'concurrency: .inf');
  const { files } = await importFound({ 'a.yaml': text }, { precision: 'fp8' });
  expect(files[0]!.sweeps[0]!.points).toMatchObject([{ interactivity: 50, concurrency: null }]);
});

test('the report says which rows have no concurrency, and which have one that was not set', async () => {
  const open = JSON.parse(textOf('vLLM, open loop at a rate')) as object;
  const { report } = await importFound({
    'a.json': JSON.stringify(open),
    'b.json': JSON.stringify({ ...open, request_rate: 8, total_token_throughput: 12_000 }),
    'c.json': textOf('GuideLLM 0.8 as YAML, by rate'),
  });
  expect(report.concurrencyOrigins).toEqual([
    { origin: 'observed mean', isKnown: true, rows: 1 },
    { origin: 'open loop, 4.25 requests/s', isKnown: false, rows: 1 },
    { origin: 'open loop, 8 requests/s', isKnown: false, rows: 1 },
  ]);
  expect(reportText(report, false)).toContain(
    'without a concurrency: no number of requests was kept in flight\n' +
      '  1      open loop, 4.25 requests/s\n' +
      '  1      open loop, 8 requests/s\n' +
      'with a concurrency that is not the load that was set: shown with ~\n' +
      '  1      observed mean\n',
  );
  expect(report.repeatsApart).toBeNull(); // two rates are two loads
});

test('open loops of unknown rates are no repeats of one load', async () => {
  const open = JSON.parse(textOf('vLLM, open loop')) as object;
  const { report } = await importFound({
    'a.json': JSON.stringify(open),
    'b.json': JSON.stringify({ ...open, total_token_throughput: 12_000 }),
  });
  expect(report).toMatchObject({ accepted: 2, repeatsApart: null });
});

describe('what telemetry saw is proposed, and not believed', () => {
  const gpus = (...names: readonly string[]) => ({
    telemetry_data: {
      endpoints: {
        'localhost:9400': {
          gpus: Object.fromEntries(names.map((gpu_name, i) => [`gpu_${i}`, { gpu_name }])),
        },
      },
    },
  });
  const H100 = 'NVIDIA H100 80GB HBM3';
  const proposed = async (...files: readonly object[]) => {
    const texts = files.map((file, i) => [`${i}.json`, JSON.stringify(file)] as const);
    const { report } = await importFound(Object.fromEntries(texts), {});
    return reportText(report, false);
  };
  const file = (...names: readonly string[]) => ({
    ...(JSON.parse(textOf('AIPerf 1.2, one run')) as object),
    ...gpus(...names),
  });

  test('as the line that would supply it', async () => {
    const said = await proposed(file(H100, H100), file(H100, H100));
    expect(said).toContain(
      "    --set 'hardware=h100' --set 'precision=<fp8|fp4>' --set 'gpus=2'\n" +
        '    hardware and gpus as telemetry says: seen, not necessarily used\n',
    );
    expect(said).toContain('0 accepted');
  });

  test('where it says one thing of all files', async () => {
    const said = await proposed(
      file(H100, H100),
      file('AMD Instinct MI300X', 'AMD Instinct MI300X'),
    );
    expect(said).toContain(
      "    --set 'hardware=<h100|mi300x>' --set 'precision=<fp8|fp4>' --set 'gpus=2'\n" +
        '    gpus as telemetry says: seen, not necessarily used\n',
    );
    expect(await proposed(file(H100, 'NVIDIA A100'))).not.toContain('as telemetry says');
  });

  test('a GPU that is not known by its name, unless a shell would read more in it', async () => {
    expect(await proposed(file('NVIDIA Abacus 9000'))).toContain(
      "--set 'hardware=NVIDIA Abacus 9000'",
    );
    const hostile = await proposed(file("x' ; rm -rf '/"));
    expect(hostile).toContain("--set 'hardware=<h100|mi300x>'");
    expect(hostile).toContain("--set 'gpus=1'");
  });
});

describe('a folder that is called otherwise than what lies in it', () => {
  const text = textOf('llm-d 0.1 as JSON'); // states model and hardware
  const said = async (...paths: readonly string[]) => {
    const files = Object.fromEntries(paths.map((path) => [path, text]));
    const { report } = await importFound(files, { precision: 'fp8', framework: 'engine-a' });
    expect(report.accepted + report.superseded.total).toBe(paths.length);
    return report.pathsOtherwise.map(
      ({ path, fact, says, taken, rows: count }) => `${path} ${fact} ${says} ${taken} ${count}`,
    );
  };

  test.each([
    ['mi300x/a.json', 'results/mi300x hardware mi300x h100 1'],
    ['AMD Instinct MI300X/a.json', 'results/AMD Instinct MI300X hardware mi300x h100 1'],
    ['mi300x-tp8/run/a.json', 'results/mi300x-tp8 hardware mi300x h100 1'],
    ['nightly_fp4/a.json', 'results/nightly_fp4 precision fp4 fp8 1'],
    ['Engine B/a.json', 'results/Engine B engine engine-b engine-a 1'],
    ['enginea_engine-b/a.json', null], // two names at once say none
    ['toy2__toy3/a.json', null],
    ['h100/a.json', null],
    ['h100/mi300x/a.json', 'results/h100/mi300x hardware mi300x h100 1'], // the nearer one counts
    ['mi300x/h100/a.json', null],
    ['runs/mi300x.json', 'results/runs/mi300x.json hardware mi300x h100 1'],
    ['runs/mi300x_conc16.json.gz', 'results/runs/mi300x_conc16.json.gz hardware mi300x h100 1'],
    ['runs/mi300x-vs-h100.json', null],
    ['mi300x/h100_c16.json', null], // the name of the file is nearer
    ['h100/fp4-c16.json', 'results/h100/fp4-c16.json precision fp4 fp8 1'],
    ['runs/json.mi300x', null], // an ending is no part of it
    ['nvfp4/a.json', 'results/nvfp4 precision fp4 fp8 1'],
  ])('%s: %s', async (path, line) => {
    expect(await said(path)).toEqual(line === null ? [] : [line]);
  });

  test('is named once, with its rows, and its files are believed', async () => {
    const files = { 'mi300x/a.json': text, 'mi300x/b.json': text, 'h100/c.json': text };
    const { files: written, report } = await importFound(files, { precision: 'fp8' });
    expect(written[0]!.sweeps.map(({ hardware }) => hardware)).toEqual(['h100']);
    expect(reportText(report, false)).toContain(
      'names are not believed\n  results/mi300x/ says hardware mi300x, taken was h100: 2 rows\n',
    );
  });

  test('by the names of its files, is named once', async () => {
    const files = {
      'mi300x_c1.json': text,
      'mi300x_c2.json': text,
      'fp4/h100_c1.json': text,
      'fp4/mi300x_c1.json': text,
    };
    const { report } = await importFound(files, { precision: 'fp8' });
    const said = reportText(report, false);
    expect(said).toContain(
      '  results/mi300x_c1.json and 1 more say hardware mi300x, taken was h100: 2 rows\n',
    );
    expect(said).toContain('  results/fp4/ says precision fp4, taken was fp8: 2 rows\n');
    expect(said).toContain(
      '  results/fp4/mi300x_c1.json says hardware mi300x, taken was h100: 1 row\n',
    );
  });

  test('by a model', async () => {
    const other = textOf('AIPerf 1.2, one run').replace('example/Toy1', 'toy-2');
    const models = [
      ...NAMES.models,
      { key: 'toy-2', label: 'Toy 2', raw: [], pools: [], aliases: [] },
    ];
    const input = { ...textInput('Toy1/a.json', [other], FACTS), root: 'results', isFound: true };
    const { report } = await importRows([input], { ...NAMES, models }, { label: null });
    expect(report.pathsOtherwise).toMatchObject([{ fact: 'model', says: 'toy', taken: 'toy-2' }]);
  });

  test('by the folder of a file that was named itself', async () => {
    const input = { ...textInput('mi300x/a.json', [text], { precision: 'fp8' }), root: 'mi300x' };
    const { report } = await importRows([input], NAMES, { label: null });
    expect(report.pathsOtherwise).toMatchObject([{ path: 'mi300x', says: 'mi300x' }]);
  });
});
