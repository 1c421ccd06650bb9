import { describe, expect, test } from 'vitest';
import { FORMATS, detectFormat } from '../../../data/import/formats/formats.ts';
import type { GivenFacts } from '../../../data/import/formats/format.ts';
import { importTexts, withoutProvenance } from './rows.ts';
import { REFUSED_RESULTS, TOOL_RESULTS } from './tool-results.ts';

const FACTS: Required<Pick<GivenFacts, 'model' | 'hardware' | 'gpus' | 'precision'>> = {
  model: 'toy1',
  hardware: 'h100',
  gpus: 8,
  precision: 'fp8',
};

test('every format has a result among the tools, in the versions that differ', () => {
  const covered = new Set(TOOL_RESULTS.map(({ format }) => format));
  const tools = FORMATS.map(({ name }) => name).filter(
    (name) => !['inferencex', 'inferencex-dump', 'csv', 'unsupported tool'].includes(name),
  );
  expect([...covered].toSorted()).toEqual(tools.toSorted());
});

describe.each(TOOL_RESULTS)('$name', ({ text, format, lacks, concurrency, observed, origin }) => {
  const given: GivenFacts = Object.fromEntries(lacks.map((fact) => [fact, FACTS[fact]]));

  test('is told by its content', () => {
    expect(detectFormat(text.slice(0, 65_536), 'result').name).toBe(format);
  });

  test('gives the point that it measured', async () => {
    const { files, report } = await importTexts([text], { given });
    expect(report.rejectedRows).toEqual([]);
    const [sweep] = files[0]!.sweeps;
    expect(files[0]!.model).toBe('toy');
    expect(sweep).toMatchObject({ hardware: 'h100', precision: 'fp8', workload: '1k1k' });
    const [point, ...others] = sweep!.points;
    expect(others).toEqual([]);
    expect(point).toMatchObject({
      interactivity: 50,
      throughput: 1000,
      gpus: 8,
      tpot: 0.02,
      ttft: 0.3,
      concurrency: concurrency ?? observed ?? null,
      concurrencyOrigin: origin ?? (observed === undefined ? null : 'observed mean'),
      outputThroughput: sweep!.deployment === 'disagg' ? null : 500,
    });
  });

  test('without what it does not state it is refused with all of that at once', async () => {
    const { report } = await importTexts([text]);
    const missing = lacks.join(', ');
    const reasons = report.rejectedRows.map(({ reason, detail }) => `${reason} ${detail}`);
    expect(reasons).toEqual(missing === '' ? [] : [`missing-field ${ordered(missing)}`]);
  });
});

/** In the order in which the importer asks. */
function ordered(missing: string): string {
  const order = ['model', 'hardware', 'precision', 'gpus'];
  return missing
    .split(', ')
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .join(', ');
}

test.each(REFUSED_RESULTS)('$name is refused: $reason', async ({ text, reason, says }) => {
  const given = { ...FACTS, workload: '1k1k' };
  const { files, report } = await importTexts([text], { given });
  expect(files).toEqual([]);
  expect(report.rejectedRows).toMatchObject([{ reason, detail: expect.stringContaining(says) }]);
});

test('a warm-up of a sweep is passed over', async () => {
  const { text } = TOOL_RESULTS.find(({ name }) => name.startsWith('vLLM 0.9'))!;
  const warmUp = text.replace('{', '{"run_number": -1,');
  const { report } = await importTexts([warmUp], { given: FACTS });
  expect(report).toMatchObject({ read: 0, accepted: 0, rejected: { total: 0 } });
});

test('--append-result lines are a row each', async () => {
  const { text } = TOOL_RESULTS.find(({ name }) => name.startsWith('vLLM 0.9'))!;
  const one = JSON.stringify(JSON.parse(text));
  const two = one.replace('"max_concurrency":16', '"max_concurrency":32');
  const { report } = await importTexts([`${one}\n${two}`], { given: FACTS });
  expect(report).toMatchObject({ read: 2, accepted: 2 });
});

test('an InferenceX artifact and the row of its API give the same point', async () => {
  const artifact = TOOL_RESULTS.find(({ name }) => name.startsWith('InferenceX artifacts'))!;
  const row = {
    hardware: 'h100',
    framework: 'enginea',
    model: 'toy1',
    precision: 'fp8',
    spec_method: 'none',
    disagg: false,
    is_multinode: false,
    decode_tp: 8,
    isl: 1024,
    osl: 1024,
    conc: 16,
    metrics: {
      tput_per_gpu: 1000,
      output_tput_per_gpu: 500,
      median_intvty: 50,
      median_tpot: 0.02,
      median_ttft: 0.3,
    },
  };
  const [one, other] = await Promise.all(
    [artifact.text, JSON.stringify([row])].map((text) => importTexts([text])),
  );
  expect(withoutProvenance(one!)).toEqual(withoutProvenance(other!));
});

test.each([
  ['InferenceX artifact', 'TP4 PP2'],
  ['InferenceX artifacts of several runs, on a cluster', 'TP8'],
])('%s: 8 GPUs share the model as %s', async (name, parallelism) => {
  const { text } = TOOL_RESULTS.find((result) => result.name === name)!;
  const { files } = await importTexts([text]);
  expect(files[0]!.sweeps[0]!.points).toMatchObject([{ gpus: 8, parallelism }]);
});

describe('the GPUs of an InferenceX artifact', () => {
  const { text } = TOOL_RESULTS.find(({ name }) => name === 'InferenceX artifact')!;
  const pointOf = async (changes: Record<string, unknown>) => {
    const { files } = await importTexts([JSON.stringify({ ...JSON.parse(text), ...changes })]);
    return files[0]!.sweeps[0]!.points[0]!;
  };

  test('follow from both rates where it has them, whatever it says of the sharing', async () => {
    const request_metrics = { throughput: { total_tput_tps: 16_000 } };
    expect((await pointOf({ request_metrics })).gpus).toBe(16);
    expect((await pointOf({})).gpus).toBe(8);
  });

  test('share the context too, which is said', async () => {
    const { gpus, parallelism } = await pointOf({ pp: 1, pcp_size: 2 });
    expect([gpus, parallelism]).toEqual([8, 'TP4 PP1 PCP2']);
  });
});
