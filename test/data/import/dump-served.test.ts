import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeSweepFiles } from '../../../data/import/files.ts';
import { firstComparison } from '../../../data/import/first-comparison.ts';
import { inputsOf } from '../../../data/import/folders.ts';
import { importRows } from '../../../data/import/import.ts';
import { loadData } from '../../../data/load/load.ts';
import { buildRelease } from '../../../data/release/release.ts';
import { memorySite } from '../../../data/serve/memory-site.ts';
import { benchmarkRow } from '../../bench/benchmark-rows.ts';
import { writeDump } from '../../bench/dump-tables.ts';

const RUNS = 2;
/** Of a run: six GPUs, three engines and two workloads, 50 rows each. */
const ROWS = RUNS * 6 * 3 * 2 * 50;

interface Answer {
  readonly sides: readonly {
    readonly hardware: string;
    readonly knots: readonly { readonly interactivity: number; readonly throughput: number }[];
  }[];
}

test('a dump of two runs is imported, published and served, with the figures of its rows', async () => {
  const place = await mkdtemp(join(tmpdir(), 'matchpoint-dump-served-'));
  try {
    const [dump, out] = [join(place, 'dump'), join(place, 'out')];
    await Promise.all([mkdir(dump), mkdir(out)]);
    await writeDump(dump, ROWS);
    const inputs = await inputsOf([dump], { given: {}, fromPath: () => null });
    const { files, report } = await importRows(inputs, await loadData([]), { label: null });
    expect([report.accepted, report.rejected.total]).toEqual([ROWS, 0]);
    await writeSweepFiles(out, files);
    const dataSet = await loadData([out], { isOnly: true });
    expect(dataSet.sweeps).toHaveLength(RUNS * 6 * 3 * 2 * 2); // with MTP and without

    const site = await memorySite(buildRelease(dataSet), { publishedAt: '2026-11-23T09:00:00Z' });
    const read = async <T>(path: string) => {
      const response = await site.fetch(path);
      expect(response.status, path).toBe(200);
      return (await response.json()) as T;
    };
    const id = firstComparison(dataSet.sweeps, dataSet)!;
    expect(id).toBe('deepseek-r1/fp8-mtp-sglang-single-node-1k1k/b200-vs-b300-vs-h100-vs-h200');
    const { sides } = await read<Answer>(`/compare/${id}.json`);
    expect(sides.map(({ hardware }) => hardware)).toEqual(['b200', 'b300', 'h100', 'h200']);
    const rows = Array.from({ length: ROWS }, (_, i) => benchmarkRow(i));
    for (const { hardware, knots } of sides) {
      const measured = rows
        .filter((row) => row.hardware === hardware && row.framework === 'sglang')
        .filter((row) => row.isl === 1024 && row.spec_method === 'mtp')
        .filter((row) => row.date === '2020-01-02') // the newest run
        .map(({ metrics: { median_intvty: x = NaN, tput_per_gpu: y = NaN } }) => [x, y] as const)
        .toSorted(([a], [b]) => a - b);
      expect(knots.map(({ interactivity }) => interactivity)).toEqual(
        measured.map(([x]) => expect.closeTo(x, 3)),
      );
      expect(knots.map(({ throughput }) => throughput)).toEqual(
        measured.map(([, y]) => expect.closeTo(y, 2)),
      );
    }

    const ranking = await read<{ readonly rows: readonly { key: string; status: string }[] }>(
      '/rank/deepseek-r1/1k1k.json?at=100&by=throughput&show=all',
    );
    expect(ranking.rows).toHaveLength(6 * 3 * 2);
    expect(new Set(ranking.rows.map(({ status }) => status))).toEqual(new Set(['interpolated']));
    const history = await read<{ readonly runs: readonly unknown[] }>(
      `/history/deepseek-r1/1k1k/${ranking.rows[0]!.key}.json`,
    );
    expect(history.runs).toHaveLength(RUNS);
  } finally {
    await rm(place, { recursive: true });
  }
});
