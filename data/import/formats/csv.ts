import { CSV_COLUMN } from './csv-columns.ts';
import { csvRecords } from './csv-records.ts';
import { decimalSign, hasTwoReadings, plainNumber, twoReadings } from './csv-number.ts';
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
 * number where one belongs is refused by name. What 1.234 or 1,234 is, the other numbers of the whole
 * file tell: rows with such a cell wait for its end, and are refused where these tell nothing or differ.
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
  const table = new Table(delimiter, given);
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
      const row = table.add(header, record.cells);
      if (row !== null) yield row;
    }
  }
  if (header !== null) yield* table.waiting(header);
}

/** The rows of a file, as far as they can be read before its end. */
class Table {
  readonly #delimiter: string;
  readonly #given: GivenFacts;
  /** of the decimals of all numbers so far */
  readonly #signs = new Set<',' | '.'>();
  readonly #waiting: (readonly string[])[] = [];

  constructor(delimiter: string, given: GivenFacts) {
    this.#delimiter = delimiter;
    this.#given = given;
  }

  /** The row of a record; `null` for one that has to wait until all numbers of the file are known. */
  add(header: readonly string[], record: readonly string[]): Row | null {
    let isWaiting = false;
    for (const [i, name] of header.entries()) {
      if (CSV_COLUMN.get(name)?.kind !== 'number') continue;
      const cell = (record[i] ?? '').trim();
      const sign = decimalSign(cell);
      if (sign !== null) this.#signs.add(sign);
      isWaiting ||= hasTwoReadings(cell);
    }
    if (!isWaiting) return this.#row(header, record);
    this.#waiting.push(record);
    return null;
  }

  /** The rows that waited, at the end of the file. */
  *waiting(header: readonly string[]): Iterable<Row> {
    for (const record of this.#waiting) yield this.#row(header, record);
  }

  #row(header: readonly string[], record: readonly string[]): Row {
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
      const value = plainNumber(cell, this.#delimiter, this.#signs);
      if (value === null) {
        return malformed(`${name} is "${cell}": ${twoReadings(cell, this.#signs)}`);
      }
      if (!NUMBER.test(value)) return malformed(`${name} is "${cell}": not a number`);
      cells[name] = value;
    }
    return inferencexRow(cells, this.#given);
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

/** As it was told, or in small letters where those are a column. */
function ownName(name: string, columns: ColumnNames): string {
  const trimmed = name.trim();
  if (Object.hasOwn(columns, trimmed)) return columns[trimmed]!;
  const small = trimmed.toLowerCase();
  return CSV_COLUMN.has(small) ? small : trimmed;
}

function malformed(detail: string): Row {
  return { problem: { reason: 'malformed', detail } };
}
