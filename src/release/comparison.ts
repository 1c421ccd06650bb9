import type { Address } from '../core/address.ts';
import { assemble, limitedCandidates } from '../core/assemble.ts';
import type { AssemblyOptions } from '../core/assemble.ts';
import type { Comparison } from '../core/comparison-types.ts';
import type { SweepEntry } from '../core/release.ts';
import { sweepId } from '../core/sweep.ts';
import type { Sweep } from '../core/sweep.ts';
import { frontiersName, pointsName } from '../kv/keys.ts';
import { ContentError } from '../kv/store-error.ts';
import type { Release } from '../kv/store.ts';
import type { TitleOf } from '../core/compare.ts';

/** What an address says, or the runs that there are where two of its sides are the same run. */
export type Reading =
  | { readonly comparison: Comparison }
  | { readonly sameRun: readonly SweepEntry[] };

/**
 * The comparison that an address asks of a release. One blob is read for each workload that takes
 * part, with a limit of the first token one for each that could.
 *
 * @returns `null` when the model is not there or fewer than two sides have data
 */
export async function readComparison(
  release: Release,
  address: Address,
  options: AssemblyOptions,
  titleOf: TitleOf,
): Promise<Reading | null> {
  const candidates = limitedCandidates(release, address, options);
  const limited = await readSweeps(release, candidates, true);
  const assembly = assemble(release, address, options, titleOf, limited);
  if (assembly === null) return null;
  if (assembly.sameRun !== null) return { sameRun: assembly.sameRun };
  const read = await readSweeps(release, assembly.sides.flat(), options.ttft !== null);
  return { comparison: assembly.compare(read) };
}

/**
 * The sweeps of some entries. Default runs stand in the small blob of frontiers; other runs, and all
 * points where a limit comes before the frontier, in that of points.
 */
async function readSweeps(
  release: Release,
  entries: readonly SweepEntry[],
  needsPoints: boolean,
): Promise<(entry: SweepEntry) => Sweep> {
  const workloads = [...new Set(entries.map(({ key }) => key.workload))];
  const blobs = await Promise.all(
    workloads.map(async (workload) => {
      const wanted = entries.filter(({ key }) => key.workload === workload);
      const isWhole = needsPoints || wanted.some(({ isDefault }) => !isDefault);
      const name = (isWhole ? pointsName : frontiersName)(wanted[0]!.key.model, workload);
      return [workload, { name, blob: await release.workload(name) }] as const;
    }),
  );
  const byWorkload = new Map(blobs);
  return (entry) => {
    const { name, blob } = byWorkload.get(entry.key.workload)!;
    const sweep = blob?.byId.get(sweepId(entry));
    if (sweep === undefined) throw new ContentError(`no sweep ${sweepId(entry)} in ${name}`);
    return sweep;
  };
}
