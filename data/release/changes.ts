import { compareText, sweepId } from '../../src/core/sweep.ts';
import { releaseIndex } from '../../src/core/release-index.ts';
import type { PresetChange, PresetReading, ReleaseManifest } from './preset-changes.ts';
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

/** The difference that a reader of the presets' comparisons sees, from the manifests alone. */
export function releaseChanges(before: ReleaseManifest, after: ReleaseManifest): Changes {
  const readings = [before, after].map((release) => {
    const index = releaseIndex({ ...release, publishedAt: '' }); // nothing here says when
    return new Map(release.catalog.presets.map((preset) => [preset.id, readPreset(index, preset)]));
  });
  const [old, fresh] = readings as [Map<string, PresetReading>, Map<string, PresetReading>];
  const ids = [...new Set([...old.keys(), ...fresh.keys()])];
  const changes = ids.map((id) => changeBetween(id, old.get(id) ?? null, fresh.get(id) ?? null));
  const moved = changes.filter((change) => change !== null);
  const names = new Set([...Object.keys(before.data), ...Object.keys(after.data)]);
  return {
    before: before.id,
    after: after.id,
    sweeps: {
      added: missingFrom(before, after),
      removed: missingFrom(after, before),
    },
    blobs: [...names]
      .filter((name) => before.data[name]?.hash !== after.data[name]?.hash)
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

function missingFrom(release: ReleaseManifest, other: ReleaseManifest): string[] {
  const own = new Set(release.sweeps.map(sweepId));
  return other.sweeps.map(sweepId).filter((id) => !own.has(id));
}
