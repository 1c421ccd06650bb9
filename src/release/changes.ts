import { releaseChanges, termsOf } from '../core/changes/release-changes.ts';
import type { Changes } from '../core/changes/release-changes.ts';
import { watchedAddresses } from '../core/changes/watched-addresses.ts';
import type { Manifest } from '../core/release.ts';
import type { ReleaseIndex } from '../core/release-index.ts';
import { indexName, INDEX_PREFIX } from '../kv/keys.ts';
import type { Release } from '../kv/store.ts';

/** What moved between two releases, as far as one answer goes. */
interface ModelChanges extends Omit<Changes, 'before' | 'after' | 'blobs'> {
  /** keys of the models that were looked at */
  readonly models: readonly string[];
  /** keys of those that may have moved too, to be asked for one by one */
  readonly left: readonly string[];
}

/** Addresses that one answer looks at, in both releases, about: those of one model are never fewer. */
const MAX_WATCHED = 250;

/**
 * What moved between two releases: read are the indexes of the models that can have, and looked at
 * as many of them as there is room for.
 *
 * @param model - key of the only one that is asked about; `null` for all
 */
export async function readChanges(
  before: Release,
  after: Release,
  model: string | null,
): Promise<ModelChanges> {
  const touched = touchedModels(before.manifest, after.manifest);
  const keys = model === null ? touched : touched.filter((key) => key === model);
  const [old, fresh] = await Promise.all([before.withSweeps(keys), after.withSweeps(keys)]);
  const models: string[] = [];
  let watched = 0;
  for (const key of keys) {
    watched += Math.max(...[old, fresh].map((index) => watchedAddresses(index, key).length));
    if (models.length > 0 && watched > MAX_WATCHED) break;
    models.push(key);
  }
  const listed = ({ manifest }: Release, { entriesOf }: ReleaseIndex) => ({
    manifest,
    sweeps: models.flatMap((key) => entriesOf(key)),
  });
  const changes = releaseChanges(listed(before, old), listed(after, fresh), models);
  const { sweeps, comparisons, unchanged } = changes;
  return { sweeps, comparisons, unchanged, models, left: keys.slice(models.length) };
}

/** Keys of the models whose comparisons can say something else, from the manifests alone. */
function touchedModels(before: Manifest, after: Manifest): string[] {
  const names = new Set([before, after].flatMap(({ data }) => Object.keys(data)));
  const models = [...names].flatMap((name) =>
    name.startsWith(INDEX_PREFIX) ? name.slice(INDEX_PREFIX.length) : [],
  );
  if (termsOf({ manifest: before }) !== termsOf({ manifest: after })) return models;
  const presetsOf = ({ catalog }: Manifest, model: string) =>
    JSON.stringify(catalog.presets.filter(({ id }) => id.startsWith(`${model}/`)));
  return models.filter((model) => {
    const [old, fresh] = [before, after].map(({ data }) => data[indexName(model)]?.hash);
    return old !== fresh || presetsOf(before, model) !== presetsOf(after, model);
  });
}
