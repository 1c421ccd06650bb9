import { execFileSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadData } from '../../../data/load/load.ts';
import { DataPlace } from '../data-place.ts';
import { POINT } from './valid-data-set.ts';

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
