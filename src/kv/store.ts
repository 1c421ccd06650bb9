import type {
  BlobRef,
  Manifest,
  ModelIndex,
  Pointer,
  ReleaseRef,
  ScriptIndex,
  SweepEntry,
  WorkloadBlob,
} from '../core/release.ts';
import { catalogIndex } from '../core/release-index.ts';
import type { CatalogIndex, ReleaseIndex } from '../core/release-index.ts';
import { sweepId } from '../core/sweep.ts';
import type { Sweep } from '../core/sweep.ts';
import {
  manifestSchema,
  modelIndexSchema,
  scriptIndexSchema,
  sweepSchema,
  workloadBlobSchema,
} from '../schema/release.ts';
import type { Schema } from '../schema/schema.ts';
import type { Clock } from './clock.ts';
import { readAllParsed, readImmutable, readParsed } from './content.ts';
import type { HashedKey } from './content.ts';
import { INDEX_PREFIX, RELEASE_ID, blobKey, indexName, manifestKey } from './keys.ts';
import { Patience } from './patience.ts';
import { PointerMemory } from './pointer.ts';
import type { PointerReading } from './pointer.ts';
import { MAX_BULK_BYTES, MAX_BULK_KEYS } from './reader.ts';
import type { KvReader } from './reader.ts';
import { SharedReads } from './shared-reads.ts';
import { ContentError, StoreError } from './store-error.ts';

/** One whole release, as one request sees it: everything it gives belongs together. */
export interface Release extends CatalogIndex<Manifest> {
  /** asked for by its id */
  readonly isPinned: boolean;
  /** not known to be the newest: KV failed, or the newest could not be read */
  readonly isStale: boolean;
  /**
   * Why this answer is not of what `current` names, or another one of this isolate was not within
   * the last minute; `null` where all were.
   */
  readonly whyStale: string | null;
  /** ids and dates of all releases */
  readonly pointer: Pointer;
  /** The release with the sweeps of some models, or of all of them. */
  readonly withSweeps: (models?: readonly string[]) => Promise<ReleaseIndex>;
  /**
   * The default runs' frontiers of a workload, by the name of their blob.
   *
   * @returns `null` if the manifest lists none of that name
   */
  readonly workload: (name: string) => Promise<WorkloadBlob | null>;
  /** Some sweeps with every point, by their ids; one read for all of them where it is not too much. */
  readonly sweeps: (entries: readonly SweepEntry[]) => Promise<ReadonlyMap<string, Sweep>>;
  /** Every element script ever published, of whatever release, by name. */
  readonly scripts: () => Promise<ScriptIndex>;
  /** The bytes that a line of the manifest's cards or scripts stands for. */
  readonly bytes: (ref: BlobRef) => Promise<Uint8Array<ArrayBuffer>>;
}

const MIB = 2 ** 20;
/** How long an answer of an older release is remembered as a sign of trouble: ms. */
const TROUBLE_MS = 60_000;

/** One request: what it reads from, and how long it still waits. */
interface Visit {
  readonly reader: KvReader;
  readonly patience: Patience;
}

/**
 * The releases in KV, and what this isolate has read of them.
 *
 * Only releases that `current` lists and blobs that their manifest lists are ever asked for, since
 * KV remembers for a while that a key was absent.
 */
