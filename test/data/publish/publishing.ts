import { memoryKv } from '../../../data/kv/port.ts';
import type { KvPort } from '../../../data/kv/port.ts';
import { publishRelease } from '../../../data/publish/publish.ts';
import type { Extras, PublishResult } from '../../../data/publish/publish.ts';
import { buildRelease, contentHash } from '../../../data/release/release.ts';
import type { BuiltRelease } from '../../../data/release/release.ts';
import type { Pointer, ReleaseRef } from '../../../src/core/release.ts';
import { manifestKey } from '../../../src/kv/keys.ts';
import {
  manifestSchema,
  modelIndexSchema,
  pointerSchema,
  scriptIndexSchema,
} from '../../../src/schema/release.ts';
import { POINT, VALID, publishedSweep } from '../load/valid-data-set.ts';

export const NO_EXTRAS: Extras = { cards: new Map(), scripts: new Map() };

/** A release of three blobs of its own and one that all toy releases share. */
export function toyRelease(name: string): BuiltRelease {
  const throughput = 1000 + name.codePointAt(0)!;
  const points = [
    { ...POINT, throughput },
    { ...POINT, interactivity: 10, throughput: 1 }, // beaten, so that the two blobs differ
  ];
  const sweep = { ...publishedSweep('x1'), basis: 'measured' as const, points };
  const built = buildRelease({ ...VALID, knownIssues: [], sweeps: [sweep] });
  const common = 'the same in every toy release';
  const ref = { hash: contentHash(common), size: common.length };
  return {
    ...built,
    manifest: { ...built.manifest, data: { ...built.manifest.data, 'w/common/1k1k': ref } },
    blobs: new Map([...built.blobs, [ref.hash, common]]),
  };
}

/** Three toy releases, by their names. */
export function toyReleases(
  ...names: readonly [string, string, string]
): [BuiltRelease, BuiltRelease, BuiltRelease] {
  const [one, two, three] = names;
  return [toyRelease(one), toyRelease(two), toyRelease(three)];
}

/** Publishes into entries, on the given day. */
export function publishing(
  entries: Map<string, string>,
  built: BuiltRelease,
  day: number,
): Promise<PublishResult> {
  const now = new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toISOString();
  return publishRelease(memoryKv(entries), built, NO_EXTRAS, { now });
}

/** What `current` says; throws if it says nothing readable. */
export function pointerOf(entries: ReadonlyMap<string, string>): Pointer {
  return pointerSchema.parse(JSON.parse(entries.get('current')!));
}

/**
 * The release that a reader would see, `null` for none. Throws unless every part of it is there
 * and is what its hash says: the definition of "one whole release".
 */
export function visibleRelease(entries: ReadonlyMap<string, string>): string | null {
  if (!entries.has('current')) return null;
  const { release, releases } = pointerOf(entries);
  for (const ref of releases) if (ref.state === 'live') requireWhole(entries, ref);
  visibleScripts(entries);
  return release;
}

function requireWhole(entries: ReadonlyMap<string, string>, ref: ReleaseRef): void {
  const text = hashed(entries, manifestKey(ref), ref.manifest);
  const { id, data, cards, scripts } = parsed(text, manifestSchema);
  if (id !== ref.id) throw new Error(`release ${ref.id} has the manifest of ${id}`);
  for (const [name, { hash }] of Object.entries({ ...data, ...cards, ...scripts })) {
    const blob = hashed(entries, `b/${hash}`, hash);
    if (!name.startsWith('i/')) continue;
    const { points } = parsed(blob, modelIndexSchema);
    for (const point of points) hashed(entries, `b/${point.hash}`, point.hash);
  }
}

/** What a key holds. Throws unless it is there and is what the hash says. */
function hashed(entries: ReadonlyMap<string, string>, key: string, hash: string): string {
  const text = entries.get(key);
  if (text === undefined) throw new Error(`${key} is not there`);
  if (hashOf(text) !== hash) throw new Error(`${key} is another content`);
  return text;
}

// The same few texts are looked at thousands of times.
const hashes = new Map<string, string>();
const values = new Map<string, unknown>();

function hashOf(text: string): string {
  const hash = hashes.get(text) ?? contentHash(text);
  hashes.set(text, hash);
  return hash;
}

function parsed<T>(text: string, schema: { parse: (value: unknown) => T }): T {
  const value = (values.get(text) as T | undefined) ?? schema.parse(JSON.parse(text));
  values.set(text, value);
  return value;
}

/** Every element script that a reader can have. Throws unless all are there. */
export function visibleScripts(entries: ReadonlyMap<string, string>): Record<string, string> {
  const { hash: index } = pointerOf(entries).scripts;
  const refs = parsed(hashed(entries, `b/${index}`, index), scriptIndexSchema);
  return Object.fromEntries(
    Object.entries(refs).map(([name, { hash }]) => [name, hashed(entries, `b/${hash}`, hash)]),
  );
}

/**
 * A KV whose user is killed at a write: `limit` writes succeed, the next one fails, with its first
 * half of entries written if `torn`.
 */
export function dyingKv(entries: Map<string, string>, limit: number, torn: boolean): KvPort {
  const kv = memoryKv(entries);
  let writes = 0;
  const die = () => {
    throw new Error('killed');
  };
  return {
    ...kv,
    async put(added) {
      if (writes++ < limit) return kv.put(added);
      const half = [...added].slice(0, added.size >> 1);
      if (torn) await kv.put(new Map(half));
      return die();
    },
    async remove(keys) {
      return writes++ < limit ? kv.remove(keys) : die();
    },
  };
}

/** ms that `pause` has to be asked for, so that all calls which were under way have ended after it. */
const SETTLE_MS = 1000;

interface Waiting {
  readonly go: () => void;
  /** when it began to wait */
  readonly since: number;
  readonly isSettling: boolean;
}

/**
 * KV operations of several users, each waiting until it is let go: one at a time, in any order. A user
 * who waits for KV to settle is let go after all operations that waited before.
 */
export class Turns {
  /** operations that were let go */
  count = 0;
  readonly #waiting = new Map<string, Waiting>();

  /** The users that may go now, in the order of their names. */
  get waiting(): string[] {
    const all = [...this.#waiting];
    const isReady = ({ isSettling, since }: Waiting) =>
      !isSettling || all.every(([, other]) => other.isSettling || other.since > since);
    return all.flatMap(([user, one]) => (isReady(one) ? [user] : [])).toSorted();
  }

  /** A KV whose every operation is a turn of a user. */
  kv(user: string, entries: Map<string, string>): KvPort {
    const port = memoryKv(entries);
    const turn = (isSettling = false) =>
      new Promise<void>((go) => this.#waiting.set(user, { go, since: this.count, isSettling }));
    return {
      ...port,
      settleMs: SETTLE_MS,
      get: async (keys) => (await turn(), port.get(keys)),
      list: async (prefix) => (await turn(), port.list(prefix)),
      put: async (added) => (await turn(), port.put(added)),
      remove: async (keys) => (await turn(), port.remove(keys)),
      pause: (ms) => turn(ms >= SETTLE_MS),
    };
  }

  /** Lets one user's operation happen. */
  async go(user: string): Promise<void> {
    const waiting = this.#waiting.get(user);
    this.#waiting.delete(user);
    this.count++;
    waiting?.go();
    await new Promise((settled) => setImmediate(settled)); // until it waits again or is done
  }
}
