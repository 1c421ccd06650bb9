import type { Format, FormatInput, GivenFacts, Row } from './format.ts';
import { inferencexRow } from './inferencex-row.ts';
import { jsonElements } from './json-elements.ts';

/** A row of the public API has 1.4 kB; something a thousand times as long is no row. */
const MAX_ROW_CHARS = 2_000_000;

/**
 * The rows that InferenceX's public `/api/v1/benchmarks` answers: a JSON array of objects, also one
 * object a line.
 */
export const inferencex: Format = {
  name: 'inferencex',
  looksLike: 'a JSON array of rows with "hardware" and "metrics"',
  detect: (sample) => /^\s*\[\s*(\]\s*)?$/.test(sample) || isRows(sample),
  read: readRows,
};

function isRows(sample: string): boolean {
  return /^\s*\[?\s*\{/.test(sample) && /"hardware"\s*:/.test(sample);
}

async function* readRows({ text, given }: FormatInput): AsyncIterable<Row> {
  for await (const elements of jsonElements(text, MAX_ROW_CHARS)) {
    for (const json of elements) yield parseRow(json, given);
  }
}

function parseRow(json: string, given: GivenFacts): Row {
  let row: unknown;
  try {
    row = JSON.parse(json);
  } catch (error) {
    return { problem: { reason: 'malformed', detail: `not JSON: ${reasonOf(error)}` } };
  }
  return inferencexRow(row, given);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 80) : 'cannot be parsed';
}
