import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { benchmarkRow } from './benchmark-rows.ts';

type Row = Readonly<Record<string, unknown>>;

/** Of a result: what stands in its own columns; all else of a row is its configuration. */
const OWN = ['date', 'isl', 'osl', 'conc', 'image'];

/** Writes made-up rows as the tables of an InferenceX dump: results, configurations and CI runs. */
export async function writeDump(folder: string, rows: number): Promise<void> {
  const configs = new Map<string, number>();
  const runs = new Map<string, number>();
  const idOf = (ids: Map<string, number>, text: string) => {
    if (!ids.has(text)) ids.set(text, ids.size + 1);
    return ids.get(text)!;
  };
  const results = createWriteStream(join(folder, 'benchmark_results_raw.csv'));
  const head = ['id', 'workflow_run_id', 'config_id', 'benchmark_type', ...OWN, 'metrics', 'error'];
  results.write(`${head.join(',')}\n`);
  let configNames: readonly string[] = [];
  for (let i = 0; i < rows; i++) {
    const { metrics, run_url: url, workers: _, ...row }: Row = benchmarkRow(i);
    const config = Object.entries(row).filter(([name]) => !OWN.includes(name));
    configNames = config.map(([name]) => name);
    const ids = [idOf(runs, String(url)), idOf(configs, line(config.map(([, value]) => value)))];
    const own = OWN.map((name) => row[name]);
    const text = line([i, ...ids, 'single_turn', ...own, JSON.stringify(metrics), null]);
    if (!results.write(`${text}\n`)) await once(results, 'drain');
  }
  results.end();
  await once(results, 'finish');
  const table = (names: readonly string[], lines: Iterable<string>) =>
    `${[names.join(','), ...lines].join('\n')}\n`;
  await writeFile(
    join(folder, 'configs.csv'),
    table(
      ['id', ...configNames],
      Array.from(configs, ([config, id]) => `${id},${config}`),
    ),
  );
  await writeFile(
    join(folder, 'workflow_runs.csv'),
    table(
      ['id', 'run_attempt', 'html_url'],
      Array.from(runs, ([url, id]) => line([id, 1, url.replace(/\/attempts\/\d+$/, '')])),
    ),
  );
}

/** As Postgres copies a row out: booleans as t and f, texts quoted. */
function line(cells: readonly unknown[]): string {
  return cells
    .map((cell) => {
      if (cell === null || cell === undefined) return '';
      if (typeof cell === 'boolean') return cell ? 't' : 'f';
      return typeof cell === 'string' ? `"${cell.replaceAll('"', '""')}"` : String(cell);
    })
    .join(',');
}
