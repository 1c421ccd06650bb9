import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csv } from '../../../data/import/formats/csv.ts';
import type { RowCandidate } from '../../../data/import/formats/format.ts';
import { detectFormat } from '../../../data/import/formats/formats.ts';
import { inferencexRow } from '../../../data/import/formats/inferencex-row.ts';
import { importTexts, pieces, row, withoutProvenance } from './rows.ts';

function candidate(changes: Record<string, unknown>): RowCandidate {
  const read = inferencexRow(row(changes), {});
  if ('problem' in read) throw new Error(read.problem.detail);
  return read.candidate;
}

async function* iterate(texts: readonly string[]): AsyncIterable<string> {
  yield* texts;
}

describe('an InferenceX row', () => {
  const split = {
    disagg: true,
    is_multinode: true,
    prefill_num_workers: 2,
    decode_num_workers: 1,
    num_prefill_gpu: 8,
    num_decode_gpu: 16,
  };
  const cases: { name: string; row: Record<string, unknown>; is: Record<string, unknown> }[] = [
    { name: 'mirrored GPUs are not added', row: {}, is: { gpus: 8 } },
    { name: 'tp·ep is no GPU count', row: { decode_tp: 4, num_decode_gpu: 16 }, is: { gpus: 4 } },
    { name: 'no decode_tp: prefill_tp', row: { decode_tp: 0, prefill_tp: 2 }, is: { gpus: 2 } },
    { name: 'roles are added', row: split, is: { gpus: 24 } },
    {
      name: 'mirrored roles without workers are one deployment',
      row: { ...split, prefill_num_workers: 0, decode_num_workers: 0, num_prefill_gpu: 16 },
      is: { gpus: 16, parallelism: null },
    },
    {
      name: 'an unknown role: unknown GPUs',
      row: { ...split, num_prefill_gpu: null },
      is: { gpus: null },
    },
    { name: 'parallelism', row: { decode_dp_attention: true }, is: { parallelism: 'TP8 EP1 DPA' } },
    {
      name: 'parallelism by role',
      row: { ...split, decode_ep: 8 },
      is: { parallelism: 'prefill 2×TP8 EP1, decode TP8 EP8' },
    },
    {
      name: 'numbers as text',
      row: { conc: '32', decode_tp: '4' },
      is: { concurrency: 32, gpus: 4 },
    },
    { name: 'an absent metric', row: { metrics: { median_ttft: undefined } }, is: { ttft: null } },
    { name: 'a text for a metric', row: { metrics: { median_ttft: 'n/a' } }, is: { ttft: null } },
    { name: 'no time takes 0 s', row: { metrics: { p99_ttft: 0 } }, is: { ttftP99: null } },
    { name: 'power', row: { metrics: { avg_power_w: 628.9 } }, is: { powerW: 628.9 } },
  ];
  test.each(cases)('$name', ({ row: changes, is }) => {
    expect(candidate(changes).facts).toMatchObject(is);
  });

  test.each([
    [{ disagg: true, is_multinode: true }, 'disagg'],
    [{ disagg: false, is_multinode: true }, 'multi-node'],
    [{ disagg: false, is_multinode: false }, 'single-node'],
    [{ disagg: undefined, is_multinode: undefined }, null],
  ])('deployment of %o is %s', (changes, deployment) => {
    expect(candidate(changes).deployment).toBe(deployment);
  });

  test('agentic rows go by the 90th percentile of the gaps', () => {
    const agentic = candidate({
      benchmark_type: 'agentic_traces',
      isl: null,
      osl: null,
      offload_mode: 'on',
      metrics: { p90_itl: 0.02, p90_intvty: 999 },
    });
    expect(agentic).toMatchObject({
      interactivity: 50,
      interactivityBasis: 'p90-itl',
      workload: { name: 'agentic' },
      offload: 'on',
    });
  });

  test('interactivity is 1/median TPOT where only that is given, and unknown without both', () => {
    const only = { median_intvty: undefined, median_tpot: 0.025 };
    expect(candidate({ metrics: only }).interactivity).toBe(40);
    const none = { median_intvty: undefined, median_tpot: undefined, std_intvty: 8400 };
    expect(candidate({ metrics: none }).interactivity).toBeNull();
  });

  test.each([
    { basis: 'mean-tpot', interactivity: 20 },
    { basis: 'median-tpot', interactivity: 25 },
    { basis: 'p90-itl', interactivity: 10 },
    { basis: undefined, interactivity: 25 },
  ])('interactivity_basis $basis takes that statistic alone', ({ basis, interactivity }) => {
    const metrics = {
      median_intvty: undefined,
      median_tpot: 0.04,
      mean_tpot: 0.05,
      p90_itl: 0.1,
    };
    expect(candidate({ interactivity_basis: basis, metrics })).toMatchObject({
      interactivity,
      interactivityBasis: basis ?? 'median-tpot',
    });
    const none = { ...metrics, median_tpot: undefined, mean_tpot: undefined, p90_itl: undefined };
    expect(candidate({ interactivity_basis: basis, metrics: none }).interactivity).toBeNull();
  });

  test('a basis of another name is refused, not guessed', () => {
    expect(inferencexRow(row({ interactivity_basis: 'mode-tpot' }), {})).toEqual({
      problem: { reason: 'unknown-interactivity-basis', detail: 'mode-tpot' },
    });
  });

  test('a mean is not taken for a median', () => {
    const means = {
      mean_ttft: 0.5,
      median_ttft: undefined,
      mean_tpot: 0.05,
      median_tpot: undefined,
    };
    expect(candidate({ metrics: means }).facts).toMatchObject({
      ttft: null,
      ttftMean: 0.5,
      tpot: null,
    });
  });

  test('the run is the number in its address, all attempts together', () => {
    expect(candidate({}).run).toEqual({ number: '100', attempt: 1 });
    expect(candidate({ run_url: 'https://ci.example/actions/runs/7' }).run).toEqual({
      number: '7',
      attempt: 1,
    });
    expect(candidate({ run_url: null }).run).toBeNull();
  });

  test('nobody is credited for rows that do not say where they are from', () => {
    expect(candidate({}).attribution).toBeNull();
    const theirs = 'https://github.com/SemiAnalysisAI/InferenceX/actions/runs/1/attempts/1';
    expect(candidate({ run_url: theirs }).attribution).toBe('SemiAnalysis InferenceX');
  });
});

