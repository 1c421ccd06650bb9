import * as z from 'zod/mini';
import type { Pointer, Pruning } from '../../src/core/release.ts';
import { blobKey } from '../../src/kv/keys.ts';
import type { KvPort } from '../kv/port.ts';
import { checkedValue } from '../kv/checked-values.ts';

const keysSchema = z.array(z.string());

/** The keys that a prune has marked; `null` where their list is of no use. */
export async function markedKeys(kv: KvPort, pruning: Pruning): Promise<readonly string[] | null> {
  const { hash, size } = pruning.keys;
  const key = blobKey(hash);
  const text = (await kv.get([key], new Map([[key, size]]))).get(key) ?? null;
  const read = checkedValue(text, hash, keysSchema);
  return 'value' in read ? read.value : null;
}

/**
 * Refuses to count on keys that a prune is removing, or has begun to remove before it was stopped.
 * Those that are only marked are no hindrance: a manifest that names them keeps them.
 *
 * @throws Error that says how many, and what to do
 */
export async function refuseDoomed(
  kv: KvPort,
  pointer: Pick<Pointer, 'pruning'> | null,
  needed: readonly string[],
): Promise<void> {
  const pruning = pointer?.pruning ?? null;
  if (pruning === null || pruning.remover === null) return;
  const keys = await markedKeys(kv, pruning);
  const doomed = new Set(keys ?? needed);
  const count = needed.filter((key) => doomed.has(key)).length;
  if (count === 0) return;
  throw new Error(
    `a prune is removing ${count} values that this release needs: wait until it has ended, then run the command again; one that was stopped is ended by \`npm run data -- prune ${kv.place}\``,
  );
}
