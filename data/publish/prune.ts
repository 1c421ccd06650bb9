import type { Manifest, Pointer, ReleaseRef } from '../../src/core/release.ts';
import { blobKey, manifestKey } from '../../src/kv/keys.ts';
import type { KvPort } from '../kv/port.ts';
import { movePointer, readPointer, requirePointer } from './pointer.ts';
import { publishedScripts } from './scripts.ts';
import { hashesOf, readIndexes, readManifests } from '../kv/stored.ts';
import type { ManifestRef } from '../kv/stored.ts';

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

/** A manifest's key and every blob that it leads to, by hash. */
interface ReleaseParts {
  readonly key: string;
  readonly hashes: readonly string[];
}

const DAY_MS = 86_400_000;

/**
 * Takes old releases out of KV. They stay listed, as gone.
 *
 * Never the current, the previous or a marked release, and only blobs that no kept manifest leads to;
 * element scripts never. Of a release that was published again with other scripts or cards, the
 * manifest before the newest stays too: readers may hold a `current` that names it. `current` is written first, so that a publisher who counts on a blob that
 * goes now finds that it moved. What a stopped prune left behind, the next one takes.
 *
 * @throws Error if a kept release has no manifest: what it needs would not be known
 */
export async function prune(kv: KvPort, options: PruneOptions): Promise<Pruned> {
  const { text, pointer } = await requirePointer(kv);
  const going = new Set(prunable(pointer, options).map(({ id }) => id));
  const isGone = (release: ReleaseRef) => release.state === 'gone' || going.has(release.id);
  const manifests = await readManifests(kv, pointer.releases.flatMap(allManifests));
  const kept: ReleaseParts[] = [];
  const dropped: ReleaseParts[] = [];
  for (const release of pointer.releases) {
    const [latest, ...before] = allManifests(release).map(manifestKey);
    const needed = isGone(release) ? [] : [latest!, ...before.slice(0, 1)];
    for (const key of [latest!, ...before]) {
      const manifest = manifests.get(key) ?? null;
      const parts = manifest && (await partsOf(kv, key, manifest, needed.includes(key)));
      if (parts !== null) (needed.includes(key) ? kept : dropped).push(parts);
      else if (key === latest && !isGone(release)) {
        throw new Error(
          `release ${release.id} is live but has no manifest: what it needs is not known; publish its data again first`,
        );
      }
    }
  }

  if (going.size > 0) {
    const releases = pointer.releases.map((release) =>
      isGone(release) ? { ...release, state: 'gone' as const } : release,
    );
    const next: Pointer = { ...pointer, releases };
    await movePointer(kv, text, next);
  }
  const scripts = Object.values(await publishedScripts(kv, { pointer, older: null }));
  const needed = new Set([
    pointer.scripts.hash,
    ...scripts.map(({ hash }) => hash),
    ...kept.flatMap(({ hashes }) => hashes),
  ]);
  const unneeded = new Set(
    dropped.flatMap(({ hashes }) => hashes.filter((hash) => !needed.has(hash))),
  );
  await refuseIfMoved(kv, pointer);
  await kv.remove(Array.from(unneeded, blobKey));
  await kv.remove(dropped.map(({ key }) => key)); // last: it says what is to remove
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

/** All manifests that a release was published with, the newest first. */
function allManifests({ id, manifest, earlier = [] }: ReleaseRef): ManifestRef[] {
  return [manifest, ...earlier.toReversed()].map((hash) => ({ id, manifest: hash }));
}

/** @throws Error if an index is lost of which the blobs are needed */
async function partsOf(
  kv: KvPort,
  key: string,
  manifest: Manifest,
  isNeeded: boolean,
): Promise<ReleaseParts> {
  const reading = readIndexes(kv, manifest);
  // of one that goes, an index may have gone before
  const indexes = await (isNeeded ? reading : reading.catch(() => []));
  return { key, hashes: hashesOf(manifest, indexes) };
}

async function refuseIfMoved(kv: KvPort, { release }: Pointer): Promise<void> {
  const { pointer } = await readPointer(kv);
  if (pointer?.release !== release) {
    throw new Error('someone published meanwhile: nothing was removed; run the command again');
  }
}
