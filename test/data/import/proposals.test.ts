import { describe, expect, test } from 'vitest';
import { importRows } from '../../../data/import/import.ts';
import { textInput } from './text-input.ts';
import type { ImportNames } from '../../../data/import/keys.ts';
import { withProposals } from '../../../data/import/proposals.ts';
import { reportText } from '../../../data/import/report.ts';
import { loadData } from '../../../data/load/load.ts';
import { canStandTogether } from '../../../data/load/rules/catalog-rules.ts';
import { NAMES, importJson, importTexts, row } from './rows.ts';
import { TOOL_RESULTS } from './tool-results.ts';

const UNKNOWN_ROWS = [
  row({ hardware: 'H20' }),
  row({ hardware: 'NVIDIA H100 PCIe' }),
  row({ model: 'meta-llama/Llama-3.1-8B-Instruct' }),
  row({ model: 'toy2' }),
  row({ model: 'unsloth/llama-3.1-8b-instruct' }),
  row({ model: '/srv/models/模型' }),
  row({ precision: 'fp8-mtp' }),
  row({ spec_method: 'EAGLE 3' }),
  row({ framework: 'my engine 2.1.0' }),
  row({ framework: 'Engine A vs B', hardware: 'none', isl: 2048, osl: 200 }),
  row({ workload: 'Share GPT' }),
  row({ hardware: 'mtp' }),
];

test('all that is proposed together keeps the rules of the data and lets every row in', async () => {
  const shipped = await loadData([]);
  for (const names of [NAMES, { ...shipped, models: [...NAMES.models, ...shipped.models] }]) {
    const read = (known: ImportNames) =>
      importRows([textInput('rows', [JSON.stringify(UNKNOWN_ROWS)])], known, { label: null });
    const { report } = await read(names);
    const known = withProposals(names, report.proposals);
    expect(canStandTogether(known)).toBe(true);
    const again = await read(known);
    expect(again.report.rejectedRows).toEqual([]);
    expect(again.report.read - again.report.rejected.total).toBe(UNKNOWN_ROWS.length);
  }
});

test.each([
  ['h10o', 'h100'],
  ['H20', null],
  ['NVIDIA H1000', 'h100'],
  ['MI300', 'mi300x'],
  ['abacus', null],
])('%s may have been mistyped for %s, and is proposed all the same', async (hardware, near) => {
  const { report } = await importJson([row({ hardware })]);
  expect(report.proposals).toMatchObject([{ dimension: 'hardware', alias: null, near }]);
  const hint = `or, if ${near} was meant, correct it where ${hardware.toLowerCase()} is said`;
  expect(reportText(report, false).includes('was meant')).toBe(near !== null);
  if (near !== null) expect(reportText(report, false)).toContain(hint);
});

test('everything that keeps a row out is proposed at once', async () => {
  const { report } = await importJson([
    row({ model: 'new-1', hardware: 'H20', framework: 'third', isl: 2048, osl: 200 }),
  ]);
  expect(report.proposals.map(({ dimension }) => dimension)).toEqual([
    'framework',
    'hardware',
    'model',
    'workload',
  ]);
});

test('a model of two publishers is proposed once, for the rows of both', async () => {
  const models = ['b/New-2', 'a/new 2', 'b/New-2', 'c/New-3'];
  const { report } = await importJson(models.map((model, i) => row({ model, conc: i + 1 })));
  expect(report.proposals.map(({ word, rows }) => [word, rows])).toEqual([
    ['b/new-2', 3],
    ['c/new-3', 1],
  ]);
});

