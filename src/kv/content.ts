import type { Schema } from '../schema/schema.ts';
import type { KvReader } from './reader.ts';
import { parsedSize } from './parsed-size.ts';
import type { Weighed } from './shared-reads.ts';
import { ContentError } from './store-error.ts';

/** Content under a hash never changes, so the network may keep it for a month. */
const IMMUTABLE_S = 30 * 86_400;
/** What the network keeps of damaged or absent content is looked at anew after the least time: s. */
const SOON_S = 30;

/** A key that never changes, with the hash that it stands for. */
export interface HashedKey {
  readonly key: string;
  /** first hex digits of the SHA-256 of the content */
  readonly hash: string;
}

/**
 * The bytes under a key that never changes, compared with its hash.
 *
 * Where they are not what they should be, KV is asked once more, for the network may keep for a month
 * what has been put right since.
 *
 * @throws ContentError if KV fails, the key is absent or the hash differs
 */
export async function readImmutable(
  reader: KvReader,
  hashed: HashedKey,
): Promise<Uint8Array<ArrayBuffer>> {
  return orAgain(reader, hashed, await orFail(hashed.key, reader.read(hashed.key, IMMUTABLE_S)));
}

/**
 * The JSON under a key that never changes, as what the schema makes of it.
 *
 * @throws ContentError as {@link readImmutable}, or if it is not that JSON
 */
export async function readParsed<T>(
  reader: KvReader,
  hashed: HashedKey,
  schema: Schema<T>,
): Promise<Weighed<T>> {
  return weighed(parseContent(hashed.key, await readImmutable(reader, hashed), schema));
}

/**
 * The JSON under several keys that never change, each as of {@link readParsed}, with one read for
 * all.
 */
export function readAllParsed<T>(
  reader: KvReader,
  keys: readonly HashedKey[],
  schema: Schema<T>,
): Promise<Weighed<T>>[] {
  const [only] = keys;
  if (keys.length === 1) return [readParsed(reader, only!, schema)];
  const names = keys.map(({ key }) => key);
  const reading = reader.readTexts(names, IMMUTABLE_S);
  return keys.map(async (hashed) => {
    const text = (await orFail(hashed.key, reading)).get(hashed.key) ?? null;
    const bytes = text === null ? null : new Uint8Array(new TextEncoder().encode(text));
    return weighed(parseContent(hashed.key, await orAgain(reader, hashed, bytes), schema));
  });
}

/**
 * What a read gives, with every failure turned into one kind of error.
 *
 * @throws ContentError if KV fails
 */
export async function orFail<T>(key: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (cause) {
    throw new ContentError(`${key} could not be read from KV`, { cause });
  }
}

type Content = ArrayBuffer | Uint8Array<ArrayBuffer> | null;

/**
 * Content that has the hash, or what KV gives when it is asked again. @throws ContentError if
 * neither
 */
async function orAgain(
  reader: KvReader,
  hashed: HashedKey,
  content: Content,
): Promise<Uint8Array<ArrayBuffer>> {
  if ((await problemOf(hashed, content)) === null) return new Uint8Array(content!);
  const again = await orFail(hashed.key, reader.read(hashed.key, SOON_S));
  const problem = await problemOf(hashed, again);
  if (problem === null) return new Uint8Array(again!);
  throw new ContentError(`${hashed.key} ${problem}`);
}

async function problemOf({ hash }: HashedKey, content: Content): Promise<string | null> {
  if (content === null) return 'is not in KV';
  const isIt = (await sha256Hex(content)).startsWith(hash);
  return isIt ? null : 'does not have the content that its hash promises';
}

function weighed<T>(value: T): Weighed<T> {
  return { value, bytes: parsedSize(value) };
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
export async function sha256Hex(
  content: ArrayBuffer | Uint8Array<ArrayBuffer> | string,
): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
