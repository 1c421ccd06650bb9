import * as z from 'zod/mini';
import type { ScriptIndex } from '../../src/core/release.ts';
import { blobKey } from '../../src/kv/keys.ts';
import { scriptIndexSchema } from '../../src/schema/release.ts';
import type { KvPort } from '../kv/port.ts';
import { checkedValue, repairAdvice } from '../kv/checked-values.ts';
import type { PointerSnapshot } from './pointer.ts';

/**
 * Every element script ever published.
 *
 * @throws Error if KV does not show the list: without it, published scripts would be lost
 */
export async function publishedScripts(
  kv: KvPort,
  { pointer, older }: Pick<PointerSnapshot, 'pointer' | 'older'>,
): Promise<ScriptIndex> {
  if (pointer === null) return older === null ? {} : olderScripts(kv, older);
  const key = blobKey(pointer.scripts.hash);
  const text = (await kv.get([key])).get(key) ?? null;
  const read = checkedValue(text, pointer.scripts.hash, scriptIndexSchema);
  if ('value' in read) return read.value;
  throw new Error(
    `KV key "${key}", the list of published scripts, ${read.problem}: nothing was changed; run the command again in a minute, and if KV still says so, ${repairAdvice(kv)}`,
  );
}

/** Those of a release of the layout before, whose manifest carried them all. */
async function olderScripts(kv: KvPort, release: string): Promise<ScriptIndex> {
  const key = `m/${release}`;
  const text = (await kv.get([key])).get(key) ?? null;
  const read = checkedValue(text, null, z.object({ scripts: scriptIndexSchema }));
  return 'value' in read ? read.value.scripts : {};
}
