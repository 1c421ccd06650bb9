import type { SweepEntry } from '../core/release.ts';
import { sweepId } from '../core/sweep.ts';
import type { Sweep } from '../core/sweep.ts';
import { frontiersName } from '../kv/keys.ts';
import { ContentError } from '../kv/store-error.ts';
import type { Release } from '../kv/store.ts';

/**
 * The sweeps of some entries. Default runs stand together in the small blob of frontiers; others,
 * and all points where a limit comes before the frontier, in a blob each.
 */
export async function readSweeps(
  release: Release,
  entries: readonly SweepEntry[],
  needsPoints: boolean,
): Promise<(entry: SweepEntry) => Sweep> {
  const isWhole = needsPoints || entries.some(({ isDefault }) => !isDefault);
  const byId = isWhole ? await release.sweeps(entries) : await readFrontiers(release, entries);
  return (entry) => {
    const sweep = byId.get(sweepId(entry));
    if (sweep === undefined) throw new ContentError(`no sweep ${sweepId(entry)} in the release`);
    return sweep;
  };
}

async function readFrontiers(
  release: Release,
  entries: readonly SweepEntry[],
): Promise<Map<string, Sweep>> {
  const names = new Set(entries.map(({ key }) => frontiersName(key.model, key.workload)));
  const blobs = await Promise.all(Array.from(names, (name) => release.workload(name)));
  const sweeps = blobs.flatMap((blob) => blob?.sweeps ?? []);
  return new Map(sweeps.map((sweep) => [sweepId(sweep), sweep]));
}
