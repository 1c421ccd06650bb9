import { inject } from 'vitest';
import type { Pointer } from '../../src/core/release.ts';
import { CURRENT } from '../../src/kv/keys.ts';
import type { KvReader } from '../../src/kv/reader.ts';
import type { ReleaseName } from '../release-fixtures.ts';

/** A namespace in memory that counts its reads and fails when told to. */
export class FakeKv {
  readonly values = new Map<string, string>();
  /** keys asked for, in order */
  readonly reads: string[] = [];
  /** a read that this is true of throws */
  failsOn: (key: string) => boolean = () => false;

  /** Puts a release's content there, without pointing to it. */
  store(name: ReleaseName): string {
    const { id, entries } = inject('releases')[name];
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
    const ref = (id: string, state: 'live' | 'gone') => ({ id, publishedAt, state });
    const pointer: Pointer = {
      release: ids[0]!,
      previous: ids[1] ?? null,
      publishedAt,
      releases: [...ids.map((id) => ref(id, 'live')), ...gone.map((id) => ref(id, 'gone'))],
    };
    this.values.set(CURRENT, JSON.stringify(pointer));
  }

  async read(key: string): Promise<ArrayBuffer | null> {
    this.reads.push(key);
    if (this.failsOn(key)) throw new Error('KV GET failed: 500');
    const value = this.values.get(key);
    return value === undefined ? null : new Response(value).arrayBuffer();
  }

  get reader(): KvReader {
    return { read: (key) => this.read(key) };
  }

  /** As the Worker has it bound. */
  get binding(): KVNamespace {
    const get = (key: string) => this.read(key);
    return { get } as unknown as KVNamespace; // the Worker calls nothing else
  }
}
