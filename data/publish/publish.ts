import type { BlobRef, Manifest, Pointer } from '../../src/core/release.ts';
import { compareText } from '../../src/core/sweep.ts';
import { blobKey, manifestKey } from '../../src/kv/keys.ts';
import { MAX_READ_KEYS, writeBatches } from '../kv/batches.ts';
import type { KvPort } from '../kv/port.ts';
import { movePointer, readPointer, withRelease } from './pointer.ts';
import { contentHash } from '../release/release.ts';
import type { BuiltRelease } from '../release/release.ts';
import { readManifests } from '../kv/stored.ts';

/** What a release carries beside its data; text by name. Not part of the release's id. */
export interface Extras {
  /** pictures of presets, base64; those of this release alone */
  readonly cards: ReadonlyMap<string, string>;
  /** element scripts of this build; those of the release before are carried on */
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
 * `current`, in one write and only if nobody has moved it.
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
  const kept =
    pointer === null ? [] : [pointer.release, pointer.previous].flatMap((id) => id ?? []);
  const manifests = await readManifests(kv, kept);
  const current = pointer === null ? null : (manifests.get(pointer.release) ?? null);

  const content = new Map(blobs);
  const isCurrent = pointer?.release === built.id;
  const publishedAt = isCurrent ? pointer.publishedAt : options.now;
  const carried = [...manifests.values()].map((one) => one?.scripts).toReversed();
  const manifest: Manifest = {
    ...built,
    publishedAt,
    cards: stored(extras.cards, content),
    scripts: Object.assign({}, ...carried, stored(extras.scripts, content)),
  };
  const next = nextPointer(pointer, built.id, { ...options, now: publishedAt });
  const isMarked = JSON.stringify(next) === JSON.stringify(pointer);
  if (isMarked && current !== null && sameContent(current, manifest)) {
    return { id: built.id, outcome: 'unchanged', written: { blobs: 0, bytes: 0 } };
  }

  const there = new Set([...manifests.values()].flatMap((one) => (one ? hashesOf(one) : [])));
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

  const manifestText = JSON.stringify(manifest);
  const entry = new Map([[manifestKey(built.id), manifestText]]);
  await kv.put(entry);
  await checkWritten(kv, entry);

  await movePointer(kv, before.text, next);
  const bytes = [...added.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return { id: built.id, outcome: 'published', written: { blobs: added.size, bytes } };
}

/** Every blob that a manifest names, by hash. */
export function hashesOf({ data, cards, scripts }: Manifest): string[] {
  return [data, cards, scripts].flatMap((refs) => Object.values(refs).map(({ hash }) => hash));
}

function nextPointer(pointer: Pointer | null, id: string, options: PublishOptions): Pointer {
  const listed = pointer?.releases.find((release) => release.id === id);
  const keep = options.keep === true || listed?.keep === true;
  const ref = { id, publishedAt: options.now, state: 'live', ...(keep && { keep }) } as const;
  const previous = pointer?.release === id ? pointer.previous : (pointer?.release ?? null);
  return {
    release: id,
    previous,
    publishedAt: options.now,
    releases: withRelease(pointer?.releases ?? [], ref),
  };
}

/** References to texts, which are added to the content to store. */
function stored(
  texts: ReadonlyMap<string, string>,
  content: Map<string, string>,
): Record<string, BlobRef> {
  const names = [...texts.keys()].toSorted(compareText);
  return Object.fromEntries(
    names.map((name) => {
      const text = texts.get(name)!;
      const hash = contentHash(text);
      content.set(hash, text);
      return [name, { hash, size: Buffer.byteLength(text) }];
    }),
  );
}

function sameContent(a: Manifest, b: Manifest): boolean {
  const names = ({ id, cards, scripts }: Manifest) =>
    JSON.stringify([id, ...[cards, scripts].map((refs) => Object.entries(refs).toSorted())]);
  return names(a) === names(b);
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
