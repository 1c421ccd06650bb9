import { compareText, sweepId } from '../../src/core/sweep.ts';
import { releaseIndex } from '../../src/core/release-index.ts';
import type { PresetChange, PresetReading, ListedRelease } from './preset-changes.ts';
import { changeBetween, readPreset } from './preset-changes.ts';

/** What differs between two releases for their readers. */
export interface Changes {
  readonly before: string;
  readonly after: string;
  readonly sweeps: { readonly added: readonly string[]; readonly removed: readonly string[] };
  /** blobs with other content, a workload each */
  readonly blobs: readonly string[];
  /** presets that moved: other assignments first, then by how far their values moved */
  readonly comparisons: readonly PresetChange[];
  /** presets that say the same */
  readonly unchanged: number;
}

/** The difference that a reader of the presets' comparisons sees, from the indexes alone. */
export function releaseChanges(before: ListedRelease, after: ListedRelease): Changes {
  const readings = [before, after].map(({ manifest, sweeps }) => {
    const index = releaseIndex({ ...manifest, publishedAt: '' }, sweeps); // nothing here says when
    return new Map(
      manifest.catalog.presets.map((preset) => [preset.id, readPreset(index, preset)]),
    );
  });
  const [old, fresh] = readings as [Map<string, PresetReading>, Map<string, PresetReading>];
  const ids = [...new Set([...old.keys(), ...fresh.keys()])];
  const changes = ids.map((id) => changeBetween(id, old.get(id) ?? null, fresh.get(id) ?? null));
  const moved = changes.filter((change) => change !== null);
  const [data, newData] = [before.manifest.data, after.manifest.data];
  const names = new Set([...Object.keys(data), ...Object.keys(newData)]);
  return {
    before: before.manifest.id,
    after: after.manifest.id,
    sweeps: {
      added: missingFrom(before, after),
      removed: missingFrom(after, before),
    },
    blobs: [...names]
      .filter((name) => data[name]?.hash !== newData[name]?.hash)
      .toSorted(compareText),
    comparisons: moved.toSorted(
      (a, b) =>
        Number(b.kind !== 'values') - Number(a.kind !== 'values') ||
        b.largest - a.largest ||
        compareText(a.id, b.id),
    ),
    unchanged: ids.length - moved.length,
  };
}

function missingFrom(release: ListedRelease, other: ListedRelease): string[] {
  const own = new Set(release.sweeps.map(sweepId));
  return other.sweeps.map(sweepId).filter((id) => !own.has(id));
}