describe('CSV', () => {
  test('papaparse reads the same cells', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', '.', ',', '"', '\n', 'é', '-') });
    const line = fc.tuple(cell, cell, cell);
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 30 }),
        async (lines, length) => {
          const text = Papa.unparse({ fields: ['hardware', 'model', 'image'], data: lines });
          const expected = Papa.parse<Record<string, string>>(text, { header: true }).data;
          const read: RowCandidate[] = [];
          for await (const found of csv.read({
            name: 'a.csv',
            text: iterate(pieces(text, length)),
            given: {},
            sample: text,
          })) {
            if ('problem' in found) throw new Error(found.problem.detail);
            read.push(found.candidate);
          }
          expect(read.map(({ hardware, model, image }) => [hardware, model, image])).toEqual(
            expected.map(({ hardware, model, image }) =>
              [hardware, model, image].map((text) => text?.trim() || null),
            ),
          );
        },
      ),
    );
  });

  test('flat metrics and empty cells are read as nested metrics and absent keys', async () => {
    const { metrics, ...rest } = row() as { metrics: Record<string, unknown> };
    const flat = { ...rest, ...metrics, median_ttft: '', avg_power_w: '' };
    const fromCsv = await importTexts([Papa.unparse([flat])]);
    const json = JSON.stringify([row({ metrics: { median_ttft: undefined } })]);
    const fromJson = await importTexts([json]);
    expect(withoutProvenance(fromCsv)).toEqual(withoutProvenance(fromJson));
    expect(fromCsv.report.accepted).toBe(1);
  });

  test('a line with too few cells is rejected and the rest goes on', async () => {
    const header = 'hardware,model,precision,isl,osl,tput_per_gpu,median_intvty';
    const good = 'h100,toy1,fp8,1024,1024,200,30';
    const { report } = await importTexts([
      [header, good, 'h100,toy1', good.replace('30', '31')].join('\n'),
    ]);
    expect(report).toMatchObject({
      read: 3,
      accepted: 2,
      rejected: { byReason: { malformed: 1 } },
    });
  });
});

