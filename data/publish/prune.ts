import type { Manifest, Pointer, ReleaseRef } from '../../src/core/release.ts';
import { blobKey, manifestKey } from '../../src/kv/keys.ts';
import type { KvPort } from '../kv/port.ts';
import { movePointer, readPointer, requirePointer } from './pointer.ts';
import { hashesOf } from './publish.ts';
import { readManifests } from '../kv/stored.ts';

interface PruneOptions {
  /** newest live releases that stay */
  readonly keep: number;
  /** days; younger releases stay */
  readonly olderThan: number;
  /** ISO 8601 */
  readonly now: string;
}

interface Pruned {
  readonly gone: readonly string[];
  readonly removedBlobs: number;
}

const DAY_MS = 86_400_000;

/**
 * Takes old releases out of KV. They stay listed, as gone.
 *
 * Never the current, the previous or a marked release, and only blobs that no kept manifest names;
 * element scripts never. `current` is written first, so that a publisher who counts on a blob that
 * goes now finds that it moved. What a stopped prune left behind, the next one takes.
 *
 * @throws Error if a kept release has no manifest: what it needs would not be known
 */
export async function prune(kv: KvPort, options: PruneOptions): Promise<Pruned> {
  const { text, pointer } = await requirePointer(kv);
  const going = new Set(prunable(pointer, options).map(({ id }) => id));
  const isGone = (release: ReleaseRef) => release.state === 'gone' || going.has(release.id);
  const ids = pointer.releases.map(({ id }) => id);
  const manifests = await readManifests(kv, ids);
  const kept: Manifest[] = [];
  const dropped: Manifest[] = [];
  for (const release of pointer.releases) {
    const manifest = manifests.get(release.id) ?? null;
    if (manifest !== null) (isGone(release) ? dropped : kept).push(manifest);
    else if (!isGone(release)) {
      throw new Error(
        `release ${release.id} is live but has no manifest: what it needs is not known; publish its data again first`,
      );
    }
  }

  if (going.size > 0) {
    const releases = pointer.releases.map((release) =>
      isGone(release) ? { ...release, state: 'gone' as const } : release,
    );
    const next: Pointer = { ...pointer, releases };
    await movePointer(kv, text, next);
  }
  const needed = new Set(kept.flatMap(hashesOf));
  const scripts = new Set(dropped.flatMap((m) => Object.values(m.scripts).map(({ hash }) => hash)));
  const unneeded = new Set(
    dropped.flatMap(hashesOf).filter((hash) => !needed.has(hash) && !scripts.has(hash)),
  );
  await refuseIfMoved(kv, pointer);
  await kv.remove(Array.from(unneeded, blobKey));
  await kv.remove(dropped.map(({ id }) => manifestKey(id))); // last: it says what is to remove
  return { gone: [...going], removedBlobs: unneeded.size };
}

/** The live releases that may go, newest first. */
export function prunable(pointer: Pointer, { keep, olderThan, now }: PruneOptions): ReleaseRef[] {
  const live = pointer.releases.filter(({ state }) => state === 'live');
  const age = ({ publishedAt }: ReleaseRef) => (Date.parse(now) - Date.parse(publishedAt)) / DAY_MS;
  return live
    .slice(keep)
    .filter((release) => release.id !== pointer.release && release.id !== pointer.previous)
    .filter((release) => release.keep !== true && age(release) > olderThan);
}

async function refuseIfMoved(kv: KvPort, { release }: Pointer): Promise<void> {
  const { pointer } = await readPointer(kv);
  if (pointer?.release !== release) {
    throw new Error('someone published meanwhile: nothing was removed; run the command again');
  }
}