describe('a thing that is spelled in several ways is proposed once, and all of its rows get in', () => {
  test.each([
    ['hardware', ['H20', 'NVIDIA H20', 'nvidia-h20-96GB-HBM3'], { key: 'h20', label: 'H20' }],
    ['hardware', ['NVIDIA H20', 'NVIDIA H20', 'H20'], { key: 'h20', label: 'H20' }],
    [
      'hardware',
      ['NVIDIA H100 PCIe', 'h100-pcie', 'H100PCIe'],
      { key: 'h100-pcie', label: 'H100 PCIE' },
    ],
    [
      'framework',
      ['My Engine 2.1.0', 'my-engine', 'myengine:v2.2'],
      { key: 'my-engine', label: 'My Engine' },
    ],
    ['spec_method', ['EAGLE 3', 'eagle-3', 'Eagle3'], { key: 'eagle-3', label: 'EAGLE 3' }],
  ] as const)('%s: %j', async (field, words, entry) => {
    const rows = words.map((word, i) => row({ [field]: word, conc: i + 1 }));
    const read = (known: ImportNames) =>
      importRows([textInput('rows', [JSON.stringify(rows)])], known, { label: null });
    const { report } = await read(NAMES);
    expect(report.proposals).toHaveLength(1);
    const [{ line, word, spellings, rows: count }] = report.proposals as [
      (typeof report.proposals)[0],
    ];
    expect(JSON.parse(line)).toMatchObject(entry);
    const written = new Set(words.map((one) => one.toLowerCase()));
    expect([[word, ...spellings].toSorted(), count]).toEqual([[...written].toSorted(), 3]);
    if (spellings.length > 0) {
      const called = `for 3 rows that call it ${[word, ...spellings].join(' or ')}:`;
      expect(reportText(report, false)).toContain(called);
    }
    const again = await read(withProposals(NAMES, report.proposals));
    expect(again.report.accepted).toBe(3);
  });

  test('but digits tell GPUs apart, and where they stand workloads', async () => {
    const { report } = await importJson([
      row({ hardware: 'H20' }),
      row({ hardware: 'NVIDIA H30', conc: 2 }),
      row({ isl: 512, osl: 1100, conc: 3 }),
      row({ isl: 5121, osl: 100, conc: 4 }),
    ]);
    expect(report.proposals.map(({ rows, spellings }) => [rows, spellings])).toEqual(
      Array.from({ length: 4 }, () => [1, []]),
    );
  });
});

describe('another spelling is the same thing', () => {
  test.each([
    { hardware: 'NVIDIA H100 80GB HBM3' },
    { hardware: 'NVIDIA-H100-SXM5-80GB' },
    { hardware: 'AMD Instinct MI300X' },
    { framework: 'SGLang 0.5.6' },
    { framework: 'sglang:v0.5.6.post1-cu129' },
    { framework: 'TensorRT LLM' },
    { precision: 'FP-8' },
  ])('%j', async (changes) => {
    const { report } = await importJson([row(changes)]);
    expect(report.rejectedRows).toEqual([]);
  });

  test('a version in the name of an engine is kept as its image', async () => {
    const { files } = await importJson([row({ framework: 'SGLang 0.5.6', image: undefined })]);
    expect(files[0]!.sweeps[0]).toMatchObject({
      framework: 'sglang',
      sources: [{ image: 'SGLang 0.5.6' }],
    });
  });
});

describe('another product is a new entry, not a misspelling', () => {
  test.each(['H20', 'H200', 'B100', 'GH100', 'NVIDIA H100 PCIe', 'H100 NVL'])(
    '%s',
    async (hardware) => {
      const { report } = await importJson([row({ hardware })]);
      expect(report.proposals).toMatchObject([{ dimension: 'hardware', alias: null }]);
    },
  );

  test('nor are digits misspelled', async () => {
    const { report } = await importJson([row({ precision: 'fp6' })]);
    expect(report.proposals).toMatchObject([{ dimension: 'precision', alias: null }]);
  });
});

test('requests of round lengths that are no known workload make one, of odd ones ask for its name', async () => {
  const { text } = TOOL_RESULTS.find(({ name }) => name === 'vLLM 0.9')!;
  const measured = JSON.parse(text) as { completed: number };
  const of = (input: number, output: number) =>
    JSON.stringify({
      ...measured,
      total_input_tokens: input * measured.completed,
      total_output_tokens: output * measured.completed,
    });
  const given = { hardware: 'h100', gpus: 8, precision: 'fp8' };
  const round = await importTexts([of(2003, 200)], { given });
  expect(round.report.proposals).toMatchObject([
    { line: expect.stringContaining('"isl":2000,"osl":200') },
  ]);
  const odd = await importTexts([of(930, 925)], { given });
  expect(odd.report.open.needed).toMatchObject([
    {
      supply: ["--set 'workload=<1k1k>'"],
      hints: ['its requests have 930 in and 925 out on average'],
    },
  ]);
});
