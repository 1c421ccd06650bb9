import { history } from '../../../src/core/history/history.ts';
import type { HistoryOptions } from '../../../src/core/history/history.ts';
import type { History } from '../../../src/core/history/history-types.ts';
import { runFinder } from '../../../src/core/history/run-tokens.ts';
import { DEFAULT_OPTIONS } from '../../../src/core/options.ts';
import { sweepId } from '../../../src/core/sweep.ts';
import { catalog, entryOf, sweep } from '../fixtures.ts';
import type { SweepSketch } from '../fixtures.ts';

/** The history of invented runs of one configuration; the last one is the default unless another says so. */
export function inventedHistory(
  sketches: readonly SweepSketch[],
  options: Partial<HistoryOptions> = {},
): History {
  const chosen = sketches.find(({ isDefault }) => isDefault) ?? sketches.at(-1);
  const sweeps = sketches.map(sweep);
  const entries = sweeps.map((one, i) => entryOf(one, sketches[i] === chosen));
  const byId = new Map(sweeps.map((one) => [sweepId(one), one]));
  return history({
    runs: runFinder(entries)(entries[0]!),
    entries,
    sweepOf: (entry) => byId.get(sweepId(entry))!,
    catalog,
    release: { id: '0123456789ab', publishedAt: '2026-11-23T09:00:00Z' },
    options: { ...DEFAULT_OPTIONS, at: null, ...options },
  });
}
