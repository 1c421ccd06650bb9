import type { BlobRef, Manifest, ReleaseRef } from '../../src/core/release.ts';
import { INDEX_PREFIX, blobKey, manifestKey } from '../../src/kv/keys.ts';
import { modelIndexSchema } from '../../src/schema/release.ts';
import type { KvPort } from '../kv/port.ts';
import { readBatches } from '../kv/batches.ts';
import { checkedValue, readManifests } from '../kv/checked-values.ts';
import { contentHash } from '../release/release.ts';

/** One value in KV that a release or its scripts need. */
export interface Part {
  /** what it is, e.g. `i/qwen-3-5` or `sweep 3 of i/qwen-3-5` */
  readonly name: string;
  readonly key: string;
  /** first hex digits of the SHA-256 of its content */
  readonly hash: string;
  /** bytes; `null` where nothing says them */
  readonly size: number | null;
}

/** A part that is absent or damaged, with the reason. */
export interface Damage {
  readonly part: Part;
  /** e.g. `is not there` */
  readonly problem: string;
}

/** Everything that a release consists of, as far as its manifest and indexes can be read. */
export interface ReleaseParts {
  readonly manifest: Manifest | null;
  readonly parts: readonly Part[];
  /** of those that lead to others; what they lead to is not known */
  readonly damages: readonly Damage[];
}

/** The parts of a release, read from its manifest and indexes in KV. */
export async function releaseParts(kv: KvPort, ref: ReleaseRef): Promise<ReleaseParts> {
  const head: Part = {
    name: `manifest of ${ref.id}`,
    key: manifestKey(ref),
    hash: ref.manifest,
    size: null,
  };
  const read = (await readManifests(kv, [ref])).get(head.key)!;
  if ('problem' in read) {
    return { manifest: null, parts: [], damages: [{ part: head, problem: read.problem }] };
  }
  const { data, cards, scripts } = read.value;
  const named = [data, cards, scripts].flatMap((refs) => Object.entries(refs).map(partOf));
  const damages: Damage[] = [];
  const points: Part[] = [];
  const indexes = named.filter(({ name }) => name.startsWith(INDEX_PREFIX));
  const texts = await kv.get(
    indexes.map(({ key }) => key),
    sizesOf(indexes),
  );
  for (const part of indexes) {
    const index = checkedValue(texts.get(part.key) ?? null, part.hash, modelIndexSchema);
    if ('problem' in index) {
      damages.push({ part, problem: index.problem });
      continue;
    }
    const { points: blobs } = index.value;
    points.push(...blobs.map((blob, i) => partOf([`sweep ${i} of ${part.name}`, blob])));
  }
  return { manifest: read.value, parts: [head, ...named, ...points], damages };
}

/** A blob as a part. */
export function partOf([name, { hash, size }]: readonly [string, BlobRef]): Part {
  return { name, key: blobKey(hash), hash, size };
}

/**
 * The parts that are absent or whose content has another hash. Reads each once, be it named by several.
 *
 * @param onProgress - of the values
 */
export async function damagedParts(
  kv: KvPort,
  parts: readonly Part[],
  onProgress?: (done: number, total: number) => void,
): Promise<Damage[]> {
  const byKey = new Map(parts.map((part) => [part.key, part]));
  const sizes = sizesOf(parts);
  const damages: Damage[] = [];
  let done = 0;
  for (const batch of readBatches([...byKey.keys()], sizes)) {
    const texts = await kv.get(batch, sizes);
    for (const key of batch) {
      const part = byKey.get(key)!;
      const text = texts.get(key) ?? null;
      if (text === null) damages.push({ part, problem: 'is not there' });
      else if (contentHash(text) !== part.hash) {
        damages.push({ part, problem: 'has another content' });
      }
    }
    done += batch.length;
    onProgress?.(done, byKey.size);
  }
  return damages;
}

function sizesOf(parts: readonly Part[]): Map<string, number> {
  return new Map(parts.flatMap(({ key, size }) => (size === null ? [] : [[key, size] as const])));
}
