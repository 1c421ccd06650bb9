import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeBenchmarkRows } from './benchmark-rows.ts';
import { writeDump } from './dump-tables.ts';
import { writeResultFiles } from './result-files.ts';
import type { Budget } from './run.ts';

const ROWS = 100_000;
const PART = ROWS / 4;
/** The public dump has about as many. */
const DUMPED = 80_000;
/** 1 GB of results, each with the values of its single requests. */
const FILES = 10_000;
const FILE_BYTES = 100_000;
/** MB that V8 may hold while it reads them: it ends where what is kept of each file is more than a few kB. */
const SMALL_HEAP = 96;

/** What `import-and-build.ts` says: MB are of the whole process at its largest. */
interface Measured {
  readonly importSeconds: number;
  readonly importMegabytes: number;
  readonly seconds: number;
  readonly megabytes: number;
  readonly accepted: number;
}

/**
 * Import and release build of 100,000 rows: time, memory, and that four times as many take four times
 * as long. Import of a database dump, and of a gigabyte in ten thousand files.
 */
export default async function importing(): Promise<Budget[]> {
  const directory = await mkdtemp(join(tmpdir(), 'matchpoint-rows-'));
  try {
    const rows = async (count: number) => {
      const path = join(directory, `${count}.json`);
      await writeBenchmarkRows(path, count);
      return measure(path);
    };
    const part = await rows(PART);
    const whole = await rows(ROWS);
    const growth = whole.seconds / part.seconds / (ROWS / PART);

    const dump = join(directory, 'dump');
    await mkdir(dump);
    await writeDump(dump, DUMPED);
    const dumped = await measure(dump);

    const results = join(directory, 'results');
    await writeResultFiles(results, FILES, FILE_BYTES);
    const read = await measure(results, SMALL_HEAP);
    return [
      { name: `s for ${ROWS} rows`, value: whole.seconds, limit: 20, isMinimum: false },
      { name: `MB for ${ROWS} rows`, value: whole.megabytes, limit: 1000, isMinimum: false },
      // Linear is 1, quadratic 4; starting costs make it less.
      { name: `time a row over that of ${PART} rows`, value: growth, limit: 1.4, isMinimum: false },
      { name: 'share of rows accepted', value: whole.accepted / ROWS, limit: 1, isMinimum: true },
      {
        name: `s for a dump of ${DUMPED}`,
        value: dumped.importSeconds,
        limit: 20,
        isMinimum: false,
      },
      { name: `MB for it`, value: dumped.importMegabytes, limit: 1000, isMinimum: false },
      { name: 'share of it accepted', value: dumped.accepted / DUMPED, limit: 1, isMinimum: true },
      {
        name: `MB for ${FILES} files of 1 GB`,
        value: read.importMegabytes,
        limit: 250,
        isMinimum: false,
      },
      { name: 'share of them accepted', value: read.accepted / FILES, limit: 1, isMinimum: true },
    ];
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** @param heap - MB that V8 may hold; as much as it likes unless told otherwise */
async function measure(source: string, heap?: number): Promise<Measured> {
  const script = join(import.meta.dirname, 'import-and-build.ts');
  const limit = heap === undefined ? [] : [`--max-old-space-size=${heap}`];
  const { stdout } = await promisify(execFile)(process.execPath, [...limit, script, source]);
  const measured: Measured = JSON.parse(stdout);
  return measured;
}
