import type * as z from 'zod/mini';
import type { Manifest, ModelIndex, ReleaseRef } from '../../src/core/release.ts';
import { INDEX_PREFIX, blobKey, manifestKey } from '../../src/kv/keys.ts';
import { manifestSchema, modelIndexSchema } from '../../src/schema/release.ts';
import { contentHash } from '../release/release.ts';
import type { KvPort } from './port.ts';

/** A value of KV after its check: what its schema makes of it, or why it is of no use. */
type CheckedValue<T> = { readonly value: T } | { readonly problem: string };

/**
 * A value of KV after its check against hash and schema: parsed, or in words why it is of no use.
 *
 * @param text - as KV gives it; `null` where the key is not there
 * @param hash - first hex digits of the SHA-256 of its content; `null` for a key that may change
 */
export function checkedValue<T>(
  text: string | null,
  hash: string | null,
  schema: z.ZodMiniType<T>,
): CheckedValue<T> {
  if (text === null) return { problem: 'is not there' };
  if (hash !== null && contentHash(text) !== hash) return { problem: 'has another content' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: `holds no JSON (${text.length} characters)` };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  const { path, message } = parsed.error.issues[0]!;
  return { problem: `is of another schema (${path.join('.') || 'value'}: ${message})` };
}

/** Says that a value in KV which others depend on is lost, damaged or of another schema. */
export class DamageError extends Error {
  override readonly name = 'DamageError';
}

/** Names the manifest of one publication of a release. */
export type ManifestRef = Pick<ReleaseRef, 'id' | 'manifest'>;

/** The manifests of publications by their KV keys, each parsed, or why it is of no use. */
export async function readManifests(
  kv: KvPort,
  releases: readonly ManifestRef[],
): Promise<Map<string, CheckedValue<Manifest>>> {
  const texts = await kv.get(releases.map(manifestKey));
  return new Map(
    releases.map((ref): [string, CheckedValue<Manifest>] => {
      const key = manifestKey(ref);
      const read = checkedValue(texts.get(key) ?? null, ref.manifest, manifestSchema);
      const isOther = 'value' in read && read.value.id !== ref.id;
      return [key, isOther ? { problem: `is that of release ${read.value.id}` } : read];
    }),
  );
}

/**
 * The manifest of a release.
 *
 * @throws DamageError that names the key and what to do, if it is of no use
 */
export async function requireManifest(kv: KvPort, ref: ManifestRef): Promise<Manifest> {
  const read = (await readManifests(kv, [ref])).get(manifestKey(ref))!;
  if ('value' in read) return read.value;
  const what = `release ${ref.id}: its manifest, KV key "${manifestKey(ref)}",`;
  throw new DamageError(`${what} ${read.problem}; ${repairAdvice(kv)}`);
}

/**
 * The indexes of a release's models.
 *
 * @throws DamageError if one is of no use: what the release needs would not be known
 */
export async function readIndexes(kv: KvPort, { id, data }: Manifest): Promise<ModelIndex[]> {
  const refs = Object.entries(data).filter(([name]) => name.startsWith(INDEX_PREFIX));
  const sizes = new Map(refs.map(([, { hash, size }]) => [blobKey(hash), size]));
  const texts = await kv.get([...sizes.keys()], sizes);
  return refs.map(([name, { hash }]) => {
    const key = blobKey(hash);
    const read = checkedValue(texts.get(key) ?? null, hash, modelIndexSchema);
    if ('value' in read) return read.value;
    const what = `release ${id}: its ${name}, KV key "${key}",`;
    throw new DamageError(`${what} ${read.problem}; ${repairAdvice(kv)}`);
  });
}

/**
 * Hashes of the blobs that a release leads to; where an index is of no use, only of those in the manifest.
 *
 * @throws what reading throws
 */
export async function reachableHashes(kv: KvPort, manifest: Manifest): Promise<string[]> {
  try {
    return hashesOf(manifest, await readIndexes(kv, manifest));
  } catch (error) {
    if (error instanceof DamageError) return hashesOf(manifest, []);
    throw error;
  }
}

/** Hashes of all blobs that a release consists of, those that its indexes name before the indexes. */
export function hashesOf(
  { data, cards, scripts }: Manifest,
  indexes: readonly ModelIndex[],
): string[] {
  const named = [data, cards, scripts].flatMap((refs) => Object.values(refs));
  return [...indexes.flatMap(({ points }) => points), ...named].map(({ hash }) => hash);
}

/** The remedy, as the end of a message, where KV does not hold what it should. */
export function repairAdvice({ place }: Pick<KvPort, 'place'>): string {
  return `\`npm run data -- publish --repair ${place}\` puts it right`;
}
