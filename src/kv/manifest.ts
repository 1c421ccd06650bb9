import type { Manifest } from '../core/release.ts';
import { compareText } from '../core/sweep.ts';
import { manifestSchema, writtenReleaseSchema } from '../schema/release.ts';
import type { WrittenRelease } from '../schema/release.ts';
import { parseContent, readImmutable, sha256Hex } from './content.ts';
import { manifestKey } from './keys.ts';
import type { KvReader } from './reader.ts';
import { ContentError } from './store-error.ts';

/**
 * The manifest of a release, its id compared with what its catalog and its blobs' hashes give.
 *
 * @returns it with its size in bytes
 * @throws ContentError if it cannot be had whole
 */
export async function readManifest(
  reader: KvReader,
  id: string,
): Promise<{ readonly manifest: Manifest; readonly bytes: number }> {
  const key = manifestKey(id);
  const bytes = await readImmutable(reader, key, null);
  const manifest = parseContent(key, bytes, manifestSchema);
  const made = await releaseId(parseContent(key, bytes, writtenReleaseSchema));
  if (manifest.id !== id || made !== id) {
    throw new ContentError(`${key} says it is release ${manifest.id}, and its content is ${made}`);
  }
  return { manifest, bytes: bytes.byteLength };
}

/** First 12 hex digits of the SHA-256 over the sorted lines `name hash` of catalog and data blobs. */
async function releaseId({ catalog, data }: WrittenRelease): Promise<string> {
  const catalogHash = (await sha256Hex(JSON.stringify(catalog))).slice(0, 24);
  const hashes = Object.entries(data).map(([name, { hash }]) => `${name} ${hash}\n`);
  const lines = [`catalog ${catalogHash}\n`, ...hashes].toSorted(compareText);
  return (await sha256Hex(lines.join(''))).slice(0, 12);
}
