import type { Pointer, ReleaseRef } from '../../src/core/release.ts';
import { blobKey, manifestKey } from '../../src/kv/keys.ts';
import type { KvPort } from '../kv/port.ts';
import { damagedParts, partOf, releaseParts } from './parts.ts';
import type { Damage, Part, ReleaseParts } from './parts.ts';
import type { PointerSnapshot } from './pointer.ts';
import { recoveredReleases, recoveredScripts } from './recover.ts';
import { publishedScripts } from './scripts.ts';
import type { PublishBase } from './publish-base.ts';

/** What can be written again. */
interface AtHand {
  /** the release that is to be published */
  readonly id: string;
  /** texts by hash */
  readonly content: ReadonlyMap<string, string>;
}

/** What KV still has, every value of it looked at, and what is lost. */
export interface Survey extends PublishBase {
  readonly loss: Loss;
}

/** What is published and can be neither read nor written again. */
export interface Loss {
  /** live releases that are not whole and cannot be made so from what is at hand */
  readonly releases: readonly { readonly id: string; readonly damages: readonly Damage[] }[];
  /** file names of element scripts */
  readonly scripts: readonly string[];
  /** the list of releases had to be made anew from their manifests */
  readonly isListNew: boolean;
}

/**
 * Looks at every value that is published, to build on what is sound: the list of releases is made
 * from their manifests where `current` is damaged, the list of scripts from what names scripts.
 * Changes nothing.
 *
 * @param onProgress - of the values
 */
export async function survey(
  kv: KvPort,
  before: PointerSnapshot,
  { id, content }: AtHand,
  onProgress?: (done: number, total: number) => void,
): Promise<Survey> {
  const isListNew = before.problem !== null;
  const pointer = isListNew ? await recoveredReleases(kv) : before.pointer;
  const live = pointer?.releases.filter(({ state }) => state === 'live') ?? [];
  const releases = new Map<ReleaseRef, ReleaseParts>();
  for (const ref of live) releases.set(ref, await releaseParts(kv, ref));
  const known = [...releases.values()].flatMap(({ parts }) => parts);
  const scripts = isListNew
    ? await recoveredScripts(kv, known)
    : await publishedScripts(kv, before).catch(() => recoveredScripts(kv, known));

  const ours = Array.from(content, ([hash, text]): Part => {
    return { name: 'of this release', key: blobKey(hash), hash, size: Buffer.byteLength(text) };
  });
  const scriptParts = Object.entries(scripts).map(partOf);
  const lists = before.pointer === null ? [] : [before.pointer.scripts];
  const all = [
    ...known,
    ...scriptParts,
    ...lists.map((ref) => partOf(['list of published scripts', ref])),
    ...ours,
  ];
  const damages = await damagedParts(kv, all, onProgress);
  const bad = new Map(damages.map((damage) => [damage.part.key, damage.problem]));
  const isLost = ({ key, hash }: Part) => bad.has(key) && !content.has(hash);

  const lost = [...releases].flatMap(([ref, { parts, damages: leading }]) => {
    const own = parts.filter(isLost).map((part) => ({ part, problem: bad.get(part.key)! }));
    const found = [...leading.filter(({ part }) => !content.has(part.hash)), ...own];
    return ref.id === id || found.length === 0 ? [] : [{ id: ref.id, damages: found }];
  });
  const lostScripts = scriptParts.filter(isLost).map(({ name }) => name);
  return {
    pointer: pointer && withoutLost(pointer, new Set(lost.map((release) => release.id))),
    scripts: Object.fromEntries(
      Object.entries(scripts).filter(([name]) => !lostScripts.includes(name)),
    ),
    manifests: new Set(
      live.flatMap((ref) => (releases.get(ref)!.manifest === null ? [] : [manifestKey(ref)])),
    ),
    whole: new Set(all.flatMap(({ key, hash }) => (bad.has(key) ? [] : [hash]))),
    loss: { releases: lost, scripts: lostScripts, isListNew },
  };
}

/**
 * The pointer with lost releases as gone: nobody can read them, and prune may take the rest of
 * them.
 */
function withoutLost(
  pointer: Omit<Pointer, 'scripts'>,
  lost: ReadonlySet<string>,
): Omit<Pointer, 'scripts'> {
  const releases = pointer.releases.map((ref) =>
    lost.has(ref.id) ? { ...ref, state: 'gone' as const } : ref,
  );
  const isLost = pointer.previous !== null && lost.has(pointer.previous);
  return { ...pointer, previous: isLost ? null : pointer.previous, releases };
}
