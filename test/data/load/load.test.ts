import { execFileSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadData } from '../../../data/load/load.ts';
import { DataPlace } from '../data-place.ts';
import { DataError, problemLine } from '../../../data/load/data-set.ts';
import { sweepKeyProblems } from '../../../data/load/rules/sweep-keys.ts';
import { POINT, VALID, measuredSweep, publishedSweep } from './valid-data-set.ts';

let place: DataPlace;
beforeEach(async () => {
  place = await DataPlace.create();
});
afterEach(async () => place.remove());

describe('the data that ship', () => {
  test('keep every rule', async () => {
    await expect(loadData([])).resolves.toMatchObject({ models: expect.any(Array) });
  });

  test('are found from any working directory', async () => {
    const url = new URL('../../../data/load/load.ts', import.meta.url).href;
    const script = `const { loadData } = await import(${JSON.stringify(url)});
      process.stdout.write((await loadData([])).models.map(({ key }) => key).join());`;
    const args = ['--input-type=module', '--eval', script];
    const keys = (await loadData([])).models.map(({ key }) => key).join();
    expect(execFileSync(process.execPath, args, { cwd: tmpdir(), encoding: 'utf8' })).toBe(keys);
  });
});

test('what the pages printed beside a figure is for the check alone', async () => {
  const { sweeps } = await loadData([], { root: place.root });
  expect(sweeps.flatMap(({ points }) => points)).toEqual([POINT, POINT]);
});

describe('a problem names file, path, value, rule and remedy', () => {
  const cases = [
    {
      file: 'sweeps/ant.json',
      from: '"throughput":1000,',
      to: '"throughput":0,',
      says: 'sweeps/ant.json: sweeps[0].points[0].throughput: 0: Too small: expected number to be >0: data/README.md describes the format',
    },
    {
      file: 'sweeps/ant.json',
      from: '"basis":"published"',
      to: '"basis":"guessed"',
      says: 'sweeps/ant.json: sweeps[0].basis: "guessed": Invalid option: expected one of "measured"|"published": data/README.md describes the format',
    },
    {
      file: 'models.json',
      from: '"raw":["ant1","ant-1"],',
      to: '',
      says: 'models.json: [0].raw: absent: Invalid input: expected array, received undefined: data/README.md describes the format',
    },
    {
      file: 'rates/2025-08.json',
      from: '"powerKw":1.5',
      to: '"powerKW":1.5',
      says: 'rates/2025-08.json: hardware.x1.powerKw: absent: Invalid input: expected number, received undefined: data/README.md describes the format',
    },
    {
      file: 'rates/2025-08.json',
      from: '"asOf":"2025-08"',
      to: '"asOf":"August"',
      says: 'rates/2025-08.json: asOf: "August": a month is YYYY-MM: data/README.md describes the format',
    },
    {
      file: 'presets.json',
      from: '"/compare/ant-x1-vs-x2"',
      to: '"compare/ant-x1-vs-x2"',
      says: 'presets.json: [0].old[0]: "compare/ant-x1-vs-x2": Invalid string: must start with "/": data/README.md describes the format',
    },
    {
      file: 'known-issues.json',
      from: '"exclude"',
      to: '"hide"',
      says: 'known-issues.json: [0].effect: "hide": Invalid option: expected one of "exclude"|"warn": data/README.md describes the format',
    },
    {
      file: 'vocabulary.json',
      from: '"none":"off"',
      to: '"none":"of"',
      says: 'vocabulary.json: aliases.specMethod.none: "of": an alias leads to a key of specMethod: add of to specMethod, or correct it',
    },
  ];
  test.each(cases)('$file: $to', async ({ file, from, to, says }) => {
    await place.change(file, from, to);
    expect(await place.complaints()).toContain(says);
  });

  test('one cause is listed once, with how often and in how many files it stands', () => {
    const at = { value: '"x9"', rule: 'a key of hardware', remedy: 'add it' };
    const problems = [
      { ...at, file: 'a.json', path: 'sweeps[0].hardware' },
      { ...at, file: 'b.json', path: 'sweeps[7].hardware' },
      { ...at, file: 'b.json', path: 'sweeps[8].hardware' },
      { ...at, file: 'b.json', path: 'sweeps[8].hardware', value: '"x8"' },
      { ...at, file: 'c.json', path: 'sweeps[0].precision' },
      { ...at, file: 'c.json', path: 'sweeps[1].precision' },
    ];
    expect(new DataError(problems).message.split('\n')).toEqual([
      'a.json: sweeps[0].hardware: "x9": a key of hardware: add it (3 times, in 2 files)',
      'b.json: sweeps[8].hardware: "x8": a key of hardware: add it',
      'c.json: sweeps[0].precision: "x9": a key of hardware: add it (2 times, in this file)',
    ]);
  });

  test('a model that is not known is a problem of each file, whatever sweeps it has', () => {
    const cow = { ...measuredSweep('7', null), key: { ...publishedSweep('x1').key, model: 'cow' } };
    const data = { ...VALID, sweeps: [cow, { ...cow, run: '8' }, { ...cow, run: '9' }] };
    const found = sweepKeyProblems(data).filter(({ path }) => path === 'model');
    expect(found.map(problemLine)).toEqual([
      'sweeps/cow.json: model: "cow": the model stands in models.json: add it to models.json, or correct it',
    ]);
  });

  test('all problems are listed, not only the first', async () => {
    await place.change('models.json', '"raw":["ant1","ant-1"],', '');
    await place.change('rates/2025-08.json', '"asOf":"2025-08"', '"asOf":"August"');
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
