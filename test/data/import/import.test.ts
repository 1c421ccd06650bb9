import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportText } from '../../../data/import/report.ts';
import { sweepFileText } from '../../../data/import/files.ts';
import { sweepFileSchema } from '../../../src/schema/sweep-file.ts';
import { importJson, importTexts, row, runUrl } from './rows.ts';

describe('the account of rows', () => {
  // Few distinct values, so that duplicates, repeats and attempts meet often.
  const good = fc
    .record({
      conc: fc.constantFrom(1, 4),
      attempt: fc.constantFrom(1, 2, 3),
      run: fc.constantFrom(100, 101, null),
      tput: fc.constantFrom(100, 200),
      image: fc.constantFrom('x:1', null),
      hardware: fc.constantFrom('h100', 'MI300X'),
    })
    .map(({ conc, attempt, run, tput, image, hardware }) =>
      row({
        conc,
        image,
        hardware,
        run_url: run === null ? null : runUrl(run, attempt),
        metrics: { tput_per_gpu: tput },
      }),
    );
  const bad = fc.constantFrom<unknown>(
    row({ model: 'nobody' }),
    row({ model: 'toy2' }),
    row({ model: null }),
    row({ hardware: 'abacus' }),
    row({ precision: 'fp3' }),
    row({ spec_method: 'guess' }),
    row({ framework: 'enginex' }),
    row({ isl: 7, osl: 9 }),
    row({ isl: null }),
    row({ benchmark_type: 'other' }),
    row({ date: '2026-02-30' }),
    row({ metrics: { median_intvty: undefined, median_tpot: undefined } }),
    row({ metrics: { tput_per_gpu: undefined } }),
    row({ metrics: { tput_per_gpu: 0 } }),
    row({ metrics: { median_intvty: -3 } }),
    7,
    'oops',
    [],
  );
  const files = fc.array(fc.array(fc.oneof(good, bad), { maxLength: 25 }), {
    minLength: 1,
    maxLength: 3,
  });
  const texts = (rows: readonly (readonly unknown[])[]) =>
    rows.map((some) => JSON.stringify([row({ model: 'nobody' }), ...some]));

  test('adds up for any mixture of good, bad and repeated rows', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (rows) => {
        const { report, files: written } = await importTexts(texts(rows));
        const { read, accepted, superseded, rejected } = report;
        expect(accepted + superseded.total + rejected.total).toBe(read);
        const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
        expect(sum(Object.values(rejected.byReason))).toBe(rejected.total);
        expect(sum(report.rejectedRows.map((line) => line.rows))).toBe(rejected.total);
        expect(sum(report.sweeps.map((line) => line.accepted))).toBe(accepted);
        expect(
          sum(report.sweeps.map(({ duplicate, earlierAttempt }) => duplicate + earlierAttempt)),
        ).toBe(superseded.total);
        expect(sum(report.inputs.map((input) => input.read))).toBe(read);
        const points = written.flatMap((file) => file.sweeps.flatMap((sweep) => sweep.points));
        expect(points).toHaveLength(accepted);
        expect(read).toBe(rows.flat().length + rows.length); // one leads each file
      }),
    );
  });

  test('the order of rows and files changes neither files nor numbers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(good, { maxLength: 20 }),
        fc.func(fc.integer()),
        async (rows, weight) => {
          const shuffled = rows
            .map((some, i) => ({ some, at: weight(i) }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ some }) => some);
          const [a, b] = await Promise.all([
            importTexts(texts([rows])),
            importTexts(texts([shuffled])),
          ]);
          expect(b.files.map(sweepFileText)).toEqual(a.files.map(sweepFileText));
          expect(b.report).toEqual(a.report);
        },
      ),
    );
  });
});

