import type * as z from 'zod/mini';
import type { Manifest, ModelIndex, ReleaseRef } from '../../src/core/release.ts';
import { INDEX_PREFIX, blobKey, manifestKey } from '../../src/kv/keys.ts';
import { manifestSchema, modelIndexSchema } from '../../src/schema/release.ts';
import type { KvPort } from './port.ts';

/**
 * A value read from KV, checked.
 *
 * @throws Error that names the key if the text is not what belongs there
 */
export function parseStored<T>(key: string, text: string, schema: z.ZodMiniType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(`KV key "${key}" holds no JSON (${text.length} characters); publish again`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0]!;
  throw new Error(`KV key "${key}": ${path.join('.') || 'value'}: ${message}; publish again`);
}

/** A release's manifest, and of which publication. */
export type ManifestRef = Pick<ReleaseRef, 'id' | 'manifest'>;

/** The manifests of releases, by their keys; `null` where there is none. */
export async function readManifests(
  kv: KvPort,
  releases: readonly ManifestRef[],
): Promise<Map<string, Manifest | null>> {
  const keys = releases.map(manifestKey);
  const texts = await kv.get(keys);
  return new Map(
    keys.map((key) => {
      const text = texts.get(key) ?? null;
      return [key, text === null ? null : parseStored(key, text, manifestSchema)];
    }),
  );
}

/**
 * The indexes of a release's models.
 *
 * @throws Error if one is not there: what the release needs would not be known
 */
export async function readIndexes(kv: KvPort, { id, data }: Manifest): Promise<ModelIndex[]> {
  const refs = Object.entries(data).filter(([name]) => name.startsWith(INDEX_PREFIX));
  const texts = await kv.get(refs.map(([, { hash }]) => blobKey(hash)));
  return refs.map(([name, { hash }]) => {
    const text = texts.get(blobKey(hash)) ?? null;
    if (text === null) {
      throw new Error(`release ${id}: its ${name}, ${blobKey(hash)}, is not there`);
    }
    return parseStored(blobKey(hash), text, modelIndexSchema);
  });
}

/** Every blob that a release consists of, by hash; what an index names before the index. */
export function hashesOf(
  { data, cards, scripts }: Manifest,
  indexes: readonly ModelIndex[],
): string[] {
  const named = [data, cards, scripts].flatMap((refs) => Object.values(refs));
  return [...indexes.flatMap(({ points }) => points), ...named].map(({ hash }) => hash);
}
