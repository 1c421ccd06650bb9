import * as z from 'zod/mini';
import type { Pointer, ReleaseRef } from '../../src/core/release.ts';
import { CURRENT } from '../../src/kv/keys.ts';
import { pointerSchema } from '../../src/schema/release.ts';
import type { KvPort } from '../kv/port.ts';
import { parseStored } from '../kv/stored.ts';

/** The pointer as it was read, to be recognised later. */
export interface ReadPointer {
  /** `null` before the first release */
  readonly text: string | null;
  /** `null` before the first release of this layout */
  readonly pointer: Pointer | null;
  /** the current release where it is of the layout before, which named no manifest by its hash */
  readonly older: string | null;
}

const olderPointerSchema = z.object({
  manifest: z.optional(z.undefined()),
  release: z.string(),
  releases: z.array(z.object({ id: z.string(), manifest: z.optional(z.undefined()) })),
});

/** What `current` says now. */
export async function readPointer(kv: KvPort): Promise<ReadPointer> {
  const text = (await kv.get([CURRENT])).get(CURRENT) ?? null;
  if (text === null) return { text, pointer: null, older: null };
  const { success, data } = olderPointerSchema.safeParse(parseStored(CURRENT, text, z.unknown()));
  if (success) return { text, pointer: null, older: data.release };
  return { text, pointer: parseStored(CURRENT, text, pointerSchema), older: null };
}

/** What `current` says now. @throws Error if nothing is published */
export async function requirePointer(
  kv: KvPort,
): Promise<{ readonly text: string; readonly pointer: Pointer }> {
  const { text, pointer, older } = await readPointer(kv);
  if (text !== null && pointer !== null) return { text, pointer };
  const what = older === null ? 'nothing' : `nothing but release ${older} of an older layout`;
  throw new Error(`${what} is published here; \`npm run data -- publish\` does it`);
}

/**
 * Moves `current`, in one write, unless someone else has moved it since it was read.
 *
 * KV has no compare-and-swap, so another writer may come between the last look and the write; the
 * look afterwards finds that out. Either way `current` is one writer's whole value.
 *
 * @param before - the text that the caller's work rests on
 */
export async function movePointer(
  kv: KvPort,
  before: string | null,
  pointer: Pointer,
): Promise<void> {
  const now = (await kv.get([CURRENT])).get(CURRENT) ?? null;
  if (now !== before) throw new Error(movedMessage(now, 'nothing was changed'));
  const text = JSON.stringify(pointer);
  await kv.put(new Map([[CURRENT, text]]));
  const after = (await kv.get([CURRENT])).get(CURRENT) ?? null;
  if (after !== text) throw new Error(movedMessage(after, 'theirs counts'));
}

/** A list of releases with one at its head, and no older line of the same one. */
export function withRelease(releases: readonly ReleaseRef[], added: ReleaseRef): ReleaseRef[] {
  return [added, ...releases.filter(({ id }) => id !== added.id)];
}

function movedMessage(text: string | null, outcome: string): string {
  const named = z.object({ release: z.string() });
  const release = text === null ? null : parseStored(CURRENT, text, named).release;
  return `someone else moved "current" (to release ${release ?? 'none'}) meanwhile: ${outcome}; run the command again`;
}
