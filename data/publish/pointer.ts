import * as z from 'zod/mini';
import type { Pointer, ReleaseRef } from '../../src/core/release.ts';
import { CURRENT } from '../../src/kv/keys.ts';
import { pointerSchema } from '../../src/schema/release.ts';
import type { KvPort } from '../kv/port.ts';
import { checkedValue, repairAdvice } from '../kv/checked-values.ts';

/** What `current` held at one moment, with its exact text, by which a change since is recognised. */
export interface PointerSnapshot {
  /** `null` before the first release */
  readonly text: string | null;
  /** `null` before the first release of this layout, and where it is damaged */
  readonly pointer: Pointer | null;
  /** the current release where it is of the layout before, which named no manifest by its hash */
  readonly older: string | null;
  /** why it is of no use; `null` where it is not damaged */
  readonly problem: string | null;
}

const olderPointerSchema = z.object({
  manifest: z.optional(z.undefined()),
  release: z.string(),
  releases: z.array(z.object({ id: z.string(), manifest: z.optional(z.undefined()) })),
});

/** What `current` holds now, damaged or not. */
export async function readPointer(kv: KvPort): Promise<PointerSnapshot> {
  const text = (await kv.get([CURRENT])).get(CURRENT) ?? null;
  if (text === null) return { text, pointer: null, older: null, problem: null };
  const read = checkedValue(text, null, pointerSchema);
  if ('value' in read) return { text, pointer: read.value, older: null, problem: null };
  const older = checkedValue(text, null, olderPointerSchema);
  if ('value' in older) return { text, pointer: null, older: older.value.release, problem: null };
  return { text, pointer: null, older: null, problem: read.problem };
}

/** What `current` holds now. @throws Error if it is damaged */
export async function readSoundPointer(kv: KvPort): Promise<PointerSnapshot> {
  const read = await readPointer(kv);
  if (read.problem === null) return read;
  throw new Error(`KV key "${CURRENT}" ${read.problem}; ${repairAdvice(kv)}`);
}

/** What `current` holds now. @throws Error if nothing is published, or it is damaged */
export async function requirePointer(
  kv: KvPort,
): Promise<{ readonly text: string; readonly pointer: Pointer }> {
  const { text, pointer, older } = await readSoundPointer(kv);
  if (text !== null && pointer !== null) return { text, pointer };
  const what = older === null ? 'nothing' : `nothing but release ${older} of an older layout`;
  throw new Error(`${what} is published here; \`npm run data -- publish ${kv.place}\` does it`);
}

/** A warning that KV did not yet show `current` as it was written; `null` where it did. */
export type Doubt = string | null;

/** Times that `current` is written at most, and looked for after it. */
const WRITES = 3;
const LOOKS = 5;
const BETWEEN_LOOKS_MS = 2000;

/**
 * Moves `current`, in one write, unless someone else has moved it since it was read.
 *
 * KV has no compare-and-swap, so another writer may come between the last look and the write; the
 * look afterwards finds that out. Either way `current` is one writer's whole value. That KV still
 * shows the value before, or does not answer any more, is no failure: what was written counts.
 *
 * @param before - the text that the caller's work rests on
 * @throws Error if someone else has moved it, or it could not be written
 */
export async function movePointer(
  kv: KvPort,
  before: string | null,
  pointer: Pointer,
): Promise<Doubt> {
  const text = JSON.stringify(pointer);
  let failure: unknown = null;
  for (let writes = 0; ; writes++) {
    const now = await currentText(kv);
    if (now === text && writes > 0) return null; // the write that failed has arrived all the same
    if (now !== before) throw new Error(movedMessage(now, 'nothing was changed'));
    if (writes === WRITES) throw failure;
    try {
      await kv.put(new Map([[CURRENT, text]]));
      break;
    } catch (error) {
      failure = error;
    }
    await kv.pause(BETWEEN_LOOKS_MS);
  }
  for (let look = 1; look <= LOOKS; look++) {
    const after = await currentText(kv).catch((error: unknown) => ({ error }));
    if (typeof after === 'object' && after !== null) return failedLook(after.error);
    if (after === text) return null;
    if (after !== before) throw new Error(movedMessage(after, 'theirs counts'));
    await kv.pause(BETWEEN_LOOKS_MS);
  }
  return 'KV still shows what was before; readers see the change within a minute';
}

/** The releases with one at the head, in place of an older entry of the same. */
export function releasesWith(releases: readonly ReleaseRef[], added: ReleaseRef): ReleaseRef[] {
  return [added, ...releases.filter(({ id }) => id !== added.id)];
}

async function currentText(kv: KvPort): Promise<string | null> {
  return (await kv.get([CURRENT])).get(CURRENT) ?? null;
}

function failedLook(error: unknown): string {
  const why = error instanceof Error ? error.message : String(error);
  return `the write succeeded, but a look at it afterwards failed: ${why}`;
}

function movedMessage(text: string | null, outcome: string): string {
  const named = checkedValue(text, null, z.object({ release: z.string() }));
  const release = 'value' in named ? named.value.release : 'none';
  return `someone else moved "current" (to release ${release}) meanwhile: ${outcome}; run the command again`;
}
