import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSweepFiles } from '../../data/import/files.ts';
import { inputsOf } from '../../data/import/folders.ts';
import { importRows } from '../../data/import/import.ts';
import { loadData } from '../../data/load/load.ts';
import { buildRelease } from '../../data/release/release.ts';

// Imports a file or folder, writes the sweeps, reads them back and builds their release: what a user
// does with two commands, in a process of its own so that its memory can be told.
const [source = ''] = process.argv.slice(2);
const directory = await mkdtemp(join(tmpdir(), 'matchpoint-bench-'));
try {
  const known = await loadData([]);
  const started = performance.now();
  const secondsSince = () => (performance.now() - started) / 1000;
  const inputs = await inputsOf([source], { given: {}, fromPath: () => null });
  const { files, report } = await importRows(inputs, known, {
    label: null,
    listsInputs: false, // as the command does unless all are asked for
  });
  await writeSweepFiles(directory, files);
  const importSeconds = secondsSince();
  const importMegabytes = process.resourceUsage().maxRSS / 1024;
  const { sweeps } = buildRelease(await loadData([directory]));
  const seconds = secondsSince();
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const { accepted } = report;
  const measured = { importSeconds, importMegabytes, seconds, megabytes, accepted };
  console.log(JSON.stringify({ ...measured, sweeps: sweeps.length }));
} finally {
  await rm(directory, { recursive: true });
}
