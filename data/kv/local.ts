import { getPlatformProxy } from 'wrangler';
import { CURRENT } from '../../src/kv/keys.ts';
import { CONFIG_PATH, STATE_DIR } from '../project-paths.ts';
import { MAX_READ_KEYS, readBatches } from './batches.ts';
import { guardWorkerd } from './guarded-workerd.ts';
import { withTimeLimit } from './local-limit.ts';
import type { KvPort } from './port.ts';
import { forgetServed } from './served-content.ts';

/** Two commands on one machine are never further apart. */
const SETTLE_MS = 2000;

/** As much of a KV binding as is used here. */
interface KvBinding {
  get(keys: string[]): Promise<Map<string, string | null>>;
  list(options: { prefix: string; cursor: string | null }): Promise<ListedKeys>;
  put(key: string, value: string): Promise<void>;
  delete(key: string): Promise<void>;
}

type ListedKeys = { readonly keys: readonly { readonly name: string }[] } & (
  | { readonly list_complete: true }
  | { readonly list_complete: false; readonly cursor: string }
);

/**
 * The KV that `wrangler dev` serves from, through wrangler's own programming interface: one start
 * of the runtime instead of one a command, seconds each.
 *
 * @param stateDir - as for `wrangler --persist-to`
 */
export async function localKv(stateDir = STATE_DIR): Promise<KvPort> {
  guardWorkerd();
  const proxy = await getPlatformProxy<{ KV: KvBinding }>({
    configPath: CONFIG_PATH,
    persist: { path: `${stateDir}/v3` },
  });
  const { KV } = proxy.env;
  const within = <T>(work: Promise<T>) => withTimeLimit(stateDir, work);
  return {
    place: stateDir === STATE_DIR ? '--local' : `--local --state ${stateDir}`,
    settleMs: SETTLE_MS,
    async get(keys, sizes) {
      const values = new Map<string, string | null>();
      for (const batch of readBatches(keys, sizes)) {
        const stored = await within(KV.get(batch));
        for (const key of batch) values.set(key, stored.get(key) ?? null);
      }
      return values;
    },
    async list(prefix) {
      const names: string[] = [];
      for (let cursor: string | null = null; ;) {
        const listed: ListedKeys = await within(KV.list({ prefix, cursor }));
        names.push(...listed.keys.map(({ name }) => name));
        if (listed.list_complete) return names;
        cursor = listed.cursor;
      }
    },
    async put(entries) {
      if (entries.has(CURRENT)) await forgetServed(stateDir);
      const pairs = [...entries];
      for (let i = 0; i < pairs.length; i += MAX_READ_KEYS) {
        const some = pairs.slice(i, i + MAX_READ_KEYS);
        await within(Promise.all(some.map(([key, value]) => KV.put(key, value))));
      }
    },
    async remove(keys) {
      for (const key of keys) await within(KV.delete(key));
    },
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    close: () => proxy.dispose(),
  };
}
