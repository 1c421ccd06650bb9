import type { Pointer, ReleaseRef, ScriptIndex } from '../../src/core/release.ts';
import { compareText } from '../../src/core/sweep.ts';
import { BLOB_PREFIX, MANIFEST_PREFIX, manifestKey, parsedManifestKey } from '../../src/kv/keys.ts';
import { scriptIndexSchema } from '../../src/schema/release.ts';
import type { KvPort } from '../kv/port.ts';
import { readBatches } from '../kv/batches.ts';
import { checkedValue, readManifests } from '../kv/checked-values.ts';
import type { ManifestRef } from '../kv/checked-values.ts';
import type { Part } from './parts.ts';

/**
 * The releases whose manifests KV holds, as `current` would list them, the newest as the current one;
 * `null` for none. Which were marked to stay is not known any more: all are.
 */
export async function recoveredReleases(kv: KvPort): Promise<Omit<Pointer, 'scripts'> | null> {
  const refs = await storedManifests(kv);
  const manifests = await readManifests(kv, refs);
  const sound = refs.flatMap((ref) => {
    const read = manifests.get(manifestKey(ref))!;
    return 'value' in read ? [{ ...ref, publishedAt: read.value.publishedAt }] : [];
  });
  const newestFirst = sound.toSorted(
    (a, b) => compareText(b.publishedAt, a.publishedAt) || compareText(a.manifest, b.manifest),
  );
  const releases = new Map<string, ReleaseRef>();
  for (const { id, manifest, publishedAt } of newestFirst) {
    const newer = releases.get(id);
    releases.set(
      id,
      newer === undefined
        ? { id, manifest, publishedAt, state: 'live', keep: true }
        : { ...newer, earlier: [manifest, ...(newer.earlier ?? [])] },
    );
  }
  const [current, previous] = [...releases.values()];
  if (current === undefined) return null;
  const { id: release, manifest, publishedAt } = current;
  const listed = [...releases.values()];
  return { release, manifest, previous: previous?.id ?? null, publishedAt, releases: listed };
}

/**
 * The element scripts that anything in KV names: manifests, and every list of scripts among the blobs.
 *
 * @param others - blobs that are something else, and not looked through
 */
export async function recoveredScripts(kv: KvPort, others: readonly Part[]): Promise<ScriptIndex> {
  const isOther = new Set(others.map(({ key }) => key));
  const unknown = (await kv.list(BLOB_PREFIX)).filter((key) => !isOther.has(key));
  const lists: ScriptIndex[] = [];
  for (const batch of readBatches(unknown)) {
    for (const [key, text] of await kv.get(batch)) {
      const read = checkedValue(text, key.slice(BLOB_PREFIX.length), scriptIndexSchema);
      if ('value' in read) lists.push(read.value);
    }
  }
  for (const read of (await readManifests(kv, await storedManifests(kv))).values()) {
    if ('value' in read) lists.push(read.value.scripts);
  }
  return Object.assign({}, ...lists);
}

async function storedManifests(kv: KvPort): Promise<ManifestRef[]> {
  return (await kv.list(MANIFEST_PREFIX)).flatMap((key) => parsedManifestKey(key) ?? []);
}
