/** The few things that publishing does with KV. Values are text; a key that is not there is `null`. */
export interface KvPort {
  /** Every key asked for, in the order asked. */
  get(keys: readonly string[]): Promise<Map<string, string | null>>;
  put(entries: ReadonlyMap<string, string>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  /** Ends what the port has started. */
  close(): Promise<void>;
}

/** A KV that lives as long as the process: for tests and dry runs. */
export function memoryKv(entries: Map<string, string> = new Map()): KvPort {
  return {
    get: (keys) => Promise.resolve(new Map(keys.map((key) => [key, entries.get(key) ?? null]))),
    put: async (added) => {
      for (const [key, value] of added) entries.set(key, value);
    },
    remove: async (keys) => {
      for (const key of keys) entries.delete(key);
    },
    close: () => Promise.resolve(),
  };
}

/** A KV that reads from another and writes nothing: what `--dry-run` publishes into. */
export function dryRunKv(port: KvPort): KvPort {
  const written = new Map<string, string>();
  const removed = new Set<string>();
  return {
    async get(keys) {
      const unwritten = keys.filter((key) => !written.has(key) && !removed.has(key));
      const stored = unwritten.length === 0 ? new Map<string, string>() : await port.get(unwritten);
      return new Map(keys.map((key) => [key, written.get(key) ?? stored.get(key) ?? null]));
    },
    put: async (added) => {
      for (const [key, value] of added) {
        written.set(key, value);
        removed.delete(key);
      }
    },
    remove: async (keys) => {
      for (const key of keys) {
        written.delete(key);
        removed.add(key);
      }
    },
    close: () => port.close(),
  };
}
