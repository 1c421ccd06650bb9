import type { BlobRef, Manifest, Pointer, ReleaseRef } from '../../src/core/release.ts';
import { compareText } from '../../src/core/sweep.ts';
import { blobKey, manifestKey } from '../../src/kv/keys.ts';
import { MAX_READ_KEYS, writeBatches } from '../kv/batches.ts';
import type { KvPort } from '../kv/port.ts';
import { movePointer, readPointer, withRelease } from './pointer.ts';
import { publishedScripts } from './scripts.ts';
import { contentHash } from '../release/release.ts';
import type { BuiltRelease } from '../release/release.ts';
import { hashesOf, readIndexes, readManifests } from '../kv/stored.ts';

/** What a release carries beside its data; text by name. Not part of the release's id. */
export interface Extras {
  /** pictures of presets, base64; those of this release alone */
  readonly cards: ReadonlyMap<string, string>;
  /** element scripts of this build; every one that was published before stays published */
  readonly scripts: ReadonlyMap<string, string>;
}

interface PublishOptions {
  /** ISO 8601, UTC */
  readonly now: string;
  /** mark the release so that prune leaves it */
  readonly keep?: boolean;
  readonly onProgress?: (step: PublishStep) => void;
}

export interface PublishStep {
  readonly name: 'write' | 'check';
  readonly done: number;
  readonly total: number;
}

export interface Published {
  readonly id: string;
  readonly outcome: 'published' | 'unchanged';
  readonly written: { readonly blobs: number; readonly bytes: number };
}

/** Times that a fresh blob is looked for before it counts as lost: KV may show it a little later. */
const LOOKS = 5;
const BETWEEN_LOOKS_MS = 2000;

/**
 * Publishes a release: blobs that are not there yet, a look at each of them, the manifest, and last
 * `current`, in one write and only if nobody has moved it. Every other key is named by its content,
 * so nothing that a reader may have kept is overwritten.
 *
 * Stopped anywhere before the last write, readers stay on the release before, whole.
 *
 * @throws Error if what was written does not come back, or someone else published meanwhile
 */
export async function publishRelease(
  kv: KvPort,
  { manifest: built, blobs }: Pick<BuiltRelease, 'manifest' | 'blobs'>,
  extras: Extras,
  options: PublishOptions,
): Promise<Published> {
  const before = await readPointer(kv);
  const { pointer } = before;
  // Only what these two name is sure to stay: prune may take what others name.
  const kept = pointer === null ? [] : currentAndPrevious(pointer);
  const manifests = await readManifests(kv, kept);

  const content = new Map(blobs);
  const isCurrent = pointer?.release === built.id;
  const publishedAt = isCurrent ? pointer.publishedAt : options.now;
  const manifest: Manifest = {
    ...built,
    publishedAt,
    cards: stored(extras.cards, content),
    scripts: stored(extras.scripts, content),
  };
  const scriptsText = JSON.stringify(
    sortedByName({ ...(await publishedScripts(kv, before)), ...manifest.scripts }),
  );
  const manifestText = JSON.stringify(manifest);
  const ref = { id: built.id, manifest: contentHash(manifestText) };
  const next = nextPointer(pointer, ref, blobRef(scriptsText, content), {
    ...options,
    now: publishedAt,
  });
  const isThere = manifests.get(manifestKey(ref)) != null;
  if (isThere && JSON.stringify(next) === JSON.stringify(pointer)) {
    return { id: built.id, outcome: 'unchanged', written: { blobs: 0, bytes: 0 } };
  }

  const there = new Set<string>(pointer === null ? [] : [pointer.scripts.hash]);
  for (const one of manifests.values()) {
    // where an index is lost, what it named is written again
    const indexes = one && (await readIndexes(kv, one).catch(() => null));
    for (const hash of indexes ? hashesOf(one!, indexes) : []) there.add(hash);
  }
  const added = new Map(
    [...content].flatMap(([hash, text]) => (there.has(hash) ? [] : [[blobKey(hash), text]])),
  );
  let done = 0;
  for (const batch of writeBatches(added)) {
    await kv.put(batch);
    done += batch.size;
    options.onProgress?.({ name: 'write', done, total: added.size });
  }
  await checkWritten(kv, added, options.onProgress);

  const entry = new Map([[manifestKey(ref), manifestText]]);
  await kv.put(entry);
  await checkWritten(kv, entry);

  await movePointer(kv, before.text, next);
  const bytes = [...added.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return { id: built.id, outcome: 'published', written: { blobs: added.size, bytes } };
}

function currentAndPrevious({ release, previous, releases }: Pointer): ReleaseRef[] {
  return releases.filter(({ id }) => id === release || id === previous);
}

function nextPointer(
  pointer: Pointer | null,
  { id, manifest }: Pick<ReleaseRef, 'id' | 'manifest'>,
  scripts: BlobRef,
  options: PublishOptions,
): Pointer {
  const listed = pointer?.releases.find((release) => release.id === id);
  const keep = options.keep === true || listed?.keep === true;
  const before = listed === undefined ? [] : [...(listed.earlier ?? []), listed.manifest];
  const earlier = before.filter((hash) => hash !== manifest);
  const ref: ReleaseRef = {
    id,
    manifest,
    ...(earlier.length > 0 && { earlier }),
    publishedAt: options.now,
    state: 'live',
    ...(keep && { keep }),
  };
  const previous = pointer?.release === id ? pointer.previous : (pointer?.release ?? null);
  return {
    release: id,
    manifest,
    previous,
    publishedAt: options.now,
    scripts,
    releases: withRelease(pointer?.releases ?? [], ref),
  };
}

/** References to texts, which are added to the content to store. */
function stored(
  texts: ReadonlyMap<string, string>,
  content: Map<string, string>,
): Record<string, BlobRef> {
  const refs = Array.from(texts, ([name, text]) => [name, blobRef(text, content)] as const);
  return sortedByName(Object.fromEntries(refs));
}

function blobRef(text: string, content: Map<string, string>): BlobRef {
  const hash = contentHash(text);
  content.set(hash, text);
  return { hash, size: Buffer.byteLength(text) };
}

function sortedByName<T>(values: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(values).toSorted(([a], [b]) => compareText(a, b)));
}

async function checkWritten(
  kv: KvPort,
  written: ReadonlyMap<string, string>,
  onProgress?: PublishOptions['onProgress'],
): Promise<void> {
  const keys = [...written.keys()];
  for (let i = 0; i < keys.length; i += MAX_READ_KEYS) {
    const batch = keys.slice(i, i + MAX_READ_KEYS);
    for (let look = 1; ; look++) {
      const values = await kv.get(batch);
      const wrong = batch.find((key) => !isSame(values.get(key) ?? null, written.get(key)!));
      if (wrong === undefined) break;
      const isMissing = (values.get(wrong) ?? null) === null;
      if (!isMissing || look === LOOKS) {
        const problem = isMissing ? 'is not there' : 'came back changed';
        throw new Error(`KV key "${wrong}" ${problem} after it was written; publish again`);
      }
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
    }
    onProgress?.({ name: 'check', done: i + batch.length, total: keys.length });
  }
}

function isSame(stored: string | null, written: string): boolean {
  return stored !== null && contentHash(stored) === contentHash(written);
}