describe('which rows count', () => {
  test('the same row in two files counts once, with the facts of both', async () => {
    const [full, bare] = [row(), row({ image: undefined, metrics: { p99_ttft: undefined } })];
    const { report, files } = await importTexts([JSON.stringify([bare]), JSON.stringify([full])]);
    expect(report).toMatchObject({ read: 2, accepted: 1, superseded: { duplicate: 1 } });
    expect(files[0]!.sweeps[0]).toMatchObject({
      sources: [{ image: 'example/engine:1' }],
      points: [{ ttftP99: 1.5 }],
    });
  });

  test('a later attempt of a run takes the place of an earlier one', async () => {
    const at = (attempt: number, tput: number) =>
      row({ run_url: runUrl(100, attempt), metrics: { tput_per_gpu: tput } });
    const { report, files } = await importJson([at(2, 300), at(1, 200), at(1, 200), at(2, 300)]);
    expect(report.superseded).toEqual({ total: 3, duplicate: 1, earlierAttempt: 2 });
    expect(files[0]!.sweeps[0]!.points.map(({ throughput }) => throughput)).toEqual([300]);
  });

  test('an attempt that did another configuration leaves the first one there', async () => {
    const rows = [
      row({ conc: 4, run_url: runUrl(100, 1) }),
      row({ conc: 8, run_url: runUrl(100, 2) }),
    ];
    const { report } = await importJson(rows);
    expect(report).toMatchObject({ accepted: 2, superseded: { total: 0 } });
    expect(report.sweeps).toHaveLength(1);
  });

  test.each([
    { name: 'CI run', changes: {}, label: null, run: '100' },
    { name: 'date without CI run', changes: { run_url: null }, label: null, run: '2026-03-04' },
    { name: 'neither', changes: { run_url: null, date: null }, label: null, run: 'import' },
    { name: 'a label keeps a CI run', changes: {}, label: 'new', run: '100' },
    {
      name: 'a label tells imports of a day apart',
      changes: { run_url: null },
      label: 'new',
      run: '2026-03-04~new',
    },
    { name: 'a label alone', changes: { run_url: null, date: null }, label: 'new', run: 'new' },
  ])('run: $name', async ({ changes, label, run }) => {
    const { files } = await importJson([row(changes)], label);
    expect(files[0]!.sweeps[0]).toMatchObject({ run, label });
  });

  test('spellings of one model are one, in any case', async () => {
    const rows = ['toy1', 'Toy-One', 'toy'].map((model, i) => row({ model, conc: i + 1 }));
    const { files, report } = await importJson(rows);
    expect(report).toMatchObject({ accepted: 3, rejected: { total: 0 } });
    expect(files.map(({ model, sweeps }) => [model, sweeps.length])).toEqual([['toy', 1]]);
  });

  test('models are kept apart, and one of a pooled entry is not guessed', async () => {
    const { report } = await importJson([row({ model: 'toy3' }), row()]);
    expect(report.rejected.byReason).toEqual({ 'pooled-model': 1 });
    expect(report.proposals).toEqual([
      {
        file: 'models.json',
        dimension: 'model',
        word: 'toy3',
        line: '{"key":"toy3","label":"toy3","raw":["toy3"],"aliases":[]}',
        spellings: [],
        rows: 1,
        alias: null,
        near: null,
      },
    ]);
  });
});

test('a missing word comes with the line that would add it', async () => {
  const { report } = await importJson([
    row({ framework: 'engine-aa' }),
    row({ framework: 'engine-aa', conc: 2 }),
    row({ isl: 2048, osl: 512 }),
    row({ hardware: 'zx9' }),
  ]);
  expect(
    report.proposals.map(({ dimension, line, rows, alias }) => [dimension, line, rows, alias]),
  ).toEqual([
    [
      'framework',
      '{"key":"engine-aa","label":"engine-aa","family":"unknown"}',
      2,
      '"engine-aa": "engine-a"',
    ],
    [
      'hardware',
      '{"key":"zx9","label":"ZX9","vendor":"unknown","architecture":"unknown"}',
      1,
      null,
    ],
    ['workload', '{"key":"2k-512","label":"2k/512","isl":2048,"osl":512}', 1, null],
  ]);
  expect(reportText(report, false)).toContain('4 rows read\n  0 accepted, in 0 sweeps');
});

test('a written file is what its schema reads, a point a line', async () => {
  const { files } = await importJson([row(), row({ conc: 1, metrics: { tput_per_gpu: 90 } })]);
  const text = sweepFileText(files[0]!);
  expect(sweepFileSchema.parse(JSON.parse(text))).toEqual(files[0]);
  expect(text.split('\n').filter((line) => line.includes('"throughput"'))).toHaveLength(2);
  expect(text).not.toContain('null');
});
