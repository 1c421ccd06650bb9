import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeBenchmarkRows } from './benchmark-rows.ts';
import type { Budget } from './run.ts';

const ROWS = 100_000;
const PART = ROWS / 4;

interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
  readonly accepted: number;
}

/** Import and release build of 100,000 rows: time, memory, and that four times as many take four times as long. */
export default async function importing(): Promise<Budget[]> {
  const directory = await mkdtemp(join(tmpdir(), 'matchpoint-rows-'));
  try {
    const part = await measure(join(directory, 'part.json'), PART);
    const whole = await measure(join(directory, 'whole.json'), ROWS);
    const growth = whole.seconds / part.seconds / (ROWS / PART);
    return [
      { name: `s for ${ROWS} rows`, value: whole.seconds, limit: 20, isMinimum: false },
      { name: `MB for ${ROWS} rows`, value: whole.megabytes, limit: 1000, isMinimum: false },
      // Linear is 1, quadratic 4; starting costs make it less.
      { name: `time a row over that of ${PART} rows`, value: growth, limit: 1.4, isMinimum: false },
      { name: 'share of rows accepted', value: whole.accepted / ROWS, limit: 1, isMinimum: true },
    ];
  } finally {
    await rm(directory, { recursive: true });
  }
}

async function measure(file: string, rows: number): Promise<Measured> {
  await writeBenchmarkRows(file, rows);
  const script = join(import.meta.dirname, 'import-and-build.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, file]);
  const measured: Measured = JSON.parse(stdout);
  return measured;
}
