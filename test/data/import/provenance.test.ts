import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inputsOf } from '../../../data/import/folders.ts';
import { importRows } from '../../../data/import/import.ts';
import { textInput } from './text-input.ts';
import { comparisonReader } from '../../../data/release/comparison.ts';
import { buildRelease } from '../../../data/release/release.ts';
import { sweepKey } from '../../../src/core/sweep.ts';
import { sweepSchema } from '../../../src/schema/release.ts';
import { VALID, measuredSweep } from '../load/valid-data-set.ts';
import { NAMES } from './rows.ts';
import { TOOL_RESULTS } from './tool-results.ts';

const { text: RESULT } = TOOL_RESULTS.find(({ name }) => name === 'vLLM 0.9')!;
const FACTS = { hardware: 'h100', gpus: 8, precision: 'fp8' };

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'matchpoint-provenance-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Imports files of the folder, by their paths. */
async function imported(files: Readonly<Record<string, string | Uint8Array>>, hasPaths = false) {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const inputs = await inputsOf([folder], { given: FACTS, fromPath: () => null });
  return importRows(inputs, NAMES, { label: null, hasPaths });
}

const at = (concurrency: number) =>
  RESULT.replace('"max_concurrency": 16', `"max_concurrency": ${concurrency}`);
const hash = (bytes: string | Uint8Array) =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 12);

test('every point names its file, what wrote it and its hash, and no folder', async () => {
  const packed = gzipSync(at(8));
  const { files, report } = await imported({ 'tp8/a.json': at(4), 'tp8/b.json.gz': packed });
  const { points, sources } = files[0]!.sweeps[0]!;
  const read = points.map(({ concurrency, source }) => ({ concurrency, ...sources[source] }));
  expect(read).toMatchObject([
    { concurrency: 4, file: 'a.json', tool: 'vllm', sha256: hash(at(4)) },
    { concurrency: 8, file: 'b.json.gz', tool: 'vllm', sha256: hash(packed) },
  ]);
  expect(JSON.stringify(files)).not.toContain('tp8/');
  expect(JSON.stringify(files)).not.toContain(folder);
  expect(report.inputs.map(({ sha256 }) => sha256)).toEqual([hash(at(4)), hash(packed)]);
});

test('paths within the folder are named where they are asked for, and no more', async () => {
  const { files } = await imported({ 'tp8/a.json': at(4) }, true);
  expect(files[0]!.sweeps[0]!.sources[0]!.file).toBe(join('tp8', 'a.json'));
});

test('a row that two files have names the same one in any order', async () => {
  const once = await imported({ 'a.json': RESULT, 'b.json': `${RESULT} ` });
  expect(once.files[0]!.sweeps[0]!.sources).toMatchObject([
    { file: 'a.json', sha256: hash(RESULT) },
  ]);
  const inputs = await inputsOf([folder], { given: FACTS, fromPath: () => null });
  const other = await importRows(inputs.toReversed(), NAMES, { label: null });
  expect(other.files).toEqual(once.files);
});

test('what is no file names none', async () => {
  const { files } = await importRows([textInput('-', [RESULT], FACTS)], NAMES, { label: null });
  expect(files[0]!.sweeps[0]!.sources[0]).toMatchObject({ file: null, tool: 'vllm', sha256: null });
});

test('a release keeps it with all points, and comparisons do not grow by it', () => {
  const [one, other] = ['before', 'after'].map((label) => {
    const sweep = measuredSweep(label, label);
    const [source] = sweep.sources;
    const [point] = sweep.points;
    return {
      ...sweep,
      sources: ['a.json', 'b.json'].map((file) => ({ ...source!, file, sha256: hash(file) })),
      points: [point!, { ...point!, interactivity: 40, throughput: 500, source: 1 }],
    };
  });
  const release = buildRelease({ ...VALID, presets: [], knownIssues: [], sweeps: [one!, other!] });
  const { manifest, sweeps, blobs } = release;
  const stored = [...blobs.values()]
    .filter((text) => text.startsWith('{"key"'))
    .map((text) => sweepSchema.parse(JSON.parse(text)));
  expect(sweepKey(stored[0]!.key)).toEqual(one!.key);
  expect(stored[0]!.sources.map(({ file }) => file)).toEqual(['a.json', 'b.json']);
  const blob = (name: string) => blobs.get(name)!;
  const publishedAt = '2026-11-23T09:00:00Z';
  const comparisonOf = comparisonReader({ manifest, sweeps, publishedAt, blob });
  const comparison = comparisonOf('ant/x1-fp8-1k1k/~before-vs-~after')!;
  expect(comparison.sides.map(({ sources, knots }) => [sources.length, knots.length])).toEqual([
    [1, 2],
    [1, 2],
  ]);
  expect(JSON.stringify(comparison)).not.toMatch(/a\.json|sha256|"tool"/);
});
