import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inputsOf } from '../../../data/import/folders.ts';
import type { Surroundings } from '../../../data/import/folders.ts';
import type { GivenFacts } from '../../../data/import/formats/format.ts';
import { factsFromPath, givenFacts } from '../../../data/import/given-facts.ts';
import { importRows } from '../../../data/import/import.ts';
import { reportText } from '../../../data/import/report.ts';
import { NAMES } from './rows.ts';
import { TOOL_RESULTS } from './tool-results.ts';

const { text: RESULT } = TOOL_RESULTS.find(({ name }) => name === 'vLLM 0.9')!;
const FACTS: GivenFacts = { hardware: 'h100', gpus: 8, precision: 'fp8' };

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'matchpoint-folder-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

async function importFolder({ given = FACTS, fromPath = () => null }: Partial<Surroundings> = {}) {
  const inputs = await inputsOf([folder], { given, fromPath });
  return importRows(inputs, NAMES, { label: null });
}

/** The result at another concurrency, so that it is no duplicate. */
function result(concurrency: number): string {
  return RESULT.replace('"max_concurrency": 16', `"max_concurrency": ${concurrency}`);
}

test('a folder of results, logs and pictures: results are read, the rest is counted', async () => {
  await write({
    'on/1.json': result(32),
    'on/deep/2.json.gz': gzipSync(result(64)),
    'off/4.json': Buffer.from(`\uFEFF${result(16)}`, 'utf16le'),
    'off/server.log': 'INFO: started\n',
    'gpu.csv': 'timestamp,power\n0,700\n',
    'plot.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
    README: 'notes',
    '.git/config.json': result(8),
  });
  const { files, report } = await importFolder();
  expect(report.passedOver).toEqual({ '.csv': 1, '.log': 1, '.png': 1, 'no extension': 1 });
  expect(report.inputs.map(({ name }) => name)).toEqual([
    'off/4.json',
    'on/1.json',
    'on/deep/2.json.gz',
  ]);
  expect(files[0]!.sweeps[0]!.points.map(({ concurrency }) => concurrency)).toEqual([16, 32, 64]);
  expect(reportText(report, false)).toContain(
    'passed over as no results: 4 files (1 .csv, 1 .log, 1 .png, 1 no extension)',
  );
});

test('a file that is cut short is named, whatever its packing, and the others go on', async () => {
  await write({
    'cut.json': RESULT.slice(0, -60),
    'cut.json.gz': gzipSync(result(64) + ' '.repeat(1000)).subarray(0, -9),
    'empty.json': '',
    'whole.json': RESULT,
  });
  const { report } = await importFolder();
  expect(report.accepted).toBeGreaterThanOrEqual(1);
  const problems = report.inputs.map(({ name, problem }) => [name, problem] as const);
  expect(Object.fromEntries(problems)).toEqual({
    'cut.json': expect.stringContaining('malformed (not JSON'),
    'cut.json.gz': expect.stringContaining('unexpected end of file'),
    'whole.json': null,
  });
  expect(report.passedOver).toEqual({ '.json': 1 });
});

describe('what the files do not state', () => {
  test('comes from the file beside them or from one in a folder above, the nearer one first', async () => {
    await write({
      'matchpoint.import.json': '{"hardware": "mi300x", "gpus": 4, "precision": "fp8"}',
      'a/matchpoint.import.json': '{"hardware": "h100"}',
      'a/b/1.json': RESULT,
      'c/1.json': RESULT,
    });
    const { files, report } = await importFolder({ given: {} });
    expect(report.rejectedRows).toEqual([]);
    const found = files[0]!.sweeps.map(({ hardware, points }) => [hardware, points[0]!.throughput]);
    expect(found).toEqual([
      ['h100', 2000],
      ['mi300x', 2000],
    ]);
  });

  test('comes from the command line before it, and from the path before both', async () => {
    await write({
      'matchpoint.import.json': '{"hardware": "h100", "gpus": 4, "precision": "fp4"}',
      'mi300x_tp8_conc16.json': RESULT,
    });
    const { files } = await importFolder({
      given: { precision: 'fp8', gpus: 2 },
      fromPath: factsFromPath('{hardware}_tp{gpus}_conc*'),
    });
    expect(files[0]!.sweeps[0]).toMatchObject({
      hardware: 'mi300x',
      precision: 'fp8',
      points: [{ gpus: 8 }],
    });
  });

  test('never overrides what a file states', async () => {
    await write({ 'toy-other/1.json': RESULT });
    const { files } = await importFolder({ given: { ...FACTS, model: 'toy-pair' } });
    expect(files.map(({ model }) => model)).toEqual(['toy']);
  });

  test.each([
    ['{"hardwear": "h100"}', 'no fact is called "hardwear"; mean "hardware"?'],
    ['{"gpus": "many"}', 'gpus is "many"; write the number of GPUs, such as 8'],
    ['{"deployment": "split"}', 'deployment is "split"; write one of single-node'],
    ['[1]', 'not an object of facts'],
    ['{', 'not JSON'],
    ['{"precision": null}', 'precision is null; write a text or a number, or leave it out'],
    ['{"engine": ["vllm"]}', 'engine is ["vllm"]; write a text or a number, or leave it out'],
    ['{"engine": " "}', 'engine is empty'],
  ])('%s is refused', async (text, says) => {
    await write({ 'matchpoint.import.json': text, '1.json': RESULT });
    await expect(importFolder()).rejects.toThrow(says);
  });
});

