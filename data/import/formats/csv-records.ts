import { Readable } from 'node:stream';
import { parse } from 'csv-parse';

/** A line of CSV under its header, or why there is none. */
type CsvRecord = { readonly cells: readonly string[] } | { readonly problem: string };

/** The lines of CSV in order, the header first, none held back. */
export async function* csvRecords(
  text: AsyncIterable<string>,
  delimiter: string,
): AsyncIterable<CsvRecord> {
  const unreadable: string[] = []; // records that the parser gave up on
  const records = Readable.from(text).pipe(
    parse({
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip: (error) => {
        unreadable.push(error?.message ?? 'not CSV');
        return undefined;
      },
    }),
  );
  for await (const cells of records as AsyncIterable<string[]>) {
    yield { cells };
    for (const problem of unreadable.splice(0)) yield { problem };
  }
  for (const problem of unreadable) yield { problem };
}
