/**
 * The few operations on KV that publishing needs. Values are text; a key that is not there is
 * `null`.
 */
export interface KvPort {
  /** the options that name it to a command, e.g. `--remote` */
  readonly place: string;
  /** ms until what anybody wrote is seen by all, calls included that are under way */
  readonly settleMs: number;
  /**
   * Every key asked for, in the order asked.
   *
   * @param sizes - bytes of the values, as far as they are known: no read asks for more than KV gives
   */
  get(
    keys: readonly string[],
    sizes?: ReadonlyMap<string, number>,
  ): Promise<Map<string, string | null>>;
  /** The keys that begin so; one written or removed a moment ago may be missing, or still there. */
  list(prefix: string): Promise<string[]>;
  put(entries: ReadonlyMap<string, string>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  /** Lets time pass, where it passes. */
  pause(ms: number): Promise<void>;
  /** Ends what the port has started. */
  close(): Promise<void>;
}

/** A KV that lives as long as the process, for tests and sites in memory. */
export function memoryKv(entries: Map<string, string> = new Map()): KvPort {
  return {
    place: '--local',
    settleMs: 0,
    get: (keys) => Promise.resolve(new Map(keys.map((key) => [key, entries.get(key) ?? null]))),
    list: (prefix) => Promise.resolve([...entries.keys()].filter((key) => key.startsWith(prefix))),
    put: async (added) => {
      for (const [key, value] of added) entries.set(key, value);
    },
    remove: async (keys) => {
      for (const key of keys) entries.delete(key);
    },
    pause: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

/** A KV that reads from another and writes nothing: what `--dry-run` publishes into. */
export function dryRunKv(port: KvPort): KvPort {
  const written = new Map<string, string>();
  const removed = new Set<string>();
  return {
    place: port.place,
    settleMs: 0,
    async get(keys, sizes) {
      const unwritten = keys.filter((key) => !written.has(key) && !removed.has(key));
      const stored =
        unwritten.length === 0 ? new Map<string, string>() : await port.get(unwritten, sizes);
      return new Map(keys.map((key) => [key, written.get(key) ?? stored.get(key) ?? null]));
    },
    async list(prefix) {
      const stored = (await port.list(prefix)).filter((key) => !removed.has(key));
      const added = [...written.keys()].filter((key) => key.startsWith(prefix));
      return [...new Set([...stored, ...added])];
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
    pause: () => Promise.resolve(),
    close: () => port.close(),
  };
}
