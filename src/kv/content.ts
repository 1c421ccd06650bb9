import type { Schema } from '../schema/schema.ts';
import type { KvReader } from './reader.ts';
import { ContentError } from './store-error.ts';

/** Content under a hash or a release never changes, so the network may keep it for a month. */
const IMMUTABLE_S = 30 * 86_400;

/**
 * The bytes under a key that never changes, compared with the hash that the key stands for.
 *
 * @param hash - first hex digits of the SHA-256; `null` where the key is no hash
 * @throws ContentError if KV fails, the key is absent or the hash differs
 */
export async function readImmutable(
  reader: KvReader,
  key: string,
  hash: string | null,
): Promise<Uint8Array> {
  const content = await readOrFail(reader, key, IMMUTABLE_S);
  if (content === null) throw new ContentError(`${key} is not in KV`);
  if (hash !== null && !(await sha256Hex(content)).startsWith(hash)) {
    throw new ContentError(`${key} does not have the content that its hash promises`);
  }
  return new Uint8Array(content);
}

/**
 * As {@link KvReader.read}, every failure being one kind.
 *
 * @throws ContentError if KV fails
 */
export async function readOrFail(
  reader: KvReader,
  key: string,
  cacheSeconds: number,
): Promise<ArrayBuffer | null> {
  try {
    return await reader.read(key, cacheSeconds);
  } catch (cause) {
    throw new ContentError(`${key} could not be read from KV`, { cause });
  }
}

/**
 * Bytes of JSON as what the schema makes of them.
 *
 * @throws ContentError if they are not JSON, or not that JSON
 */
export function parseContent<T>(
  key: string,
  bytes: ArrayBuffer | Uint8Array,
  schema: Schema<T>,
): T {
  try {
    return schema.parse(
      JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)),
    );
  } catch (cause) {
    throw new ContentError(`${key} does not hold what its schema asks for`, { cause });
  }
}

/** SHA-256 as 64 hex digits; of a text, of its UTF-8. */
export async function sha256Hex(content: ArrayBuffer | string): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
