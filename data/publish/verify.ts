import type { Pointer, ReleaseRef } from '../../src/core/release.ts';
import { BLOB_PREFIX, manifestKey } from '../../src/kv/keys.ts';
import { scriptIndexSchema } from '../../src/schema/release.ts';
import type { KvPort } from '../kv/port.ts';
import { checkedValue } from '../kv/checked-values.ts';
import { damagedParts, partOf, releaseParts } from './parts.ts';
import type { Damage, Part } from './parts.ts';

/** What a look at every value of a release found. */
interface VerifyResult {
  /** values looked at */
  readonly values: number;
  readonly damages: readonly Damage[];
}

/** Reads every value of a release, and says which are absent or have another hash. */
export async function verifyRelease(
  kv: KvPort,
  ref: ReleaseRef,
  onProgress?: (done: number, total: number) => void,
): Promise<VerifyResult> {
  const { parts, damages } = await releaseParts(kv, ref);
  return verified(kv, parts, damages, onProgress);
}

/** Reads every element script that was ever published, and says which are absent or have another hash. */
export async function verifyScripts(
  kv: KvPort,
  { scripts }: Pointer,
  onProgress?: (done: number, total: number) => void,
): Promise<VerifyResult> {
  const list = partOf(['list of published scripts', scripts]);
  const text = (await kv.get([list.key])).get(list.key) ?? null;
  const read = checkedValue(text, list.hash, scriptIndexSchema);
  if ('problem' in read) {
    return { values: 1, damages: [{ part: list, problem: read.problem }] };
  }
  return verified(kv, Object.entries(read.value).map(partOf), [], onProgress);
}

async function verified(
  kv: KvPort,
  parts: readonly Part[],
  known: readonly Damage[],
  onProgress?: (done: number, total: number) => void,
): Promise<VerifyResult> {
  const isKnown = new Set(known.map(({ part }) => part.key));
  const others = parts.filter(({ key }) => !isKnown.has(key));
  const damages = [...known, ...(await damagedParts(kv, others, onProgress))];
  return { values: new Set(parts.map(({ key }) => key)).size, damages };
}

/** The parts that a release lacks, by KV's list of keys: one call, where a look at each value is many. */
export async function absentParts(kv: KvPort, ref: ReleaseRef): Promise<readonly Damage[]> {
  const { parts, damages } = await releaseParts(kv, ref);
  const listed = new Set([...(await kv.list(BLOB_PREFIX)), manifestKey(ref)]);
  const isKnown = new Set(damages.map(({ part }) => part.key));
  const unlisted = parts.filter(({ key }) => !listed.has(key) && !isKnown.has(key));
  return [...damages, ...(await damagedParts(kv, unlisted))]; // a list may be older than a key
}
