import { randomUUID } from 'node:crypto';
import type { BlobRef, Pointer, Pruning, ReleaseRef } from '../../src/core/release.ts';
import {
  BLOB_PREFIX,
  MANIFEST_PREFIX,
  blobKey,
  isReleaseKey,
  manifestKey,
  parsedManifestKey,
} from '../../src/kv/keys.ts';
import { removalBatches } from '../kv/batches.ts';
import type { KvPort } from '../kv/port.ts';
import {
  hashesOf,
  reachableHashes,
  readIndexes,
  readManifests,
  requireManifest,
} from '../kv/checked-values.ts';
import type { ManifestRef } from '../kv/checked-values.ts';
import { contentHash } from '../release/release.ts';
import { movePointer, requirePointer } from './pointer.ts';
import type { Doubt } from './pointer.ts';
import { markedKeys } from './pruning.ts';
import { publishedScripts } from './scripts.ts';

interface PruneOptions {
  /** newest live releases that stay */
  readonly keep: number;
  /** days; younger releases stay */
  readonly olderThan: number;
  /** ISO 8601 */
  readonly now: string;
}

/** What one run of pruning did. */
export interface Pruned {
  /** releases that are gone from now on */
  readonly gone: readonly string[];
  /** values that an earlier run marked, removed now */
  readonly removed: number;
  /** values that are marked for a later run to remove */
  readonly marked: number;
  /** by this run, not by an earlier one */
  readonly isMarkedNow: boolean;
  /** when those may be removed: ISO 8601; `null` where there are none */
  readonly removableAt: string | null;
  readonly doubt: Doubt;
}

const DAY_MS = 86_400_000;
/**
 * Least age of marks when what they name is removed, ms. No call that was under way when they were made
 * is under way any more, so everybody who publishes knows of them.
 */
export const GRACE_MS = 3_600_000;

/**
 * Takes old releases out of KV, in two runs: one marks what nothing needs, and a later one removes of
 * it what still nothing needs. Releases stay listed, as gone. What a stopped publication or prune left
 * behind goes the same way.
 *
 * Never the current, the previous or a marked release, and no element script. Of a release that was
 * published again with other scripts or cards, the manifest before the newest stays too: readers may
 * hold a `current` that names it.
 *
 * Someone may publish at any moment. Whoever does writes a manifest, then looks at `current`, and
 * writes it only if it is as it was at the start. The removing run writes into `current` that it
 * removes, waits until everybody sees that, and only then looks which manifests there are. So one of
 * the two sees the other: either what the new manifest names stays, or its writer is refused.
 *
 * @throws Error if a kept release's manifest or index is damaged: what it needs would not be known
 */
export async function prune(kv: KvPort, options: PruneOptions): Promise<Pruned> {
  const { text, pointer, removed, doubt } = await removeMarked(kv, options);
  if (pointer.pruning !== undefined) {
    const marked = (await markedKeys(kv, pointer.pruning))?.length ?? 0;
    const removableAt = afterGrace(pointer.pruning.markedAt);
    return { gone: [], removed, marked, isMarkedNow: false, removableAt, doubt };
  }
  const gone = prunable(pointer, options).map(({ id }) => id);
  const kept = withGone(pointer, new Set(gone));
  const needed = await neededKeys(kv, kept);
  const unneeded = (await allKeys(kv)).filter((key) => !needed.has(key)).toSorted();
  if (unneeded.length === 0 && gone.length === 0) {
    return { gone, removed, marked: 0, isMarkedNow: false, removableAt: null, doubt };
  }
  const pruning = { keys: await storedKeys(kv, unneeded), markedAt: options.now, remover: null };
  const marking = await movePointer(kv, text, { ...kept, pruning });
  const removableAt = afterGrace(options.now);
  const marked = unneeded.length;
  return { gone, removed, marked, isMarkedNow: true, removableAt, doubt: marking };
}

/** The live releases that options let go, newest first; never the current, the previous or a marked one. */
export function prunable(pointer: Pointer, { keep, olderThan, now }: PruneOptions): ReleaseRef[] {
  const live = pointer.releases.filter(({ state }) => state === 'live');
  const age = ({ publishedAt }: ReleaseRef) => (Date.parse(now) - Date.parse(publishedAt)) / DAY_MS;
  return live
    .slice(keep)
    .filter((release) => release.id !== pointer.release && release.id !== pointer.previous)
    .filter((release) => release.keep !== true && age(release) > olderThan);
}

/** What `current` says after marks were removed, or left alone. */
interface AfterRemoval extends Pick<Pruned, 'removed' | 'doubt'> {
  readonly text: string;
  readonly pointer: Pointer;
}