describe('a file that was meant to state facts', () => {
  test.each([
    'matchpoint_import.json',
    'matchpoint.import.json.txt',
    'Matchpoint.Import.JSON',
    'matchpoint.imports.json',
    'matchpoint-import',
  ])('and is called %s is named, and no result', async (name) => {
    await write({ [`runs/${name}`]: '{"hardware": "h100"}', 'runs/1.json': RESULT });
    const { report } = await importFolder();
    expect(report.accepted).toBe(1);
    expect(reportText(report, false)).toContain(
      `runs/${name}: unreadable, 0 rows: facts are read from matchpoint.import.json alone: call it that`,
    );
  });

  test('is none where its name only resembles it', async () => {
    await write({ 'matchpoint.json': '{}', 'import.json': '{}', '1.json': RESULT });
    expect((await importFolder()).report.passedOver).toEqual({ '.json': 2 });
  });

  test('is read of the folder of a file that was named itself', async () => {
    await write({
      'matchpoint.import.json': '{"hardware": "mi300x", "gpus": 2}',
      '1.json': RESULT,
    });
    const inputs = await inputsOf([join(folder, '1.json')], {
      given: { precision: 'fp8', gpus: 4 },
      fromPath: () => null,
    });
    const { files } = await importRows(inputs, NAMES, { label: null });
    expect(files[0]!.sweeps[0]).toMatchObject({ hardware: 'mi300x', points: [{ gpus: 4 }] });
  });
});

describe('files that a pattern does not fit', () => {
  const said = async (pattern: string, ...paths: readonly string[]) => {
    await write(Object.fromEntries(paths.map((path, i) => [path, result(16 + i)])));
    await write({ 'x/server.log': 'started' });
    const fromPath = factsFromPath(pattern);
    const inputs = await inputsOf([folder], { given: FACTS, fromPath });
    const { report } = await importRows(inputs, NAMES, {
      label: null,
      pattern: { text: pattern, fits: (path) => fromPath(path) !== null },
    });
    expect(report.accepted).toBe(paths.length);
    return reportText(report, false);
  };

  test('are named, as far as they have results', async () => {
    expect(await said('{engine}_c*', 'engine-a_c1.json', 'c2.json', 'x/c3.json')).toContain(
      "warning: --from-path '{engine}_c*' fits all but 2 of 3 files with results, and says nothing of these\n  c2.json\n  x/c3.json\n",
    );
  });

  test('may be all, or none', async () => {
    expect(await said('{engine}-c*', 'c2.json')).toContain('fits none of 1 file with results');
    await rm(join(folder, 'c2.json'));
    expect(await said('{engine}_c*', 'engine-a_c1.json')).not.toContain('--from-path');
  });
});

describe('facts from a path', () => {
  test.each([
    ['{hardware}_tp{gpus}_conc*', 'runs/H100_tp8_conc16.json', { hardware: 'h100', gpus: 8 }],
    ['{engine}/{hardware}-*', 'x/vllm/h100-a/1.json', { framework: 'vllm', hardware: 'h100' }],
    ['{hardware}.json', 'h100xjson', null],
    ['tp{gpus}', 'attp8x/tp4/1.json', { gpus: 4 }],
  ])('%s of %s', (pattern, path, facts) => {
    expect(factsFromPath(pattern)(path)).toEqual(facts);
  });

  test('a pattern without facts, or with one that there is not, is refused', () => {
    expect(() => factsFromPath('a*b')).toThrow('no fact in it');
    expect(() => factsFromPath('{hardwear}_*')).toThrow('mean "hardware"?');
  });

  test('GPUs that are no number are refused, not taken for none', () => {
    expect(() => factsFromPath('tp{gpus}_*')('tpX_1')).toThrow('gpus is "x"');
  });
});

test('every fact that can be given is taken', () => {
  const facts = givenFacts({ engine: 'vllm', spec: 'mtp', gpus: '8' }, '--set');
  expect(facts).toEqual({ framework: 'vllm', specMethod: 'mtp', gpus: 8 });
  expect(() => givenFacts({ image: ' ' }, '--set')).toThrow('image is empty');
});
