import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSweepFiles } from '../../data/import/files.ts';
import { importRows } from '../../data/import/import.ts';
import { namedInput } from '../../data/import/inputs.ts';
import { loadData } from '../../data/load/load.ts';
import { buildRelease } from '../../data/release/release.ts';

// Imports the rows of a file, writes them, reads them back and builds their release: what a user
// does with two commands, in a process of its own so that its memory can be told.
const [rowsFile = ''] = process.argv.slice(2);
const directory = await mkdtemp(join(tmpdir(), 'matchpoint-bench-'));
try {
  const known = await loadData([]);
  const started = performance.now();
  const { files, report } = await importRows([namedInput(rowsFile)], known, { label: null });
  await writeSweepFiles(directory, files);
  const { sweeps } = buildRelease(await loadData([directory]));
  const seconds = (performance.now() - started) / 1000;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const { accepted } = report;
  console.log(JSON.stringify({ seconds, megabytes, accepted, sweeps: sweeps.length }));
} finally {
  await rm(directory, { recursive: true });
}
