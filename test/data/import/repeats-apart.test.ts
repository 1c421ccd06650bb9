import { expect, test } from 'vitest';
import { importTexts, row } from './rows.ts';

/** Rows of one load, a throughput each. */
function repeats(conc: number, ...throughputs: readonly number[]) {
  return throughputs.map((tput_per_gpu) => row({ conc, metrics: { tput_per_gpu } }));
}

test('loads whose repeats are too far apart are counted, the furthest is named', async () => {
  const files = [
    [...repeats(16, 250), ...repeats(32, 300), ...repeats(64, 400)],
    [...repeats(16, 500), ...repeats(32, 450)],
    repeats(64, 480), // as repeats are
  ];
  const { report } = await importTexts(files.map((rows) => JSON.stringify(rows)));
  expect(report.repeatsApart).toEqual({ loads: 2, factor: 2, inputs: ['input 1', 'input 2'] });
  const alike = await importTexts([JSON.stringify(repeats(16, 250, 300))]);
  expect(alike.report.repeatsApart).toBeNull();
});
