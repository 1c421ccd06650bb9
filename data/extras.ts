import type { BuiltRelease } from './release.ts';
import type { Extras } from './publish-release.ts';

/**
 * What a release carries beside its data: pictures of presets and this build's element scripts.
 *
 * None is made yet: rendering cards and building the element come with their own issues.
 */
export async function releaseExtras(_release: BuiltRelease): Promise<Extras> {
  return { cards: new Map(), scripts: new Map() };
}
