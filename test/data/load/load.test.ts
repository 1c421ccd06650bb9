import { execFileSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadData } from '../../../data/load/load.ts';
import { DataPlace } from '../data-place.ts';

let place: DataPlace;
beforeEach(async () => {
  place = await DataPlace.create();
});
afterEach(async () => place.remove());

describe('the data that ship', () => {
  test('are whole', async () => {
    const dataSet = await loadData([]);
    expect({
      models: dataSet.models.length,
      sweeps: dataSet.sweeps.length,
      points: dataSet.sweeps.flatMap(({ points }) => points).length,
      presets: dataSet.presets.length,
      rates: dataSet.rates.map(({ id }) => id),
      knownIssues: dataSet.knownIssues.map(({ run }) => run),
    }).toEqual({
      models: 9,
      sweeps: 137,
      points: 446,
      presets: 75,
      rates: ['2025-08', '2026-07'],
      knownIssues: ['21726915223', '21785935852'],
    });
  });

  test('are published only, and keep what the pages printed beside the figures to themselves', async () => {
    const { sweeps } = await loadData([]);
    expect(new Set(sweeps.map(({ basis }) => basis))).toEqual(new Set(['published']));
    expect(JSON.stringify(sweeps)).not.toContain('printed');
  });

  test('are found from any working directory', () => {
    const url = new URL('../../../data/load/load.ts', import.meta.url).href;
    const script = `const { loadData } = await import(${JSON.stringify(url)});
      process.stdout.write(String((await loadData([])).sweeps.length));`;
    const args = ['--input-type=module', '--eval', script];
    expect(execFileSync(process.execPath, args, { cwd: tmpdir(), encoding: 'utf8' })).toBe('137');
  });

  test('narrow the known-bad runs to the sweeps that are bad', async () => {
    const { knownIssues } = await loadData([]);
    const only = {
      hardware: 'gb300',
      precision: 'fp8',
      specMethod: 'mtp',
      framework: 'dynamo-trt',
    };
    expect(knownIssues).toMatchObject([
      { effect: 'exclude', only },
      { effect: 'exclude', only },
    ]);
  });
});

describe('a problem names file, path, value, rule and remedy', () => {
  const cases = [
    {
      file: 'sweeps/qwen-3-5.json',
      from: '"throughput": 361,',
      to: '"throughput": 0,',
      says: 'sweeps/qwen-3-5.json: sweeps[0].points[0].throughput: 0: Too small: expected number to be >0: data/README.md describes the format',
    },
    {
      file: 'sweeps/qwen-3-5.json',
      from: '"basis": "published"',
      to: '"basis": "guessed"',
      says: 'sweeps/qwen-3-5.json: sweeps[0].basis: "guessed": Invalid option: expected one of "measured"|"published": data/README.md describes the format',
    },
    {
      file: 'models.json',
      from: '"raw": ["dsv4"],',
      to: '',
      says: 'models.json: [0].raw: absent: Invalid input: expected array, received undefined: data/README.md describes the format',
    },
    {
      file: 'rates/2025-08.json',
      from: '"powerKw": 1.73',
      to: '"powerKW": 1.73',
      says: 'rates/2025-08.json: hardware.h100.powerKw: absent: Invalid input: expected number, received undefined: data/README.md describes the format',
    },
    {
      file: 'rates/2025-08.json',
      from: '"asOf": "2025-08"',
      to: '"asOf": "August"',
      says: 'rates/2025-08.json: asOf: "August": a month is YYYY-MM: data/README.md describes the format',
    },
    {
      file: 'presets.json',
      from: '"/compare-spec-decode/qwen-3-5-b300-fp4-mtp-vs-none"',
      to: '"compare-spec-decode"',
      says: 'presets.json: [0].old[0]: "compare-spec-decode": Invalid string: must start with "/": data/README.md describes the format',
    },
    {
      file: 'known-issues.json',
      from: '"exclude"',
      to: '"hide"',
      says: 'known-issues.json: [0].effect: "hide": Invalid option: expected one of "exclude"|"warn": data/README.md describes the format',
    },
    {
      file: 'vocabulary.json',
      from: '"none": "off"',
      to: '"none": "of"',
      says: 'vocabulary.json: aliases.specMethod.none: "of": an alias leads to a key of specMethod: add of to specMethod, or correct it',
    },
  ];
  test.each(cases)('$file: $to', async ({ file, from, to, says }) => {
    await place.change(file, from, to);
    expect(await place.complaints()).toContain(says);
  });

  test('all problems are listed, not only the first', async () => {
    await place.change('models.json', '"raw": ["dsv4"],', '');
    await place.change('rates/2025-08.json', '"asOf": "2025-08"', '"asOf": "August"');
    const files = (await place.complaints()).map((line) => line.split(':')[0]);
    expect(files).toEqual(['models.json', 'rates/2025-08.json']);
  });

  test('a file that is no JSON, and one that is missing', async () => {
    await writeFile(join(place.root, 'models.json'), '[{');
    await rm(join(place.root, 'presets.json'));
    expect(await place.complaints()).toEqual([
      expect.stringMatching(/^models\.json: \.: absent: a JSON file that can be read \(.+JSON/),
      expect.stringMatching(/^presets\.json: \.: absent: a JSON file that can be read \(ENOENT/),
    ]);
  });
});