export class Store {
  readonly #clock: Clock;
  readonly #pointer: PointerMemory;
  /** manifests, indexes and sweeps, whose keys name what they are; an isolate has 128 MB for all */
  readonly #parsed = new SharedReads<unknown>(32 * MIB);
  readonly #files = new SharedReads<Uint8Array<ArrayBuffer>>(4 * MIB);
  /** the release that was last given as the live one */
  #lastGood: ReleaseRef | null = null;
  #trouble: { readonly why: string; readonly untilMs: number } | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#pointer = new PointerMemory(clock);
  }

  /** What `current` says if that is known without asking KV, else `null`. */
  peek(): PointerReading | null {
    return this.#pointer.peek();
  }

  /** Bytes of what is kept, about. */
  get bytes(): number {
    return this.#parsed.bytes + this.#files.bytes;
  }

  /**
   * What `use` makes of one whole release.
   *
   * Without a pin that is the live one; when some of its content cannot be had, `use` starts again
   * with the previous one, then with the one that was last read whole. A pin is that release or none.
   *
   * @param pin - release id, or `null` for the live one
   * @throws StoreError if the pin is not listed or gone, or nothing whole can be read
   */
  async withRelease<T>(
    reader: KvReader,
    pin: string | null,
    use: (release: Release) => Promise<T>,
  ): Promise<T> {
    const visit = { reader, patience: new Patience(this.#clock) };
    const { pointer, whyStale } = await this.#pointer.read(reader, visit.patience);
    const candidates = pin === null ? this.#liveCandidates(pointer) : [listed(pointer, pin)];
    let failure: ContentError | null = null;
    for (const ref of candidates) {
      try {
        const why = whyStale ?? failure?.message ?? null;
        const release = await this.#release(visit, ref, pointer, why, pin !== null);
        const made = await use(release);
        if (pin === null) this.#lastGood = ref;
        return made;
      } catch (error) {
        if (!(error instanceof ContentError)) throw error;
        failure ??= error;
        if (pin === null) this.#remember(error.message);
      }
    }
    throw new StoreError({ kind: 'unavailable', detail: failure?.message ?? 'no release is live' });
  }

  async #release(
    visit: Visit,
    ref: ReleaseRef,
    pointer: Pointer,
    whyStale: string | null,
    isPinned: boolean,
  ): Promise<Release> {
    const index = await this.#index(visit, ref);
    const { data } = index.manifest;
    const workload = (name: string) =>
      Object.hasOwn(data, name) && name.startsWith('w/')
        ? this.#blob(visit, data[name]!, workloadBlobSchema)
        : Promise.resolve(null);
    return {
      ...index,
      pointer,
      isPinned,
      isStale: whyStale !== null,
      whyStale: whyStale ?? this.#recentTrouble(),
      withSweeps: (models) => this.#withSweeps(visit, index, models),
      workload,
      sweeps: (entries) => this.#sweeps(visit, index, entries),
      scripts: () => this.#blob(visit, pointer.scripts, scriptIndexSchema),
      bytes: ({ hash }) => this.#bytes(visit, hash),
    };
  }

  async #index(visit: Visit, ref: ReleaseRef): Promise<CatalogIndex<Manifest>> {
    const hashed = { key: manifestKey(ref), hash: ref.manifest };
    const read = async () => {
      const { value, bytes } = await readParsed(visit.reader, hashed, manifestSchema);
      if (value.id !== ref.id) {
        throw new ContentError(`${hashed.key} says that it is release ${value.id}`);
      }
      return { value: catalogIndex(value), bytes };
    };
    const index = await this.#parsed.get(hashed.key, visit.patience, () => kept(visit, read()));
    return index as CatalogIndex<Manifest>;
  }

  async #withSweeps(
    visit: Visit,
    index: CatalogIndex<Manifest>,
    models: readonly string[] = modelsOf(index.manifest),
  ): Promise<ReleaseIndex> {
    const indexes = await this.#modelIndexes(visit, index, models);
    const byModel = new Map(indexes.map(({ model, sweeps }) => [model, sweeps]));
    return {
      ...index,
      entriesOf(model) {
        const sweeps = byModel.get(model);
        if (sweeps === undefined && Object.hasOwn(index.manifest.data, indexName(model))) {
          throw new RangeError(`sweeps of ${model}: only those of ${models.join(', ')} were read`);
        }
        return sweeps ?? [];
      },
    };
  }

  #modelIndexes(
    visit: Visit,
    { manifest: { data } }: CatalogIndex<Manifest>,
    models: readonly string[],
  ): Promise<ModelIndex[]> {
    const names = models.map(indexName).filter((name) => Object.hasOwn(data, name));
    return this.#blobs(
      visit,
      names.map((name) => data[name]!),
      modelIndexSchema,
    );
  }

  async #sweeps(
    visit: Visit,
    index: CatalogIndex<Manifest>,
    entries: readonly SweepEntry[],
  ): Promise<ReadonlyMap<string, Sweep>> {
    const wanted = new Set(entries.map(sweepId));
    const models = [...new Set(entries.map(({ key }) => key.model))];
    const refs = new Map<string, BlobRef>();
    for (const { sweeps, points } of await this.#modelIndexes(visit, index, models)) {
      for (const [i, entry] of sweeps.entries()) {
        const id = sweepId(entry);
        if (wanted.has(id)) refs.set(id, points[i]!);
      }
    }
    const sweeps = await this.#blobs(visit, [...refs.values()], sweepSchema);
    return new Map([...refs.keys()].map((id, i) => [id, sweeps[i]!]));
  }

  async #blob<T>(visit: Visit, ref: BlobRef, schema: Schema<T>): Promise<T> {
    const [value] = await this.#blobs(visit, [ref], schema);
    return value!;
  }

  async #blobs<T>(visit: Visit, refs: readonly BlobRef[], schema: Schema<T>): Promise<T[]> {
    const byKey = new Map(refs.map((ref) => [blobKey(ref.hash), ref]));
    const make = (missing: readonly string[]) =>
      bulks(missing.map((key) => byKey.get(key)!)).flatMap((some) =>
        readAllParsed(visit.reader, some.map(hashedBlob), schema).map((work) => kept(visit, work)),
      );
    const keys = refs.map(({ hash }) => blobKey(hash));
    return (await this.#parsed.getMany(keys, visit.patience, make)) as T[];
  }

  #bytes(visit: Visit, hash: string): Promise<Uint8Array<ArrayBuffer>> {
    const read = async () => {
      const value = await readImmutable(visit.reader, { key: blobKey(hash), hash });
      return { value, bytes: value.byteLength };
    };
    return this.#files.get(blobKey(hash), visit.patience, () => kept(visit, read()));
  }

  /** The live release, the one before it and the last one that was whole, unless they are gone. */
  #liveCandidates({ release, previous, releases }: Pointer): ReleaseRef[] {
    const ids = new Set([release, previous, this.#lastGood?.id]);
    const good = this.#lastGood;
    return [...ids].flatMap((id) => {
      const ref = releases.find((one) => one.id === id && one.state === 'live');
      if (ref === undefined) return [];
      // published again with other scripts or cards, it has another manifest
      return good !== null && good.id === id && good.manifest !== ref.manifest
        ? [ref, good]
        : [ref];
    });
  }

  #remember(why: string): void {
    this.#trouble = { why, untilMs: this.#clock.now() + TROUBLE_MS };
  }

  #recentTrouble(): string | null {
    const trouble = this.#trouble;
    return trouble !== null && this.#clock.now() < trouble.untilMs ? trouble.why : null;
  }
}

