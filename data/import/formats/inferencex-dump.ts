import { csvRecords } from './csv-records.ts';
import type { Format, FormatInput, Row } from './format.ts';
import { inferencexRow } from './inferencex-row.ts';
import { jsonElements } from './json-elements.ts';

/** A line of a table, by column. */
type TableRow = Readonly<Record<string, unknown>>;

/** A row has about 2 kB; something a thousand times as long is none. */
const MAX_ROW_CHARS = 2_000_000;

/**
 * The weekly dump of InferenceX's database: a file a table, as CSV or JSON.
 *
 * - Detected by `config_id` with `metrics` in `benchmark_results_raw` or `benchmark_results`.
 * - A row has the load and, as JSON in one column, the metrics; model, GPU and parallelism stand in
 *   `configs` beside it, the address of the CI run in `workflow_runs`, which may be absent.
 * - Units are those of InferenceX rows: seconds, tok/s per GPU.
 *
 * Refused: rows with an `error`, and those of a configuration that `configs` lacks.
 *
 * Source: github.com/SemiAnalysisAI/InferenceX-app, `packages/db/migrations`.
 */
export const inferencexDump: Format = {
  name: 'inferencex-dump',
  looksLike: 'the table of results of an InferenceX dump, with "config_id" and "metrics"',
  detect: (sample) => {
    const start = sample.slice(0, 4000);
    if (/^\s*[[{]/.test(start)) return /"config_id"\s*:/.test(start) && /"metrics"/.test(start);
    const names = (start.split(/\r?\n/, 1)[0] ?? '').replaceAll('"', '').split(',');
    return names.includes('config_id') && names.includes('metrics') && names.includes('conc');
  },
  read: readRows,
};

async function* readRows({ name, text, given, beside }: FormatInput): AsyncIterable<Row> {
  const configs = await tableBeside('configs', beside);
  if (configs === null) {
    throw new Error(`${name}: configs.csv is not beside it; unpack all tables of the dump there`);
  }
  const runs = (await tableBeside('workflow_runs', beside)) ?? new Map<string, TableRow>();
  for await (const row of tableRows(text)) {
    if ('problem' in row) {
      yield { problem: { reason: 'malformed', detail: String(row['problem']) } };
      continue;
    }
    const config = configs.get(String(row['config_id']));
    const metrics = metricsOf(row['metrics']);
    if (row['error'] !== undefined && row['error'] !== null && row['error'] !== '') {
      yield { problem: { reason: 'failed-run', detail: 'the row has an error' } };
    } else if (config === undefined) {
      yield { problem: { reason: 'malformed', detail: 'config_id is not in configs' } };
    } else if (metrics === null) {
      yield { problem: { reason: 'malformed', detail: 'metrics are not a JSON object' } };
    } else {
      const url = runUrl(runs.get(String(row['workflow_run_id'])));
      const date = typeof row['date'] === 'string' ? row['date'].slice(0, 10) : null;
      yield inferencexRow({ run_url: url, ...config, ...row, date, metrics }, given);
    }
  }
}

/** The address of a run with its attempt, of which the table counts the first as 0 or as 1. */
function runUrl(run: TableRow | undefined): string | null {
  const url = run?.['html_url'];
  if (typeof url !== 'string' || url === '') return null;
  const attempt = Number(run!['run_attempt']);
  return url.includes('/attempts/') || !(attempt > 0) ? url : `${url}/attempts/${attempt}`;
}

function metricsOf(cell: unknown): TableRow | null {
  try {
    const value: unknown = typeof cell === 'string' ? JSON.parse(cell) : cell;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { ...value }
      : null;
  } catch {
    return null;
  }
}

/** A table of the dump by its ids; `null` where it is not there. */
async function tableBeside(
  name: string,
  beside: FormatInput['beside'],
): Promise<Map<string, TableRow> | null> {
  for (const ending of ['csv', 'csv.gz', 'json', 'json.gz']) {
    const text = (await beside?.(`${name}.${ending}`)) ?? null;
    if (text === null) continue;
    const rows = new Map<string, TableRow>();
    for await (const { id, ...row } of tableRows(text)) rows.set(String(id), row);
    return rows;
  }
  return null;
}

/** The rows of a table, from CSV with a header or from a JSON array. */
async function* tableRows(text: AsyncIterable<string>): AsyncIterable<TableRow> {
  const iterator = text[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return;
  const whole = (async function* whole() {
    yield first.value;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      yield next.value;
    }
  })();
  if (/^\s*[[{]/.test(first.value)) {
    for await (const elements of jsonElements(whole, MAX_ROW_CHARS)) {
      for (const json of elements) yield JSON.parse(json) as TableRow;
    }
    return;
  }
  let header: readonly string[] | null = null;
  for await (const record of csvRecords(whole, ',')) {
    if ('problem' in record) yield record;
    else if (header === null) header = record.cells;
    else {
      const names: readonly string[] = header;
      yield Object.fromEntries(record.cells.map((cell, i) => [names[i] ?? '', cell]));
    }
  }
}
