import type { BlobRef, Pointer, WorkloadBlob } from '../core/release.ts';
import { releaseIndex } from '../core/release-index.ts';
import type { ReleaseIndex } from '../core/release-index.ts';
import { sweepId } from '../core/sweep.ts';
import type { Sweep } from '../core/sweep.ts';
import { workloadBlobSchema } from '../schema/release.ts';
import { ByteCache } from './byte-cache.ts';
import { parseContent, readImmutable } from './content.ts';
import { RELEASE_ID, blobKey, manifestKey } from './keys.ts';
import { readManifest } from './manifest.ts';
import { PointerMemory } from './pointer.ts';
import type { PointerReading } from './pointer.ts';
import type { KvReader } from './reader.ts';
import { ContentError, StoreError } from './store-error.ts';

/** One whole release, as one request sees it: everything it gives belongs together. */
export interface Release extends ReleaseIndex {
  /** asked for by its id */
  readonly isPinned: boolean;
  /** not known to be the newest: KV failed, or the newest could not be read */
  readonly isStale: boolean;
  /** ids and dates of all releases */
  readonly pointer: Pointer;
  /**
   * A data blob by its name.
   *
   * @returns `null` if the manifest lists none of that name
   */
  readonly workload: (name: string) => Promise<Workload | null>;
  /** The bytes that a line of the manifest's cards or scripts stands for. */
  readonly bytes: (ref: BlobRef) => Promise<Uint8Array>;
}

/** A data blob, its sweeps found by their ids. */
export interface Workload extends WorkloadBlob {
  readonly byId: ReadonlyMap<string, Sweep>;
}

const MIB = 2 ** 20;

/**
 * The releases in KV, and what this isolate has read of them.
 *
 * Only releases that `current` lists and blobs that their manifest lists are ever asked for, since
 * KV remembers for a while that a key was absent.
 */
export class Store {
  readonly #pointer: PointerMemory;
  readonly #manifests = new ByteCache<ReleaseIndex>(16 * MIB);
  readonly #workloads = new ByteCache<Workload>(12 * MIB);
  readonly #files = new ByteCache<Uint8Array>(4 * MIB);

  /** @param now - ms, to know when the pointer has to be read again */
  constructor(now: () => number) {
    this.#pointer = new PointerMemory(now);
  }

  /** What `current` says if that is known without asking KV, else `null`. */
  peek(): PointerReading | null {
    return this.#pointer.peek();
  }

  /**
   * What `use` makes of one whole release.
   *
   * Without a pin that is the live one; when some of its content cannot be had, `use` starts again
   * with the previous one. A pin is that release or none.
   *
   * @param pin - release id, or `null` for the live one
   * @throws StoreError if the pin is not listed or gone, or nothing whole can be read
   */
  async withRelease<T>(
    reader: KvReader,
    pin: string | null,
    use: (release: Release) => Promise<T>,
  ): Promise<T> {
    const { pointer, isStale } = await this.#pointer.read(reader);
    const candidates = pin === null ? liveCandidates(pointer) : [listed(pointer, pin)];
    let failure: ContentError | null = null;
    for (const id of candidates) {
      try {
        const index = await this.#index(reader, id);
        return await use({
          ...index,
          pointer,
          isPinned: pin !== null,
          isStale: isStale || failure !== null,
          workload: (name) => this.#workload(reader, index, name),
          bytes: (ref) => this.#bytes(reader, ref),
        });
      } catch (error) {
        if (!(error instanceof ContentError)) throw error;
        failure ??= error;
      }
    }
    throw new StoreError({ kind: 'unavailable', detail: failure?.message ?? 'no release is live' });
  }

  async #index(reader: KvReader, id: string): Promise<ReleaseIndex> {
    const key = manifestKey(id);
    const known = this.#manifests.get(key);
    if (known !== null) return known;
    const { manifest, bytes } = await readManifest(reader, id);
    const index = releaseIndex(manifest);
    this.#manifests.set(key, index, bytes);
    return index;
  }

  async #workload(
    reader: KvReader,
    { manifest }: ReleaseIndex,
    name: string,
  ): Promise<Workload | null> {
    const ref = Object.hasOwn(manifest.data, name) ? manifest.data[name] : undefined;
    if (ref === undefined) return null;
    const key = blobKey(ref.hash);
    const known = this.#workloads.get(key);
    if (known !== null) return known;
    const bytes = await readImmutable(reader, key, ref.hash);
    const blob = parseContent(key, bytes, workloadBlobSchema);
    const byId = new Map(blob.sweeps.map((sweep) => [sweepId(sweep), sweep]));
    const workload = { ...blob, byId };
    this.#workloads.set(key, workload, bytes.byteLength);
    return workload;
  }

  async #bytes(reader: KvReader, { hash }: BlobRef): Promise<Uint8Array> {
    const key = blobKey(hash);
    const known = this.#files.get(key);
    if (known !== null) return known;
    const bytes = await readImmutable(reader, key, hash);
    this.#files.set(key, bytes, bytes.byteLength);
    return bytes;
  }
}

/** The live release, then the one before it, if it has not been pruned. */
function liveCandidates({ release, previous, releases }: Pointer): string[] {
  const isLive = (id: string) => releases.some((ref) => ref.id === id && ref.state === 'live');
  return [release, previous].filter((id) => id !== null && isLive(id)).map(String);
}

function listed(pointer: Pointer, release: string): string {
  const ref = pointer.releases.find(({ id }) => id === release);
  if (ref === undefined || !RELEASE_ID.test(release)) {
    throw new StoreError({ kind: 'unlisted', release, pointer });
  }
  if (ref.state === 'gone') throw new StoreError({ kind: 'gone', release, pointer });
  return release;
}
