import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { Format, FormatInput, GivenFacts, Row } from './format.ts';
import { inferencexRow } from './inferencex-row.ts';

/**
 * CSV with a header. The columns have the names of InferenceX row keys, those of its `metrics` too
 * (`hardware,model,precision,…,conc,tput_per_gpu,median_intvty`); an empty cell is an absent key,
 * a column of another name is left alone.
 */
export const csv: Format = {
  name: 'csv',
  looksLike: 'CSV whose header has the columns "hardware" and "model"',
  detect(sample) {
    const header = sample.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '';
    const columns = new Set(header.split(',').map((name) => name.trim().replaceAll('"', '')));
    return columns.has('hardware') && columns.has('model');
  },
  read: readRows,
};

async function* readRows({ text, given }: FormatInput): AsyncIterable<Row> {
  const unreadable: string[] = []; // records that the parser gave up on
  const records = Readable.from(text).pipe(
    parse({
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip: (error) => {
        unreadable.push(error?.message ?? 'not CSV');
        return undefined;
      },
    }),
  );
  let header: string[] | null = null;
  for await (const record of records as AsyncIterable<string[]>) {
    if (header === null) {
      header = record.map((name) => name.trim());
      const repeated = header.find((name, i) => header!.indexOf(name) !== i);
      if (repeated !== undefined) {
        throw new Error(`the header has the column "${repeated}" twice; rename one of them`);
      }
      continue;
    }
    yield csvRow(header, record, given);
    yield* unreadable.splice(0).map(malformed);
  }
  yield* unreadable.splice(0).map(malformed);
}

function csvRow(header: readonly string[], record: readonly string[], given: GivenFacts): Row {
  if (record.length !== header.length) {
    return malformed(`${record.length} cells under ${header.length} columns`);
  }
  const cells = header.flatMap((name, i) => {
    const cell = record[i]!.trim();
    return cell === '' ? [] : [[name, cell] as const];
  });
  return inferencexRow(Object.fromEntries(cells), given);
}

function malformed(detail: string): Row {
  return { problem: { reason: 'malformed', detail } };
}
