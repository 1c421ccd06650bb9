import { describe, expect, test } from 'vitest';
import {
  CSV_COLUMNS,
  csvColumnsText,
  csvTemplate,
} from '../../../data/import/formats/csv-columns.ts';
import { plainNumber } from '../../../data/import/formats/csv-number.ts';
import { reportText } from '../../../data/import/report.ts';
import { importTexts } from './rows.ts';

const HEADER = [
  'model',
  'hardware',
  'precision',
  'isl',
  'osl',
  'conc',
  'tput_per_gpu',
  'median_intvty',
];
const CELLS = ['toy1', 'h100', 'fp8', '1024', '1024', '16', '250.5', '40.25'];

function table(delimiter: string, cells: readonly string[] = CELLS, header = HEADER): string {
  return `${header.join(delimiter)}\n${cells.join(delimiter)}\n`;
}

const POINT = { concurrency: 16, throughput: 250.5, interactivity: 40.25 };

test.each([',', ';', '\t'])('cells apart by %j', async (delimiter) => {
  const { files } = await importTexts([table(delimiter)]);
  expect(files[0]!.sweeps[0]!.points).toMatchObject([POINT]);
});

test('columns under other names are told', async () => {
  const theirs = ['Modell', 'GPU', 'Format', 'in', 'out', 'users', 'tok/s=GPU', 'speed'];
  const columns = Object.fromEntries(theirs.map((name, i) => [name, HEADER[i]!]));
  const { files, report } = await importTexts([table(';', CELLS, theirs)], { columns });
  expect(report.rejectedRows).toEqual([]);
  expect(files[0]!.sweeps[0]!.points).toMatchObject([POINT]);
});

test('a column that is there twice is refused: nobody knows which of them counts', async () => {
  const twice = table(',', [...CELLS, '300'], [...HEADER, 'tput_per_gpu']);
  await expect(importTexts([twice])).rejects.toThrow(
    'the header has the column "tput_per_gpu" twice; rename one of them',
  );
});

test('files put one behind the other have their header between them, which is no row', async () => {
  const { report, files } = await importTexts([table(',') + table(',', CELLS.with(5, '32'))]);
  expect(report.rejectedRows).toMatchObject([
    { reason: 'malformed', detail: 'the header once more' },
  ]);
  expect(report).toMatchObject({ read: 3, accepted: 2, proposals: [] });
  expect(files[0]!.sweeps[0]!.points.map(({ concurrency }) => concurrency)).toEqual([16, 32]);
});

test('columns that are not read are named', async () => {
  const text = table(',', [...CELLS, '1', 'x'], [...HEADER, 'users', 'note']);
  const { report } = await importTexts([text]);
  expect(report.unusedColumns).toEqual(['note', 'users']);
  expect(reportText(report, false)).toContain('columns not read: note, users\n  if one is known');
});

describe('numbers', () => {
  test.each([
    ['1,234.5', ',', '1234.5'],
    ['1,234', ',', '1234'],
    ['1 234', ',', '1234'],
    ['1\u202F234\u202F567,5', ';', '1234567.5'],
    ["1'234", ',', '1234'],
    ['1.234,5', ';', '1234.5'],
    ['12,5', ';', '12.5'],
    ['1,234,567', ';', '1234567'],
    ['1.234', ';', '1.234'],
    ['1.5e3', ',', '1.5e3'],
    ['12,34', ',', '12,34'],
    ['1 2', ',', '1 2'],
  ])('%j between %j is %j', (cell, delimiter, plain) => {
    expect(plainNumber(cell, delimiter, false)).toBe(plain);
  });

  test('one that can be read in two ways is refused', async () => {
    const cells = CELLS.with(6, '1,234');
    const { report } = await importTexts([table(';', cells)]);
    expect(report.rejectedRows).toMatchObject([
      { reason: 'malformed', detail: 'tput_per_gpu is "1,234": write it without separators' },
    ]);
  });

  test('a point with three digits is of thousands in a file with decimal commas only', async () => {
    const cells = CELLS.with(6, '1.234');
    const throughput = async (speed: string) => {
      const { files } = await importTexts([table(';', cells.with(7, speed))]);
      return files[0]!.sweeps[0]!.points[0]!.throughput;
    };
    expect(await throughput('40,25')).toBe(1234);
    expect(await throughput('40.25')).toBe(1.234);
    expect(await throughput('40')).toBe(1.234);
    // between commas, commas are no decimals
    const { files } = await importTexts([table(',', cells.with(7, '"40,250"'))]);
    expect(files).toEqual([]); // 40250 tok/s/user is nothing that can be measured
  });

  test.each(['95%', '250 tok/s', '0x10', '12,34', 'fast', '1e', '--5'])(
    'a cell that is none is named: %s',
    async (cell) => {
      const text = table(',', CELLS.with(5, `"${cell}"`));
      const { report } = await importTexts([text]);
      expect(report.rejectedRows).toMatchObject([
        { reason: 'malformed', detail: `conc is "${cell}": not a number` },
      ]);
    },
  );

  test.each(['', ' ', 'n/a', 'NA', 'NaN', 'null', '-', '—', 'Infinity', '-inf'])(
    'a cell that says there is none is unknown: %j',
    async (cell) => {
      const { files } = await importTexts([table(',', CELLS.with(5, cell))]);
      expect(files[0]!.sweeps[0]!.points).toMatchObject([{ ...POINT, concurrency: null }]);
    },
  );

  test('in a text they stay as they are', async () => {
    const text = table(';', [...CELLS, '1,234'], [...HEADER, 'image']);
    const { files } = await importTexts([text]);
    expect(files[0]!.sweeps[0]!.sources).toMatchObject([{ image: '1,234' }]);
  });
});

test('every column is listed with its unit and meaning, and read: none of them is left over', async () => {
  const listed = csvColumnsText();
  for (const { name, meaning } of CSV_COLUMNS) {
    expect(listed).toMatch(
      new RegExp(`^[* ] ${name} .*${meaning.slice(-20).replaceAll(/[()/]/g, '.')}`, 'm'),
    );
  }
  expect(new Set(CSV_COLUMNS.map(({ name }) => name)).size).toBe(CSV_COLUMNS.length);
  const values: Readonly<Record<string, string>> = Object.fromEntries(
    HEADER.map((name, i) => [name, CELLS[i]!]),
  );
  const header = csvTemplate().trim().split(',');
  const text = `${csvTemplate()}${header.map((name) => values[name] ?? '').join(',')}\n`;
  const { files, report } = await importTexts([text]);
  expect(report).toMatchObject({ accepted: 1, unusedColumns: [] });
  expect(files[0]!.sweeps[0]!.points).toMatchObject([POINT]);
});