describe('what an input does not state', () => {
  const given = {
    hardware: 'MI300X',
    precision: 'fp4',
    framework: 'engine-b',
    deployment: 'multi-node',
    date: '2026-05-06',
    image: 'example/other:2',
    attribution: 'Example Lab',
    license: 'CC-BY-4.0',
  } as const;
  const { metrics, ...flat } = row() as { metrics: Record<string, unknown> };
  const cells = { ...flat, ...metrics };
  const texts = (changes: object) => ({
    'as JSON': JSON.stringify([{ ...cells, ...changes }]),
    'as CSV': Papa.unparse([{ ...cells, ...changes }]),
  });
  const bare = {
    hardware: '',
    precision: '',
    framework: '',
    disagg: '',
    is_multinode: '',
    date: '',
    image: '',
  };

  // The header alone tells a CSV, so the columns stay where every cell is empty.
  test.each(Object.entries(texts(bare)))('is taken from what is given, %s', async (_, text) => {
    const { files, report } = await importTexts([text], { given });
    expect(report.accepted).toBe(1);
    const { hardware, precision, framework, deployment, date, image, attribution, license } = {
      ...files[0]!.sweeps[0]!,
      ...files[0]!.sweeps[0]!.sources[0]!,
    };
    expect({
      hardware,
      precision,
      framework,
      deployment,
      date,
      image,
      attribution,
      license,
    }).toEqual({ ...given, hardware: 'mi300x' });
  });

  const own = { attribution: 'Own Team', license: 'MIT' };
  test.each(Object.entries(texts(own)))('and nothing that it states, %s', async (_, text) => {
    const { files } = await importTexts([text], { given });
    expect(files[0]!.sweeps[0]).toMatchObject({ hardware: 'h100', precision: 'fp8' });
    expect(files[0]!.sweeps[0]!.sources).toMatchObject([{ ...own, image: 'example/engine:1' }]);
  });

  test('a deployment that is given decides how GPUs are counted', () => {
    const roles = { prefill_num_workers: 2, num_prefill_gpu: 8, num_decode_gpu: 16 };
    const open = row({ ...roles, disagg: undefined, is_multinode: undefined });
    const gpus = (deployment: 'disagg' | 'single-node') => {
      const made = inferencexRow(open, { deployment });
      return 'candidate' in made ? made.candidate.facts.gpus : null;
    };
    expect([gpus('disagg'), gpus('single-node')]).toEqual([24, 8]);
  });

  test('a publisher that the address of the run names is credited before one that is given', async () => {
    const theirs = row({ run_url: 'https://github.com/SemiAnalysisAI/InferenceX/actions/runs/1' });
    const { files } = await importTexts([JSON.stringify([theirs])], { given });
    expect(files[0]!.sweeps[0]!.sources).toMatchObject([
      { attribution: 'SemiAnalysis InferenceX' },
    ]);
  });
});

describe('detectFormat', () => {
  test.each([
    ['[{"hardware":"h100","metrics":{}}]', 'inferencex'],
    ['{"hardware" : "h100"}\n{"hardware":"h100"}', 'inferencex'],
    ['[]', 'inferencex'],
    ['model,"hardware",conc\n', 'csv'],
    ['\uFEFFhardware,model\r\n', 'csv'],
  ])('%s is %s', (sample, name) => {
    expect(detectFormat(sample, 'rows').name).toBe(name);
  });

  test.each(['', 'hello', '{"a":1}', '<html>'])('%s is nothing known', (sample) => {
    expect(() => detectFormat(sample, 'rows.txt')).toThrow(
      /^rows\.txt: no known format.*inferencex.*csv/,
    );
  });
});