/** Work that others may wait for too. */
function kept<T>({ reader }: Visit, work: Promise<T>): Promise<T> {
  reader.keepAlive(work.catch(() => null));
  return work;
}

function hashedBlob({ hash }: BlobRef): HashedKey {
  return { key: blobKey(hash), hash };
}

/** Blobs in groups that KV reads at once. */
function bulks(refs: readonly BlobRef[]): BlobRef[][] {
  const groups: BlobRef[][] = [];
  let bytes = Infinity;
  for (const ref of refs) {
    if (bytes + ref.size > MAX_BULK_BYTES || groups.at(-1)!.length === MAX_BULK_KEYS) {
      groups.push([]);
      bytes = 0;
    }
    groups.at(-1)!.push(ref);
    bytes += ref.size;
  }
  return groups;
}

function modelsOf({ data }: Manifest): string[] {
  return Object.keys(data).flatMap((name) =>
    name.startsWith(INDEX_PREFIX) ? name.slice(INDEX_PREFIX.length) : [],
  );
}

function listed(pointer: Pointer, release: string): ReleaseRef {
  const ref = pointer.releases.find(({ id }) => id === release);
  if (ref === undefined || !RELEASE_ID.test(release)) {
    throw new StoreError({ kind: 'unlisted', release, pointer });
  }
  if (ref.state === 'gone') throw new StoreError({ kind: 'gone', release, pointer });
  return ref;
}
