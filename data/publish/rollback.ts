import type { Pointer } from '../../src/core/release.ts';
import type { KvPort } from '../kv/port.ts';
import { movePointer, requirePointer } from './pointer.ts';
import type { Doubt } from './pointer.ts';
import { absentParts } from './verify.ts';

/** What `current` holds after a rollback, and whether KV already shows it. */
export interface RollbackResult {
  readonly pointer: Pointer;
  readonly doubt: Doubt;
}

/**
 * Makes the previous release, or a named one, the current one again: one write.
 *
 * @param to - a live release; the previous one without it
 * @throws Error if there is none, or KV does not have all of it
 */
export async function rollback(kv: KvPort, to: string | null): Promise<RollbackResult> {
  const { text, pointer } = await requirePointer(kv);
  const live = pointer.releases.filter(
    ({ state, id }) => state === 'live' && id !== pointer.release,
  );
  const choices = live.map(({ id }) => id).join(', ') || 'none';
  const id = to ?? pointer.previous;
  if (id === null) throw new Error(`there is no previous release; live ones: ${choices}`);
  if (id === pointer.release) throw new Error(`release ${id} is the current one already`);
  const ref = live.find((release) => release.id === id);
  if (ref === undefined) {
    throw new Error(`release ${id} is not one to go back to; live ones: ${choices}`);
  }
  const [lost] = await absentParts(kv, ref);
  if (lost !== undefined) {
    throw new Error(
      `release ${id} is not whole (${lost.part.name} ${lost.problem}), nothing was changed; \`npm run data -- verify ${id} ${kv.place}\` says what it lacks; live ones: ${choices}`,
    );
  }
  const { publishedAt } = ref;
  const next = {
    ...pointer,
    release: id,
    manifest: ref.manifest,
    previous: pointer.release,
    publishedAt,
  };
  return { pointer: next, doubt: await movePointer(kv, text, next) };
}
