import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addImport } from '../../../data/cli/import.ts';
import { loadData } from '../../../data/load/load.ts';
import { comparisonReader } from '../../../data/release/comparison.ts';
import { buildRelease } from '../../../data/release/release.ts';
import { row } from './rows.ts';
import { TOOL_RESULTS } from './tool-results.ts';
import { printedBy } from '../cli/printed-by.ts';

let place = '';
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'matchpoint-walk-'));
});
afterEach(() => rm(place, { recursive: true }));

const FACTS = { model: 'example/Toy1', hardware: 'h100', gpus: '8', precision: 'fp8' };

/** A row of InferenceX's own that is of no CI run, so that a label names its run. */
const ROW: Readonly<Record<string, unknown>> = {
  ...row({ model: 'toy1', hardware: 'h100', precision: 'fp8', run_url: null, conc: 16 }),
  decode_tp: 8,
  isl: 1024,
  osl: 1024,
  metrics: { tput_per_gpu: 1000, median_intvty: 50, median_tpot: 0.02 },
};
const CONFIG = Object.entries(ROW)
  .filter(([, value]) => typeof value !== 'object')
  .slice(0, 12);
const csv = (cells: readonly unknown[]) => cells.join(',');

/** A folder of every format: files by path, and the facts that none of them states. */
const FOLDERS: readonly (readonly [
  name: string,
  files: Readonly<Record<string, string>>,
  lacks: readonly (keyof typeof FACTS)[],
])[] = [
  ...TOOL_RESULTS.map(
    ({ name, text, lacks }) => [name, { 'run/result.json': text }, lacks] as const,
  ),
  ['InferenceX rows', { 'rows.json': JSON.stringify([ROW]) }, []],
  [
    'CSV under other names',
    {
      'table.csv':
        'GPU;model;precision;isl;osl;decode_tp;users;tput_per_gpu;median_intvty\n' +
        'h100;toy1;fp8;1024;1024;8;16;1.000,0;50\n',
    },
    [],
  ],
  [
    'an InferenceX dump',
    {
      'configs.csv': `${csv(['id', ...CONFIG.map(([name]) => name)])}\n${csv([3, ...CONFIG.map(([, value]) => value)])}\n`,
      'benchmark_results_raw.csv':
        'id,config_id,isl,osl,conc,metrics,error\n' +
        `1,3,1024,1024,16,"${JSON.stringify(ROW['metrics']).replaceAll('"', '""')}",\n`,
    },
    [],
  ],
];

test.each(FOLDERS)('%s: from a folder to the comparison of two runs', async (_, files, lacks) => {
  for (const [path, text] of Object.entries(files)) {
    const file = join(place, 'results', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const facts = lacks.flatMap((fact) => ['--set', `${fact}=${FACTS[fact]}`]);
  await runImport('--label', 'before', '--add', ...facts);
  const said = await runImport('--label', 'after', ...facts);
  const [, id = ''] = /http:\/\/localhost:8787\/compare\/(\S+)/.exec(said) ?? [];
  expect(id).toMatch(/\/~before-vs-~after$/);
  const release = buildRelease(await loadData([out()], { isOnly: true }));
  const comparisonOf = comparisonReader(release, '2026-03-11T00:00:00Z');
  const read = comparisonOf(id)!.values.map(({ interactivity, sides }) => [
    interactivity,
    ...sides.map(({ throughput }) => throughput),
  ]);
  expect(read).toEqual([[50, 1000, 1000]]);
});

test("a raw InferenceX client's file and its artifact give the same point to the last digit", async () => {
  const client = {
    date: '20260304-101112',
    backend: 'vllm',
    model_id: 'example/Toy1',
    max_concurrency: 16,
    completed: 160,
    total_input_tokens: 160 * 922,
    total_output_tokens: 160 * 921,
    total_token_throughput: 7913.771_234_567_89,
    output_throughput: 3955.913_579_246_8,
    median_tpot_ms: 19.123_456_789_123,
    median_ttft_ms: 287.654_321_987,
  };
  // As the CI of InferenceX makes one of the other.
  const artifact = {
    hw: 'h100',
    framework: 'vllm',
    infmax_model_prefix: 'Toy1',
    model: client.model_id,
    precision: 'fp8',
    isl: 1024,
    osl: 1024,
    conc: 16,
    tp: 8,
    tput_per_gpu: client.total_token_throughput / 8,
    output_tput_per_gpu: client.output_throughput / 8,
    median_tpot: client.median_tpot_ms / 1000,
    median_intvty: 1000 / client.median_tpot_ms,
    median_ttft: client.median_ttft_ms / 1000,
  };
  const points = [];
  for (const [label, result] of Object.entries({ client, artifact })) {
    await mkdir(join(place, 'results'), { recursive: true });
    await writeFile(join(place, 'results', 'result.json'), JSON.stringify(result));
    const set = ['hardware=h100', 'gpus=8', 'precision=fp8', 'engine=vllm', 'workload=1k1k'];
    await runImport('--add', '--label', label, ...set.flatMap((fact) => ['--set', fact]));
    const { sweeps } = await loadData([out()], { isOnly: true });
    const sweep = sweeps.find((one) => one.label === label)!;
    const [{ interactivity, throughput, outputThroughput, tpot, ttft, gpus }] = sweep.points as [
      (typeof sweep.points)[number],
    ];
    points.push({ interactivity, throughput, outputThroughput, tpot, ttft, gpus });
  }
  expect(points[0]).toEqual(points[1]);
  expect(points[0]!.throughput).toBeCloseTo(989.221_404, 6);
});

function out(): string {
  return join(place, 'imported');
}

/** What the command says. */
async function runImport(...options: readonly string[]): Promise<string> {
  const program = new Command();
  addImport(program);
  const names = ['--map', 'GPU=hardware', '--map', 'users=conc'];
  const line = ['import', join(place, 'results'), '--out', out(), ...names, ...options];
  const { said, error } = await printedBy(() => program.parseAsync(line, { from: 'user' }));
  if (error === null) return said;
  throw new Error(said, { cause: error });
}
