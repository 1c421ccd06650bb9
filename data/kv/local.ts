import { getPlatformProxy } from 'wrangler';
import { CURRENT } from '../../src/kv/keys.ts';
import { CONFIG_PATH, STATE_DIR } from '../project-paths.ts';
import { MAX_READ_KEYS, readBatches } from './batches.ts';
import type { KvPort } from './port.ts';
import { forgetServed } from './served.ts';

/** As much of a KV binding as is used here. */
interface KvBinding {
  get(keys: string[]): Promise<Map<string, string | null>>;
  put(key: string, value: string): Promise<void>;
  delete(key: string): Promise<void>;
}

/**
 * The KV that `wrangler dev` serves from, through wrangler's own programming interface: one start
 * of the runtime instead of one a command, seconds each.
 *
 * @param stateDir - as for `wrangler --persist-to`
 */
export async function localKv(stateDir = STATE_DIR): Promise<KvPort> {
  const proxy = await getPlatformProxy<{ KV: KvBinding }>({
    configPath: CONFIG_PATH,
    persist: { path: `${stateDir}/v3` },
  });
  const { KV } = proxy.env;
  return {
    async get(keys) {
      const values = new Map<string, string | null>();
      for (const batch of readBatches(keys)) {
        const stored = await KV.get(batch);
        for (const key of batch) values.set(key, stored.get(key) ?? null);
      }
      return values;
    },
    async put(entries) {
      if (entries.has(CURRENT)) await forgetServed(stateDir);
      const pairs = [...entries];
      for (let i = 0; i < pairs.length; i += MAX_READ_KEYS) {
        const some = pairs.slice(i, i + MAX_READ_KEYS);
        await Promise.all(some.map(([key, value]) => KV.put(key, value)));
      }
    },
    async remove(keys) {
      for (const key of keys) await KV.delete(key);
    },
    close: () => proxy.dispose(),
  };
}
