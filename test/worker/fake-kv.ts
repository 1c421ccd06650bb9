import { inject } from 'vitest';
import type { BlobRef, Manifest, Pointer, ScriptIndex } from '../../src/core/release.ts';
import { sha256Hex } from '../../src/kv/content.ts';
import { CURRENT, blobKey, manifestKey } from '../../src/kv/keys.ts';
import type { KvReader } from '../../src/kv/reader.ts';
import type { ReleaseName } from '../release-fixtures.ts';
import { FakeClock } from './fake-clock.ts';

/** The blob of an index without a script, `{}`. */
const NO_SCRIPTS: BlobRef = { hash: '44136fa355b3678a1146ad16', size: 2 };

/** A namespace in memory that counts its reads, and fails, is slow or hangs when told to. */
export class FakeKv {
  readonly clock: FakeClock;
  readonly values = new Map<string, string>();
  /** keys asked for, in order; those of one read with a space between */
  readonly reads: string[] = [];
  /** a read that this is true of throws */
  failsOn: (key: string) => boolean = () => false;
  /** ms that a read takes; `Infinity` where it never answers */
  takes: (key: string) => number = () => 0;
  /**
   * what the network has kept, with since when: ms. A read takes nothing older than the time that it
   * names itself. `null` where the network keeps nothing
   */
  kept: Map<string, { readonly value: string | undefined; readonly sinceMs: number }> | null = null;
  readonly #manifests = new Map<string, string>();
  #scripts: BlobRef = NO_SCRIPTS;

  constructor(clock = new FakeClock()) {
    this.clock = clock;
    this.values.set(blobKey(NO_SCRIPTS.hash), '{}');
  }

  /** Puts a release's content there, without pointing to it. */
  store(name: ReleaseName): string {
    const { id, manifest, entries } = inject('releases')[name];
    this.#manifests.set(id, manifest);
    for (const [key, value] of Object.entries(entries)) this.values.set(key, value);
    return id;
  }

  /** Stores releases and points to the last one; those before it stay listed. */
  publish(...names: readonly ReleaseName[]): string {
    const ids = names.map((name) => this.store(name));
    this.point(ids.toReversed());
    return ids.at(-1)!;
  }

  /** @param ids - newest first */
  point(ids: readonly string[], gone: readonly string[] = []): void {
    const publishedAt = '2026-11-23T09:00:00Z';
    const ref = (id: string, state: 'live' | 'gone') => {
      return { id, manifest: this.#manifestOf(id), publishedAt, state };
    };
    const pointer: Pointer = {
      release: ids[0]!,
      manifest: this.#manifestOf(ids[0]!),
      previous: ids[1] ?? null,
      publishedAt,
      scripts: this.#scripts,
      releases: [...ids.map((id) => ref(id, 'live')), ...gone.map((id) => ref(id, 'gone'))],
    };
    this.values.set(CURRENT, JSON.stringify(pointer));
  }

  /** Changes the manifest of a release, as publishing the same data again does. */
  async republish(
    id: string,
    change: (manifest: Manifest) => Manifest,
    scripts: ScriptIndex | null = null,
  ): Promise<void> {
    const before = this.values.get(manifestKey({ id, manifest: this.#manifestOf(id) }))!;
    const text = JSON.stringify(change(JSON.parse(before) as Manifest));
    const manifest = (await sha256Hex(text)).slice(0, 24);
    this.values.set(manifestKey({ id, manifest }), text);
    this.#manifests.set(id, manifest);
    if (scripts !== null) this.#scripts = await this.blob(JSON.stringify(scripts));
    const { releases } = JSON.parse(this.values.get(CURRENT)!) as Pointer;
    const [live, gone] = (['live', 'gone'] as const).map((state) =>
      releases.filter((ref) => ref.state === state).map((ref) => ref.id),
    );
    this.point(live!, gone);
  }

  /** Every element script that is published. */
  get scripts(): ScriptIndex {
    return JSON.parse(this.values.get(blobKey(this.#scripts.hash))!) as ScriptIndex;
  }

  /** Stores a text under its hash. */
  async blob(text: string): Promise<BlobRef> {
    const hash = (await sha256Hex(text)).slice(0, 24);
    this.values.set(blobKey(hash), text);
    return { hash, size: text.length };
  }

  #manifestOf(id: string): string {
    return this.#manifests.get(id) ?? 'no-manifest';
  }

  async read(key: string, cacheSeconds = 30): Promise<ArrayBuffer | null> {
    this.reads.push(key);
    const value = await this.#value(key, cacheSeconds);
    return value === undefined ? null : new Response(value).arrayBuffer();
  }

  async readTexts(keys: readonly string[], cacheSeconds = 30): Promise<Map<string, string | null>> {
    this.reads.push(keys.join(' '));
    const values = await Promise.all(keys.map((key) => this.#value(key, cacheSeconds)));
    return new Map(keys.map((key, i) => [key, values[i] ?? null]));
  }

  async #value(key: string, cacheSeconds: number): Promise<string | undefined> {
    const ms = this.takes(key);
    if (ms > 0) await this.clock.sleep(ms);
    if (this.failsOn(key)) throw new Error('KV GET failed: 500');
    const known = this.kept?.get(key);
    if (known !== undefined && known.sinceMs + cacheSeconds * 1000 > this.clock.nowMs) {
      return known.value;
    }
    const value = this.values.get(key);
    this.kept?.set(key, { value, sinceMs: this.clock.nowMs });
    return value;
  }

  get reader(): KvReader {
    return {
      read: (key, cacheSeconds) => this.read(key, cacheSeconds),
      readTexts: (keys, cacheSeconds) => this.readTexts(keys, cacheSeconds),
      keepAlive: () => {},
    };
  }

  /** As the Worker has it bound. */
  get binding(): KVNamespace {
    const get = (asked: string | string[], { cacheTtl }: { cacheTtl: number }) =>
      typeof asked === 'string' ? this.read(asked, cacheTtl) : this.readTexts(asked, cacheTtl);
    return { get } as unknown as KVNamespace; // the Worker calls nothing else
  }
}
