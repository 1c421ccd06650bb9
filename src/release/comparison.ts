import { printAddress } from '../core/address.ts';
import type { Address } from '../core/address.ts';
import { compare } from '../core/compare.ts';
import type { Comparison } from '../core/comparison-types.ts';
import { matchSides } from '../core/match.ts';
import type { SweepEntry } from '../core/release.ts';
import { sweepId } from '../core/sweep.ts';
import type { Sweep } from '../core/sweep.ts';
import { frontiersName, pointsName } from '../kv/keys.ts';
import { ContentError } from '../kv/store-error.ts';
import type { Release, Workload } from '../kv/store.ts';
import type { ComparisonQuery } from '../schema/query.ts';

/**
 * The comparison that an address and its query ask of a release; one blob is read for each
 * workload that takes part.
 *
 * @returns `null` when the model is not there or fewer than two sides have data
 */
export async function readComparison(
  release: Release,
  address: Address,
  query: ComparisonQuery,
): Promise<Comparison | null> {
  const { catalog, id, publishedAt } = release.manifest;
  const entries = release.entriesOf(address.model);
  const preset = release.presetOf(printAddress(address));
  const { basis, pool } = query;
  const match = matchSides(entries, address, { basis, pool, preset });
  if (match === null) return null;
  const sweeps = await readSweeps(release, match.chosen.sides.flat(), query.ttft !== null);
  return compare({
    address,
    match,
    preset,
    entries,
    sweepOf: (entry) => sweeps.get(entry)!,
    catalog,
    release: { id, publishedAt },
    options: query,
  });
}

/**
 * The sweeps of some entries by their ids. Default runs stand in the small blob of frontiers; other
 * runs, and all points where a limit comes before the frontier, in that of points.
 */
async function readSweeps(
  release: Release,
  entries: readonly SweepEntry[],
  needsPoints: boolean,
): Promise<ReadonlyMap<SweepEntry, Sweep>> {
  const workloads = [...new Set(entries.map(({ key }) => key.workload))];
  const found = await Promise.all(
    workloads.map(async (workload) => {
      const wanted = entries.filter(({ key }) => key.workload === workload);
      const isWhole = needsPoints || wanted.some(({ isDefault }) => !isDefault);
      const name = (isWhole ? pointsName : frontiersName)(wanted[0]!.key.model, workload);
      const blob = await release.workload(name);
      return wanted.map((entry) => [entry, sweepIn(blob, name, entry)] as const);
    }),
  );
  return new Map(found.flat());
}

function sweepIn(blob: Workload | null, name: string, entry: SweepEntry): Sweep {
  const sweep = blob?.byId.get(sweepId(entry));
  if (sweep === undefined) throw new ContentError(`no sweep ${sweepId(entry)} in ${name}`);
  return sweep;
}
