import type { BlobRef, Manifest, Pointer, ReleaseRef } from '../../src/core/release.ts';
import { compareText } from '../../src/core/sweep.ts';
import { blobKey, manifestKey } from '../../src/kv/keys.ts';
import { readBatches, writeBatches } from '../kv/batches.ts';
import type { KvPort } from '../kv/port.ts';
import { contentHash } from '../release/release.ts';
import type { BuiltRelease } from '../release/release.ts';
import { movePointer, readPointer, readSoundPointer, releasesWith } from './pointer.ts';
import type { Doubt } from './pointer.ts';
import { refuseDoomed } from './pruning.ts';
import { survey } from './survey.ts';
import type { Loss, Survey } from './survey.ts';
import { trustedBase } from './publish-base.ts';
import type { PublishBase } from './publish-base.ts';

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
  /**
   * look at everything that is published instead of counting on it, write what is damaged, and take
   * off the list what is lost
   */
  readonly isRepair?: boolean;
  /** mark the release so that prune leaves it */
  readonly keep?: boolean;
  readonly onProgress?: (step: PublishStep) => void;
}

/** How far a step of publishing is: looks at what is there, writes, or checks what it wrote; in values. */
export interface PublishStep {
  readonly name: 'look' | 'write' | 'check';
  readonly done: number;
  readonly total: number;
}

/** What publishing did. */
export interface PublishResult {
  /** of the release */
  readonly id: string;
  readonly outcome: 'published' | 'repaired' | 'unchanged';
  readonly written: { readonly blobs: number; readonly bytes: number };
  /** what a repair could not save; `null` without one */
  readonly loss: Loss | null;
  readonly doubt: Doubt;
}

/**
 * ms between looks at a fresh value: KV may show it, or an old value under its key, a minute later.
 */
const BETWEEN_LOOKS_MS = [1000, 2000, 4000, 8000, 16_000, 30_000];

/**
 * Publishes a release: blobs that are not there yet, a look at each of them, the manifest, and last
 * `current`, in one write and only if nobody has moved it. Every other key is named by its content,
 * so nothing that a reader may have kept is overwritten.
 *
 * Stopped anywhere before the last write, readers stay on the release before, whole.
 *
 * @throws Error if `current` is damaged (without `isRepair`), what was written does not come back,
 *   or someone else published meanwhile
 */
export async function publishRelease(
  kv: KvPort,
  { manifest: built, blobs }: Pick<BuiltRelease, 'manifest' | 'blobs'>,
  extras: Extras,
  options: PublishOptions,
): Promise<PublishResult> {
  const content = new Map(blobs);
  const own = { cards: stored(extras.cards, content), scripts: stored(extras.scripts, content) };
  const isRepair = options.isRepair === true;
  const before = isRepair ? await readPointer(kv) : await readSoundPointer(kv);
  const base: PublishBase & Partial<Survey> = isRepair
    ? await survey(kv, before, { id: built.id, content }, (done, total) =>
        options.onProgress?.({ name: 'look', done, total }),
      )
    : await trustedBase(kv, before);
  const { pointer } = base;

  const isCurrent = pointer?.release === built.id;
  const publishedAt = isCurrent ? pointer.publishedAt : options.now;
  const manifest: Manifest = { ...built, publishedAt, ...own };
  const scriptsText = JSON.stringify(sortedByName({ ...base.scripts, ...own.scripts }));
  const manifestText = JSON.stringify(manifest);
  const ref = { id: built.id, manifest: contentHash(manifestText) };
  const scripts = blobRef(scriptsText, content);
  const next = nextPointer(pointer, ref, scripts, { ...options, now: publishedAt });
  await refuseDoomed(kv, pointer, [manifestKey(ref), ...Array.from(content.keys(), blobKey)]);

  const added = new Map(
    [...content].flatMap(([hash, text]) => (base.whole.has(hash) ? [] : [[blobKey(hash), text]])),
  );
  const isThere = base.manifests.has(manifestKey(ref));
  const isSame = JSON.stringify(next) === JSON.stringify(before.pointer);
  const result = { id: built.id, loss: base.loss ?? null };
  if (isThere && added.size === 0 && isSame) {
    return { ...result, outcome: 'unchanged', written: { blobs: 0, bytes: 0 }, doubt: null };
  }

  let done = 0;
  for (const batch of writeBatches(added)) {
    await kv.put(batch);
    done += batch.size;
    options.onProgress?.({ name: 'write', done, total: added.size });
  }
  await checkWritten(kv, added, options.onProgress);
  if (!isThere) {
    const entry = new Map([[manifestKey(ref), manifestText]]);
    await kv.put(entry);
    await checkWritten(kv, entry);
  }

  const doubt = await movePointer(kv, before.text, next);
  const bytes = [...added.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const written = { blobs: added.size, bytes };
  return { ...result, outcome: isRepair ? 'repaired' : 'published', written, doubt };
}

function nextPointer(
  pointer: PublishBase['pointer'],
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
  return {
    release: id,
    manifest,
    previous: pointer && previousOf(pointer, id),
    publishedAt: options.now,
    scripts,
    releases: releasesWith(pointer?.releases ?? [], ref),
    ...(pointer?.pruning && { pruning: pointer.pruning }),
  };
}

/** What to go back to from a release: the one before it, or the newest other where that is lost. */
function previousOf(
  { release, previous, releases }: NonNullable<PublishBase['pointer']>,
  id: string,
) {
  const before = release === id ? previous : release;
  const others = releases.filter((ref) => ref.state === 'live' && ref.id !== id);
  return (others.find((ref) => ref.id === before) ?? others[0])?.id ?? null;
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

/** @throws Error if something written does not come back as it was, a minute later neither */
async function checkWritten(
  kv: KvPort,
  written: ReadonlyMap<string, string>,
  onProgress?: PublishOptions['onProgress'],
): Promise<void> {
  const sizes = new Map(Array.from(written, ([key, text]) => [key, Buffer.byteLength(text)]));
  let done = 0;
  for (const batch of readBatches([...written.keys()], sizes)) {
    for (let look = 0; ; look++) {
      const values = await kv.get(batch, sizes);
      const wrong = batch.find((key) => values.get(key) !== written.get(key));
      if (wrong === undefined) break;
      if (look === BETWEEN_LOOKS_MS.length) {
        const isMissing = (values.get(wrong) ?? null) === null;
        const problem = isMissing ? 'is not there' : 'came back changed';
        throw new Error(
          `KV key "${wrong}" ${problem} after it was written: readers have what they had before; run the same command again`,
        );
      }
      await kv.pause(BETWEEN_LOOKS_MS[look]!);
    }
    done += batch.length;
    onProgress?.({ name: 'check', done, total: written.size });
  }
}