/** Removes what an earlier run marked, if that is long enough ago; then there are no marks any more. */
async function removeMarked(kv: KvPort, { now }: PruneOptions): Promise<AfterRemoval> {
  const before = await requirePointer(kv);
  const { pruning } = before.pointer;
  if (pruning === undefined || Date.parse(now) < Date.parse(afterGrace(pruning.markedAt))) {
    return { ...before, removed: 0, doubt: null };
  }
  const claim: Pruning = { ...pruning, remover: randomUUID() };
  await movePointer(kv, before.text, { ...before.pointer, pruning: claim });
  await kv.pause(kv.settleMs);

  // who counts on a marked key is refused from here on, so what is needed now is all that will be
  const { pointer } = await requireClaim(kv, claim);
  const marked = new Set(await markedKeys(kv, claim));
  const needed = await neededKeys(kv, pointer);
  for (const key of await keysOfStrays(kv, marked)) needed.add(key);
  const unneeded = [...marked].filter((key) => !needed.has(key));
  for (const batch of removalBatches([...unneeded, blobKey(claim.keys.hash)])) {
    await requireClaim(kv, claim);
    await kv.remove(batch);
  }

  const last = await requireClaim(kv, claim);
  const { pruning: _, ...unmarked } = last.pointer;
  const doubt = await movePointer(kv, last.text, unmarked);
  return {
    text: JSON.stringify(unmarked),
    pointer: unmarked,
    removed: unneeded.length,
    doubt,
  };
}

/** @throws Error if someone has written `current` who did not know that marks are being removed */
async function requireClaim(kv: KvPort, claim: Pruning): ReturnType<typeof requirePointer> {
  const now = await requirePointer(kv);
  if (now.pointer.pruning?.remover === claim.remover) return now;
  throw new Error(
    `someone else moved "current" (to release ${now.pointer.release}) meanwhile: no more is removed; run the command again`,
  );
}

/** The pointer with these releases gone, and only those manifests of the others that are needed. */
function withGone(pointer: Pointer, going: ReadonlySet<string>): Pointer {
  const releases = pointer.releases.map((release): ReleaseRef => {
    const { earlier = [], ...ref } = release;
    if (ref.state === 'gone' || going.has(ref.id)) return { ...ref, state: 'gone' };
    return earlier.length === 0 ? release : { ...release, earlier: earlier.slice(-1) };
  });
  return { ...pointer, releases };
}

/**
 * Every key that the live releases and the published scripts need.
 *
 * @throws DamageError if a release's manifest or index is damaged
 */
async function neededKeys(kv: KvPort, pointer: Pointer): Promise<Set<string>> {
  const needed = new Set([blobKey(pointer.scripts.hash)]);
  const scripts = await publishedScripts(kv, { pointer, older: null });
  for (const { hash } of Object.values(scripts)) needed.add(blobKey(hash));
  for (const { id, manifest, earlier = [], state } of pointer.releases) {
    if (state === 'gone') continue;
    const newest = await requireManifest(kv, { id, manifest });
    needed.add(manifestKey({ id, manifest }));
    for (const hash of hashesOf(newest, await readIndexes(kv, newest))) needed.add(blobKey(hash));
    // readers may hold a `current` that names it; damaged, it is of no use to them either
    const refs = earlier.slice(-1).map((hash) => ({ id, manifest: hash }));
    for (const key of await keysOfSound(kv, refs)) needed.add(key);
  }
  return needed;
}

/** What the manifests name that are not marked, listed or not: one may have come since. */
async function keysOfStrays(kv: KvPort, marked: ReadonlySet<string>): Promise<string[]> {
  const unmarked = (await kv.list(MANIFEST_PREFIX)).filter((key) => !marked.has(key));
  return keysOfSound(
    kv,
    unmarked.flatMap((key) => parsedManifestKey(key) ?? []),
  );
}

/** Keys of the manifests that are sound, and of all that they lead to. */
async function keysOfSound(kv: KvPort, refs: readonly ManifestRef[]): Promise<string[]> {
  const keys: string[] = [];
  for (const [key, read] of await readManifests(kv, refs)) {
    if (!('value' in read)) continue;
    keys.push(key, ...(await reachableHashes(kv, read.value)).map(blobKey));
  }
  return keys;
}

/** Every key that publishing may have written, but `current`. */
async function allKeys(kv: KvPort): Promise<string[]> {
  const keys = [...(await kv.list(MANIFEST_PREFIX)), ...(await kv.list(BLOB_PREFIX))];
  return keys.filter(isReleaseKey);
}

async function storedKeys(kv: KvPort, keys: readonly string[]): Promise<BlobRef> {
  const text = JSON.stringify(keys);
  const hash = contentHash(text);
  await kv.put(new Map([[blobKey(hash), text]]));
  return { hash, size: Buffer.byteLength(text) };
}

function afterGrace(markedAt: string): string {
  return new Date(Date.parse(markedAt) + GRACE_MS).toISOString();
}
