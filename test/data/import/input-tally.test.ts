import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inputsOf } from '../../../data/import/folders.ts';
import { importRows } from '../../../data/import/import.ts';
import { reportText } from '../../../data/import/report.ts';
import { NAMES, pieces, row } from './rows.ts';
import { textInput } from './text-input.ts';

/** Seven of a model that is known, three of one that is not, two that end in the middle of a row. */
const TEXTS = Array.from({ length: 12 }, (_, i) =>
  i < 7
    ? JSON.stringify([row({ conc: i + 1 })])
    : i < 10
      ? JSON.stringify([row({ model: 'nobody' }), row({ conc: 100 + i })])
      : '[{"hardware":"h100","model":"toy1","tput_per_gpu":1,"metrics":{',
);

function importing(listsInputs: boolean) {
  const inputs = TEXTS.map((text, i) => textInput(`${i}.json`, pieces(text, 100), {}));
  return importRows(inputs, NAMES, { label: null, listsInputs });
}

test('inputs are counted one and all, also where only the first few are kept', async () => {
  const [few, all] = await Promise.all([importing(false), importing(true)]);
  expect([few.report.inputs.length, all.report.inputs.length]).toEqual([4, 12]);
  expect(all.report.inputs.slice(0, 4)).toEqual(few.report.inputs);
  const { inputCounts, read } = few.report;
  expect(inputCounts).toEqual(all.report.inputCounts);
  expect(inputCounts.files).toBe(12);
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  expect(sum(inputCounts.byFormat.map(({ files }) => files))).toBe(12);
  expect(sum(inputCounts.byFormat.map(({ rows }) => rows))).toBe(read);
  expect(inputCounts.problems).toEqual([
    { problem: 'unknown-model (nobody)', first: '7.json', files: 3 },
    { problem: expect.stringContaining('malformed'), first: '10.json', files: 2 },
  ]);
  const text = reportText(few.report, false);
  expect(text).toContain('  7.json and 2 more: unknown-model (nobody)\n');
  expect(text).toBe(reportText(all.report, false));
});

test('a thousand different problems are told apart, the others are counted', async () => {
  const inputs = Array.from({ length: 1003 }, (_, i) =>
    textInput(`${i}.json`, [JSON.stringify([row({ model: `nobody-${i}` })])], {}),
  );
  const { report } = await importRows(inputs, NAMES, { label: null, listsInputs: false });
  expect(report.inputCounts.problems).toHaveLength(1001);
  expect(report.inputCounts.problems.at(-1)).toEqual({
    problem: 'other problems',
    first: '1000.json',
    files: 3,
  });
  expect(report.rejected.total).toBe(1003);
});

test('files of a folder share what is known of them, and hold no more than their names', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'matchpoint-inputs-'));
  try {
    for (const place of ['h100_tp8', 'h100_tp4']) {
      await mkdir(join(folder, place));
      for (const name of ['a.json', 'b.json']) await writeFile(join(folder, place, name), '{}');
    }
    const fromPath = (path: string) => ({ gpus: path.includes('tp8') ? 8 : 4 });
    const inputs = await inputsOf([folder], { given: { hardware: 'h100' }, fromPath });
    expect(inputs.map(({ given }) => given.gpus)).toEqual([4, 4, 8, 8]);
    expect(inputs[0]!.given).toBe(inputs[1]!.given);
    expect(inputs[2]!.given).toBe(inputs[3]!.given);
    for (const input of inputs) expect(Object.keys(input)).toEqual(['name', 'root', 'given']);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('endings of files passed over are listed by how many there are, and not without end', async () => {
  const names = ['a.log', 'b.log', ...Array.from({ length: 30 }, (_, i) => `x.e${i}`)];
  const inputs = names.map((name) => ({ ...textInput(name, ['nothing'], {}), isFound: true }));
  const { report } = await importRows(inputs, NAMES, { label: null });
  expect(reportText(report, false)).toMatch(
    /^passed over as no results: 32 files \(2 \.log, 1 \.e0, .*, and 19 more endings\)$/m,
  );
  expect(reportText(report, true)).toContain('1 .e9)');
});
