import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Extras } from '../publish/publish.ts';
import type { BuiltRelease } from '../release/release.ts';
import { contentHash } from '../release/release.ts';
import { writeWhole } from '../write-files.ts';

/**
 * What local KV is known to hold, within its own folder, so that it goes where that is deleted. Whoever
 * else writes `current` removes the note, so a second start with the same data need not look.
 */
function notePath(stateDir: string): string {
  return join(stateDir, 'v3', 'kv', 'matchpoint-served.txt');
}

/** The hash that names a release together with its extras. */
export function servedContent(
  { manifest }: Pick<BuiltRelease, 'manifest'>,
  extras: Extras,
): string {
  return contentHash(JSON.stringify([manifest.id, [...extras.cards], [...extras.scripts]]));
}

/** Whether local KV holds exactly this content as its current release. */
export async function isServed(stateDir: string, content: string): Promise<boolean> {
  const note = await readFile(notePath(stateDir), 'utf8').catch(() => null);
  return note === content;
}

/** Notes which content local KV holds, for {@link isServed}. */
export async function noteServed(stateDir: string, content: string): Promise<void> {
  await writeWhole(notePath(stateDir), content);
}

/** Removes the note of {@link noteServed}. */
export async function forgetServed(stateDir: string): Promise<void> {
  await rm(notePath(stateDir), { force: true });
}
