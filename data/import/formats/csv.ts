import { CSV_COLUMN } from './csv-columns.ts';
import { csvRecords } from './csv-records.ts';
import { plainNumber } from './csv-number.ts';
import type { Format, FormatInput, GivenFacts, Row } from './format.ts';
import { inferencexRow } from './inferencex-row.ts';

/** What the columns of a header are called here, by what they are called there. */
export type ColumnNames = Readonly<Record<string, string>>;

const DELIMITERS = [',', ';', '\t'];
/** Far more than any benchmark writes. */
const MAX_COLUMNS = 1000;

/**
 * CSV with a header, its cells apart by commas, semicolons or tabs. The columns have the names of
 * InferenceX row keys, those of its `metrics` too (`hardware,model,precision,…,conc,tput_per_gpu,
 * median_intvty`), or are told with `--map`; an empty cell is an absent key, a column of another name
 * is left alone and named. Thousands separators are taken out of numbers.
 */
export const csv: Format = {
  name: 'csv',
  looksLike: 'CSV whose header has the columns "hardware" and "model", or others told with --map',
  detect(sample, columns = {}) {
    const { names } = headerOf(sample, columns);
    return ['tput_per_gpu', 'hardware', 'model'].filter((name) => names.includes(name)).length >= 2;
  },
  read: readRows,
};

async function* readRows(input: FormatInput): AsyncIterable<Row> {
  const { text, given, columns = {}, sample } = input;
  const { delimiter } = headerOf(sample, columns);
  let header: string[] | null = null;
  for await (const record of csvRecords(text, delimiter)) {
    if ('problem' in record) {
      yield malformed(record.problem);
    } else if (header === null) {
      const count = record.cells.length;
      if (count > MAX_COLUMNS) {
        throw new Error(
          `the header has ${count} columns, at most ${MAX_COLUMNS} are read; leave out those of no use`,
        );
      }
      header = record.cells.map((name) => ownName(name, columns));
      const repeated = header.find((name, i) => header!.indexOf(name) !== i);
      if (repeated !== undefined) {
        throw new Error(`the header has the column "${repeated}" twice; rename one of them`);
      }
      input.onUnused?.(header.filter((name) => !CSV_COLUMN.has(name)));
    } else {
      yield csvRow(header, record.cells, delimiter, given);
    }
  }
}

/** The columns of a header, and what parts them: that which makes most of them known. */
function headerOf(
  sample: string,
  columns: ColumnNames,
): { readonly delimiter: string; readonly names: readonly string[] } {
  const header = sample.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '';
  const [best] = DELIMITERS.map((delimiter) => ({
    delimiter,
    names: header.split(delimiter).map((name) => ownName(name.replaceAll('"', ''), columns)),
  })).toSorted((a, b) => known(b.names) - known(a.names));
  return best!;
}

function known(names: readonly string[]): number {
  return names.filter((name) => CSV_COLUMN.has(name)).length;
}

function ownName(name: string, columns: ColumnNames): string {
  const trimmed = name.trim();
  return Object.hasOwn(columns, trimmed) ? columns[trimmed]! : trimmed;
}

function csvRow(
  header: readonly string[],
  record: readonly string[],
  delimiter: string,
  given: GivenFacts,
): Row {
  if (record.length !== header.length) {
    return malformed(`${record.length} cells under ${header.length} columns`);
  }
  const cells: Record<string, string> = {};
  for (const [i, name] of header.entries()) {
    const cell = record[i]!.trim();
    if (cell === '') continue;
    const isNumber = CSV_COLUMN.get(name)?.kind === 'number';
    const value = isNumber ? plainNumber(cell, delimiter) : cell;
    if (value === null) return malformed(`${name} is "${cell}": write it without separators`);
    cells[name] = value;
  }
  return inferencexRow(cells, given);
}

function malformed(detail: string): Row {
  return { problem: { reason: 'malformed', detail } };
}
