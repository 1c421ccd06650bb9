import { configurationTokens } from '../core/configuration-tokens.ts';
import { history } from '../core/history/history.ts';
import type { HistoryOptions } from '../core/history/history.ts';
import type { History } from '../core/history/history-types.ts';
import { runFinder } from '../core/history/run-tokens.ts';
import { rankGroups } from '../core/ranking/rank-group.ts';
import type { RankOptions } from '../core/ranking/rank-options.ts';
import type { SweepEntry } from '../core/release.ts';
import { printTokens } from '../core/tokens.ts';
import type { Release } from '../kv/store.ts';
import { readSweeps } from './sweeps.ts';

/** A configuration with all its runs. */
export interface RunsOfRow {
  /** its key as a row of the ranking */
  readonly row: string;
  /** the oldest first, at least one */
  readonly runs: readonly SweepEntry[];
}

/** The configurations of a model and workload, and the sweeps that comparisons of them choose from. */
export interface RowsOfModel {
  /** one list for each ranking there is, that of the ranking shown unless told otherwise first */
  readonly groups: readonly (readonly RunsOfRow[])[];
  /** all sweeps of the model, all runs */
  readonly entries: readonly SweepEntry[];
}

/** The configurations that rankings of a model and workload have, each with its runs. */
export async function rowsOfModel(
  release: Release,
  { model, workload }: { readonly model: string; readonly workload: string },
  asked: Pick<RankOptions, 'basis' | 'interactivityBasis'>,
): Promise<RowsOfModel> {
  const { entriesOf } = await release.withSweeps([model]);
  const entries = entriesOf(model);
  const groups = rankGroups(entries, workload, asked);
  const runsOf = runFinder(entries);
  return {
    entries,
    groups: groups.map((group) =>
      group.map((entry) => ({
        row: printTokens(configurationTokens(entry.key)),
        runs: runsOf(entry),
      })),
    ),
  };
}

/** The history of a configuration, from a blob for each of its runs. */
export async function readHistory(
  release: Release,
  runs: readonly SweepEntry[],
  entries: readonly SweepEntry[],
  options: HistoryOptions,
): Promise<History> {
  const { id, publishedAt, catalog } = release.manifest;
  const sweepOf = await readSweeps(release, runs, true);
  return history({ runs, entries, sweepOf, catalog, release: { id, publishedAt }, options });
}
