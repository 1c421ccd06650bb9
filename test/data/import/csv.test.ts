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

test('columns may be written in capitals', async () => {
  const header = HEADER.map((name, i) => (i % 2 === 0 ? name.toUpperCase() : name));
  const { files, report } = await importTexts([table(',', CELLS, header)]);
  expect(report.unusedColumns).toEqual([]);
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
    ['0,312', ',', '0,312'],
    ['1 234', ',', '1234'],
    ['1\u202F234\u202F567,5', ';', '1234567.5'],
    ["1'234", ',', '1234'],
    ['1.234,5', ';', '1234.5'],
    ['1.234.567', ';', '1234567'],
    ['12,5', ';', '12.5'],
    ['0,312', ';', '0.312'],
    ['1,234,567', ';', '1234567'],
    ['1.234', ',', '1.234'],
    ['1.234', ';', null],
    ['1,234', ';', null],
    ['0.234', ';', '0.234'],
    ['1234.567', ';', '1234.567'],
    ['1.5e3', ',', '1.5e3'],
    ['12,34', ',', '12,34'],
    ['1 2', ',', '1 2'],
    ['0 123', ',', '0 123'],
  ])('%j between %j is %j by itself', (cell, delimiter, plain) => {
    expect(plainNumber(cell, delimiter, new Set())).toBe(plain);
  });

  /** Throughputs of a table, by what their cells are, and why the others are refused. */
  const read = async (delimiter: string, ...throughputs: readonly string[]) => {
    const rows = throughputs.map((cell, i) => {
      const quoted = cell.includes(delimiter) ? `"${cell}"` : cell;
      return CELLS.with(5, String(i + 1))
        .with(6, quoted)
        .with(7, '40')
        .join(delimiter);
    });
    const text = `${HEADER.join(delimiter)}\n${rows.join('\n')}\n`;
    const { files, report } = await importTexts([text]);
    const points = files.flatMap(({ sweeps }) => sweeps.flatMap((sweep) => sweep.points));
    const taken = points.map(({ concurrency, throughput }) => [concurrency! - 1, throughput]);
    const refused = report.rejectedRows.map(({ detail }) => detail);
    return [Object.fromEntries(taken), refused] as const;
  };

  test.each([
    // what all numbers of the file tell, at its end too
    [';', ['1.234', '2.345', '40,25'], { 0: 1234, 1: 2345, 2: 40.25 }],
    [';', ['1.234', '40.25'], { 0: 1.234, 1: 40.25 }],
    [';', ['1,234', '40,25'], { 0: 1.234, 1: 40.25 }],
    ['\t', ['250,125', '0,5'], { 0: 250.125, 1: 0.5 }],
    [';', ['1.234', '12.345,6'], { 0: 1234, 1: 12_345.6 }],
    [';', ['1.234', '12.345.6', "1'234,5"], { 0: 1234, 2: 1234.5 }, 'not a number'],
    [',', ['1,234', '40.25'], { 0: 1234, 1: 40.25 }],
    [',', ['1.234', '2,345'], { 0: 1.234, 1: 2345 }],
    // which may be nothing, or this and that
    [';', ['1.234', '250'], { 1: 250 }, 'is "1.234": write 1234 or 1.2340'],
    [';', ['1,234', '250'], { 1: 250 }, 'is "1,234": write it without separators'],
    [';', ['1,234', '40.25'], { 1: 40.25 }, 'is "1,234": write it without separators'],
    [';', ['40,25', '1.234', '12.5'], { 0: 40.25, 2: 12.5 }, 'is "1.234": decimals have , and .'],
    [';', ['40,25', '1,234', '1,234.5'], { 0: 40.25, 2: 1234.5 }, 'decimals have , and .'],
    [';', ['1.234', '1,000,000', '2,5'], { 1: 1_000_000, 2: 2.5 }, 'decimals have , and .'],
    // between commas, commas are no decimals, but may have been meant so
    [',', ['1,234', '40,25', '50'], { 2: 50 }, 'is "1,234": write it without separators'],
    [',', ['1.234', '40,25', '50'], { 2: 50 }, 'is "1.234": write 1234 or 1.2340'],
    [',', ['0,312', '50'], { 1: 50 }, 'is "0,312": not a number'],
  ])('between %j: %j', async (delimiter, throughputs, taken, why?: string) => {
    const [points, refused] = await read(delimiter, ...throughputs);
    expect(points).toEqual(taken);
    expect(refused.join('\n')).toContain(why ?? '');
    expect(refused.length > 0).toBe(why !== undefined);
  });

  test('that can be read in two ways are told by those far behind them', async () => {
    const many = Array.from({ length: 5000 }, (_, i) => `${1 + (i % 900)}.234`);
    const [points, refused] = await read(';', ...many, '40,25');
    expect(refused).toEqual([]);
    expect(points).toMatchObject({ 0: 1234, 4999: 500_234, 5000: 40.25 });
  });

  test('in columns that are not read tell nothing', async () => {
    const text = table(';', [...CELLS.with(6, '1.234').with(7, '40'), '12,5'], [...HEADER, 'note']);
    const { report } = await importTexts([text]);
    expect(report.rejectedRows).toMatchObject([{ reason: 'malformed' }]);
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
