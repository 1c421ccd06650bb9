import type { Pointer } from '../../src/core/release.ts';
import { manifestKey } from '../../src/kv/keys.ts';
import type { KvPort } from '../kv/port.ts';
import { movePointer, requirePointer } from './pointer.ts';
import { readManifests } from '../kv/stored.ts';

/**
 * Makes the previous release, or a named one, the current one again: one write.
 *
 * @param to - a live release; the previous one without it
 * @throws Error if there is none, or its manifest is gone
 */
export async function rollback(kv: KvPort, to: string | null): Promise<Pointer> {
  const { text, pointer } = await requirePointer(kv);
  const live = pointer.releases.filter(
    ({ state, id }) => state === 'live' && id !== pointer.release,
  );
  const choices = live.map(({ id }) => id).join(', ') || 'none';
  const id = to ?? pointer.previous;
  if (id === null) throw new Error(`there is no previous release; live ones: ${choices}`);
  const ref = live.find((release) => release.id === id);
  if (ref === undefined) {
    throw new Error(`release ${id} is not one to go back to; live ones: ${choices}`);
  }
  const manifest = (await readManifests(kv, [ref])).get(manifestKey(ref));
  if (!manifest) throw new Error(`release ${id} has no manifest; live ones: ${choices}`);
  const { publishedAt } = ref;
  const next = {
    ...pointer,
    release: id,
    manifest: ref.manifest,
    previous: pointer.release,
    publishedAt,
  };
  await movePointer(kv, text, next);
  return next;
}
