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
import { memorySite } from '../../../data/serve/memory-site.ts';
import { sweepKey } from '../../../src/core/sweep.ts';
import { sweepSchema } from '../../../src/schema/release.ts';
import Papa from 'papaparse';
import { sourcesSection } from '../../../src/view/page/sources-section.ts';
import { toHtml } from '../../../src/view/markup/html.ts';
import { comparisonCsv } from '../../../src/view/text/csv.ts';
import { comparisonMarkdown } from '../../../src/view/text/markdown.ts';
import { en } from '../../../src/view/words/en/index.ts';
import { linksOf } from '../../view/fixtures/links.ts';
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

/** A release of two runs of one configuration, each with a point of either of two files. */
function releaseOfFiles() {
  const [one, other] = ['before', 'after'].map((label) => {
    const sweep = measuredSweep(label, label);
    const [source] = sweep.sources;
    const [point] = sweep.points;
    return {
      ...sweep,
      sources: ['a.json', 'b.json'].map((file, i) => ({
        ...source!,
        file,
        tool: i === 0 ? 'aiperf 0.5.0' : null,
        sha256: hash(file),
      })),
      points: [point!, { ...point!, interactivity: 40, throughput: 500, source: 1 }],
    };
  });
  return {
    one: one!,
    release: buildRelease({ ...VALID, presets: [], knownIssues: [], sweeps: [one!, other!] }),
  };
}

const PUBLISHED_AT = '2026-11-23T09:00:00Z';
const FILES = [`a.json (aiperf 0.5.0, ${hash('a.json')})`, `b.json (${hash('b.json')})`];

test('a comparison says it of each point: in JSON, CSV, Markdown and among the sources of its page', () => {
  const { one, release } = releaseOfFiles();
  const stored = [...release.blobs.values()]
    .filter((text) => text.startsWith('{"key"'))
    .map((text) => sweepSchema.parse(JSON.parse(text)));
  expect(sweepKey(stored[0]!.key)).toEqual(one.key);
  expect(stored[0]!.sources.map(({ file }) => file)).toEqual(['a.json', 'b.json']);
  const comparisonOf = comparisonReader(release, PUBLISHED_AT);
  const comparison = comparisonOf('ant/x1-fp8-1k1k/~before-vs-~after')!;
  const texts = FILES;
  for (const { sources, knots } of comparison.sides) {
    expect(knots.map(({ source }) => sources[source]!.file)).toEqual(texts);
  }
  const links = linksOf(comparison);
  const [row] = Papa.parse<Record<string, string>>(
    comparisonCsv(comparison, links.pinned, en.figure),
    {
      header: true,
    },
  ).data;
  expect(row!['file']).toMatch(/\.json \(.*[0-9a-f]{12}\)/);
  expect(comparisonMarkdown(comparison, links, en)).toContain(
    `Read from ${texts.join(', ')}.`.replaceAll('_', String.raw`\_`),
  );
  const page = toHtml(sourcesSection(comparison, '#', en));
  expect(page).toContain(`<dt>Result files</dt><dd>${texts.join(', ')}</dd>`);
});

test('a ranking and a history say it too: in CSV, Markdown and on their pages', async () => {
  const site = await memorySite(releaseOfFiles().release, { publishedAt: PUBLISHED_AT });
  const read = async (path: string) => {
    const response = await site.fetch(path);
    expect(response.status, path).toBe(200);
    return response.text();
  };
  const fileCells = (csv: string) =>
    Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data.map(
      ({ file }) => file,
    );
  expect(fileCells(await read('/rank/ant/1k1k.csv?at=30'))).toEqual([FILES.join(' ')]);
  expect(fileCells(await read('/rank/ant/1k1k.csv?at=20'))).toEqual([FILES[0]]);
  const sentence = `Read from ${FILES.join(', ')}.`;
  expect(await read('/rank/ant/1k1k.md?at=30')).toContain(sentence.replaceAll('_', String.raw`\_`));
  expect(await read('/rank/ant/1k1k?at=30')).toContain(`<p class="text small">${sentence}</p>`);
  const { rows } = JSON.parse(await read('/rank/ant/1k1k.json?at=30')) as {
    rows: { key: string; sources: { file: string }[] }[];
  };
  expect(rows[0]!.sources.map(({ file }) => file)).toEqual(FILES);
  const history = await read(`/history/ant/1k1k/${rows[0]!.key}.csv?at=30`);
  expect(fileCells(history)).toEqual([FILES.join(' '), FILES.join(' ')]);
});

test.each([
  ['AIPerf 1.2, one run', { aiperf_version: '0.5.0' }, 'aiperf 0.5.0'],
  ['GuideLLM 0.5', {}, 'guidellm 0.5.0'],
  ['genai-bench', { benchmark_version: '0.0.3', server_version: '0.11' }, 'genai-bench 0.0.3'],
  ['trtllm-bench', {}, 'trtllm-bench 1.2.0'],
  ['vLLM 0.9', {}, 'vllm'],
])('%s: the version of the client is that of the tool, and no image', async (name, more, tool) => {
  const result = JSON.parse(TOOL_RESULTS.find((one) => one.name === name)!.text) as object;
  const text = JSON.stringify({ ...result, ...more });
  const { files } = await importRows([textInput('a.json', [text], FACTS)], NAMES, { label: null });
  const [source] = files[0]!.sweeps[0]!.sources;
  expect(source!.tool).toBe(tool);
  if (name !== 'trtllm-bench') expect(source!.image).toBe(name === 'genai-bench' ? '0.11' : null);
});

test('of an llm-d report it is the client that it wraps', async () => {
  const { text } = TOOL_RESULTS.find(({ name }) => name === 'llm-d 0.2 as YAML')!;
  const client = text.replace(
    '      concurrency: 16',
    '      tool: inference-perf\n      tool_version: 0.2.0\n      concurrency: 16',
  );
  const { files } = await importRows([textInput('a', [client], FACTS)], NAMES, { label: null });
  expect(files[0]!.sweeps[0]!.sources[0]!.tool).toBe('llm-d inference-perf 0.2.0');
});

test('a version that no view could show keeps its row out', async () => {
  const { text } = TOOL_RESULTS.find(({ name }) => name === 'GuideLLM 0.5')!;
  const hostile = text.replace('0.5.0', String.raw`\u001b[31m`);
  const { report } = await importRows([textInput('a', [hostile], FACTS)], NAMES, { label: null });
  expect(report.rejected.byReason).toEqual({ 'unreadable-text': 1 });
});
