import { CSV_COLUMN } from './csv-columns.ts';
import { csvRecords } from './csv-records.ts';
import { hasDecimalComma, plainNumber } from './csv-number.ts';
import type { Format, FormatInput, GivenFacts, Row } from './format.ts';
import { NUMBER } from './inferencex-cells.ts';
import { inferencexRow } from './inferencex-row.ts';

/** What the columns of a header are called here, by what they are called there. */
export type ColumnNames = Readonly<Record<string, string>>;

const DELIMITERS = [',', ';', '\t'];
/** What cells have where a number is not known; a number that is none is not known either. */
const UNKNOWN = /^(?:n\/?a|nan|null|none|nil|unknown|-+|–|—|\?|[+-]?inf(?:inity)?)$/i;
/** Far more than any benchmark writes. */
const MAX_COLUMNS = 1000;

/**
 * CSV with a header, its cells apart by commas, semicolons or tabs. The columns have the names of
 * InferenceX row keys, those of its `metrics` too (`hardware,model,precision,…,conc,tput_per_gpu,
 * median_intvty`), or are told with `--map`; an empty cell is an absent key, a column of another name
 * is left alone and named. Thousands separators are taken out of numbers; a row with a cell that is no
 * number where one belongs is refused by name.
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
  const cells: Cells = { delimiter, hasDecimalCommas: hasDecimalComma(sample, delimiter) };
  let header: string[] | null = null;
  let written = '';
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
      written = record.cells.join('\n');
      const repeated = header.find((name, i) => header!.indexOf(name) !== i);
      if (repeated !== undefined) {
        throw new Error(`the header has the column "${repeated}" twice; rename one of them`);
      }
      input.onUnused?.(header.filter((name) => !CSV_COLUMN.has(name)));
    } else if (record.cells.join('\n') === written) {
      yield malformed('the header once more'); // of files that were put one behind the other
    } else {
      yield csvRow(header, record.cells, cells, given);
    }
  }
}

/** How cells are written throughout a file. */
interface Cells {
  readonly delimiter: string;
  readonly hasDecimalCommas: boolean;
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
  { delimiter, hasDecimalCommas }: Cells,
  given: GivenFacts,
): Row {
  if (record.length !== header.length) {
    return malformed(`${record.length} cells under ${header.length} columns`);
  }
  const cells: Record<string, string> = {};
  for (const [i, name] of header.entries()) {
    const cell = record[i]!.trim();
    if (cell === '') continue;
    if (CSV_COLUMN.get(name)?.kind !== 'number') {
      cells[name] = cell;
      continue;
    }
    if (UNKNOWN.test(cell)) continue;
    const value = plainNumber(cell, delimiter, hasDecimalCommas);
    if (value === null) return malformed(`${name} is "${cell}": write it without separators`);
    if (!NUMBER.test(value)) return malformed(`${name} is "${cell}": not a number`);
    cells[name] = value;
  }
  return inferencexRow(cells, given);
}

function malformed(detail: string): Row {
  return { problem: { reason: 'malformed', detail } };
}
