import type { Address } from '../core/address.ts';
import { assemble } from '../core/assemble.ts';
import type { AssemblyOptions } from '../core/assemble.ts';
import type { Comparison } from '../core/comparison-types.ts';
import type { SweepEntry } from '../core/release.ts';
import { sweepId } from '../core/sweep.ts';
import type { Sweep } from '../core/sweep.ts';
import { frontiersName, pointsName } from '../kv/keys.ts';
import { ContentError } from '../kv/store-error.ts';
import type { Release, Workload } from '../kv/store.ts';
import type { TitleOf } from '../core/compare.ts';

/**
 * The comparison that an address asks of a release; one blob is read for each workload that takes
 * part.
 *
 * @returns `null` when the model is not there or fewer than two sides have data
 */
export async function readComparison(
  release: Release,
  address: Address,
  options: AssemblyOptions,
  titleOf: TitleOf,
): Promise<Comparison | null> {
  const assembly = assemble(release, address, options, titleOf);
  if (assembly === null) return null;
  const sweeps = await readSweeps(release, assembly.sides.flat(), assembly.needsPoints);
  return assembly.compare((entry) => sweeps.get(entry)!);
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
