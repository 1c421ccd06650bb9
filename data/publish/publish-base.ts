import type { Pointer, ReleaseRef, ScriptIndex } from '../../src/core/release.ts';
import { BLOB_PREFIX, blobKey } from '../../src/kv/keys.ts';
import type { KvPort } from '../kv/port.ts';
import { reachableHashes, readManifests } from '../kv/checked-values.ts';
import type { PointerSnapshot } from './pointer.ts';
import { publishedScripts } from './scripts.ts';

/** What KV holds already that a new publication need not write again. */
export interface PublishBase {
  /** what was published before; `null` for nothing */
  readonly pointer: Omit<Pointer, 'scripts'> | null;
  /** every element script that stays published */
  readonly scripts: ScriptIndex;
  /** hashes of the blobs that need not be written */
  readonly whole: ReadonlySet<string>;
  /** keys of the manifests that need not be written */
  readonly manifests: ReadonlySet<string>;
}

/**
 * The base of an ordinary publication, which counts on values without a look at each: those that the
 * current and the previous release name, which prune never takes, and KV lists.
 *
 * @throws Error if the list of published scripts is lost
 */
export async function trustedBase(kv: KvPort, before: PointerSnapshot): Promise<PublishBase> {
  const { pointer } = before;
  const scripts = await publishedScripts(kv, before);
  if (pointer === null) return { pointer, scripts, whole: new Set(), manifests: new Set() };
  const read = await readManifests(kv, currentAndPrevious(pointer));
  const named = new Set([pointer.scripts.hash]);
  const manifests = new Set<string>();
  for (const [key, one] of read) {
    if (!('value' in one)) continue;
    manifests.add(key);
    // where an index is lost, what it named is written again
    for (const hash of await reachableHashes(kv, one.value)) named.add(hash);
  }
  const listed = new Set(await kv.list(BLOB_PREFIX));
  const whole = new Set([...named].filter((hash) => listed.has(blobKey(hash))));
  return { pointer, scripts, whole, manifests };
}

function currentAndPrevious({ release, previous, releases }: Pointer): ReleaseRef[] {
  return releases.filter(({ id }) => id === release || id === previous);
}
