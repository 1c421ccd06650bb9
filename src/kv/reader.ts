import type { KVNamespace } from '@cloudflare/workers-types';

/** The few things the store wants from KV and its request; a test gives it one that fails. */
export interface KvReader {
  /**
   * The bytes under a key, `null` if there are none.
   *
   * @param cacheSeconds - how long the network may keep them, 30 or more
   * @throws what KV throws when it is down
   */
  read(key: string, cacheSeconds: number): Promise<ArrayBuffer | null>;
  /**
   * The texts under some keys, in one read.
   *
   * @param keys - at most {@link MAX_BULK_KEYS}
   */
  readTexts(
    keys: readonly string[],
    cacheSeconds: number,
  ): Promise<ReadonlyMap<string, string | null>>;
  /** Lets work that other requests wait for go on when this one ends early. */
  keepAlive(work: Promise<unknown>): void;
}

/** Keys that KV reads at once. */
export const MAX_BULK_KEYS = 100;
/** Bytes that KV reads at once, 25 MB, with room for what stands around the values. */
export const MAX_BULK_BYTES = 20_000_000;

/**
 * Reads the bound namespace.
 *
 * @param waitUntil - of the request's execution context
 */
export function kvReader(kv: KVNamespace, waitUntil: KvReader['keepAlive']): KvReader {
  return {
    read: (key, cacheSeconds) => kv.get(key, { type: 'arrayBuffer', cacheTtl: cacheSeconds }),
    readTexts: (keys, cacheSeconds) => kv.get([...keys], { type: 'text', cacheTtl: cacheSeconds }),
    keepAlive: waitUntil,
  };
}
