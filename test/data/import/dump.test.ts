import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inputsOf } from '../../../data/import/folders.ts';
import { importRows } from '../../../data/import/import.ts';
import { NAMES, importJson, row, withoutProvenance } from './rows.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'matchpoint-dump-'));
});
afterEach(() => rm(folder, { recursive: true }));

const CONFIG_COLUMNS = Object.keys(row()).slice(0, 17);
const RESULT_COLUMNS = ['benchmark_type', 'date', 'isl', 'osl', 'conc', 'image'];

/** Postgres writes booleans as t and f. */
function cell(value: unknown): string {
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return value === undefined || value === null ? '' : `"${String(value).replaceAll('"', '""')}"`;
}

/** The tables that a dump has of rows, each row with a configuration of its own. */
async function dump(rows: readonly Record<string, unknown>[], extra: readonly string[] = []) {
  const line = (cells: readonly unknown[]) => cells.map(cell).join(',');
  const configs = rows.map((one, id) => line([id, ...CONFIG_COLUMNS.map((name) => one[name])]));
  const results = rows.map((one, id) =>
    line([
      id,
      7,
      id,
      ...RESULT_COLUMNS.map((name) => one[name]),
      JSON.stringify(one['metrics']),
      one['error'],
    ]),
  );
  const head = ['id', 'workflow_run_id', 'config_id', ...RESULT_COLUMNS, 'metrics', 'error'];
  const write = (name: string, lines: readonly string[]) =>
    writeFile(join(folder, name), `${lines.join('\n')}\n`);
  await write('configs.csv', [['id', ...CONFIG_COLUMNS].join(','), ...configs]);
  await write('benchmark_results_raw.csv', [head.join(','), ...results, ...extra]);
  await write('benchmark_results.csv', [head.join(','), ...results]);
  await write('workflow_runs.csv', [
    'id,github_run_id,run_attempt,html_url',
    '7,100,1,https://ci.example/team/bench/actions/runs/100',
  ]);
}

async function importFolder() {
  const inputs = await inputsOf([folder], { given: {}, fromPath: () => null });
  return importRows(inputs, NAMES, { label: null });
}

test('a dump gives what its rows give by themselves, to the last digit', async () => {
  const rows = [
    row({ conc: 8 }),
    row({ conc: 32, disagg: true, decode_num_workers: 1, prefill_num_workers: 2 }),
    row({ hardware: 'mi300x', metrics: { median_intvty: 33.123_456_789 } }),
  ];
  await dump(rows);
  const imported = await importFolder();
  const { report } = imported;
  expect(report.inputs.map(({ name, format, read }) => [name, format, read])).toEqual([
    ['benchmark_results_raw.csv', 'inferencex-dump', 3],
  ]);
  expect(report.rejectedRows).toEqual([]);
  expect(withoutProvenance(imported)).toEqual(withoutProvenance(await importJson(rows)));
});

test('failed rows, rows without a configuration and broken metrics are refused by themselves', async () => {
  await dump(
    [row(), row({ conc: 2, error: 'timed out' })],
    ['9,7,99,,2026-03-04,1024,1024,4,,{},', '10,7,0,,2026-03-04,1024,1024,4,,"{",'],
  );
  const { report } = await importFolder();
  expect(report.accepted).toBe(1);
  expect(report.rejected.byReason).toEqual({ 'failed-run': 1, malformed: 2 });
});

test('results without their configurations say what is missing', async () => {
  await dump([row()]);
  await rm(join(folder, 'configs.csv'));
  const inputs = await inputsOf([join(folder, 'benchmark_results_raw.csv')], {
    given: {},
    fromPath: () => null,
  });
  await expect(importRows(inputs, NAMES, { label: null })).rejects.toThrow(
    'configs.csv is not beside it',
  );
});
