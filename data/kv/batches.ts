/** KV takes less than 100 MB and 10,000 pairs a call; the JSON around a value counts too. */
const MAX_WRITE_BYTES = 90_000_000;
const MAX_WRITE_PAIRS = 10_000;
/** Keys that KV reads in one call at most. */
export const MAX_READ_KEYS = 100;
/** Bytes that KV reads in one call: 25 MB, with room for what stands around the values. */
const MAX_READ_BYTES = 20_000_000;
/** What a value counts whose size is not known: bytes. Manifests and lists of scripts are smaller. */
const UNKNOWN_BYTES = 1_000_000;
/** Keys that KV removes in one call. */
const MAX_REMOVED_KEYS = 10_000;

/**
 * Entries to write, parted so that KV accepts each part in one call; in their order.
 *
 * @throws RangeError if one value alone is too large for a call
 */
export function writeBatches(
  entries: ReadonlyMap<string, string>,
  maxBytes = MAX_WRITE_BYTES,
): Map<string, string>[] {
  const batches: Map<string, string>[] = [];
  let bytes = Infinity;
  for (const [key, value] of entries) {
    const size = Buffer.byteLength(JSON.stringify({ key, value })) + 1;
    if (size > maxBytes) {
      throw new RangeError(`${key} has ${size} bytes, more than the ${maxBytes} of one write`);
    }
    if (bytes + size > maxBytes || batches.at(-1)!.size >= MAX_WRITE_PAIRS) {
      batches.push(new Map());
      bytes = 0;
    }
    batches.at(-1)!.set(key, value);
    bytes += size;
  }
  return batches;
}

/**
 * Keys to read, parted so that KV accepts each part in one call; in their order.
 *
 * @param sizes - bytes of the values, as far as they are known
 */
export function readBatches(
  keys: readonly string[],
  sizes: ReadonlyMap<string, number> = new Map(),
): string[][] {
  const batches: string[][] = [];
  let bytes = Infinity;
  for (const key of keys) {
    const size = sizes.get(key) ?? UNKNOWN_BYTES;
    if (bytes + size > MAX_READ_BYTES || batches.at(-1)!.length === MAX_READ_KEYS) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)!.push(key);
    bytes += size;
  }
  return batches;
}

/** Keys to remove, parted so that KV accepts each part in one call; in their order. */
export function removalBatches(keys: readonly string[]): string[][] {
  const count = Math.ceil(keys.length / MAX_REMOVED_KEYS);
  return Array.from({ length: count }, (_, i) =>
    keys.slice(i * MAX_REMOVED_KEYS, (i + 1) * MAX_REMOVED_KEYS),
  );
}
