import type { KVNamespace } from '@cloudflare/workers-types';
/** The two things the store wants from KV; a test gives it one that fails. */
export interface KvReader {
  /**
   * The bytes under a key, `null` if there are none.
   *
   * @param cacheSeconds - how long the network may keep them, 30 or more
   * @throws what KV throws when it is down
   */
  read(key: string, cacheSeconds: number): Promise<ArrayBuffer | null>;
}

/** Reads the bound namespace. */
export function kvReader(kv: KVNamespace): KvReader {
  return {
    read: (key, cacheSeconds) => kv.get(key, { type: 'arrayBuffer', cacheTtl: cacheSeconds }),
  };
}
