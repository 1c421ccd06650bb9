import { printAddress } from '../core/address.ts';
import type { Address } from '../core/address.ts';
import { headingOf } from '../core/heading.ts';
import type { Heading } from '../core/heading.ts';
import { matchSides } from '../core/match.ts';
import { nearest } from '../core/nearest.ts';
import { DIMENSIONS } from '../core/vocabulary.ts';
import type { CatalogIndex, ReleaseIndex } from '../core/release-index.ts';
import type { Release } from '../kv/store.ts';

/** A comparison to go to. */
export interface Nearby {
  readonly id: string;
  readonly heading: Heading;
}

const MAX_NEARBY = 6;

/**
 * Comparisons that do have data, near one that has none: the same with a shared token less, then
 * the model's presets; for an unknown model the presets of models of similar name.
 */
export async function nearbyComparisons(
  release: Pick<Release, 'manifest' | 'withSweeps'>,
  address: Address,
): Promise<Nearby[]> {
  const { catalog } = release.manifest;
  const isKnown = catalog.models.some(({ key }) => key === address.model);
  const names = catalog.models.flatMap(({ key, aliases }) => [key, ...aliases]);
  const models = isKnown
    ? [address.model]
    : nearest(address.model, names).flatMap(
        (name) =>
          catalog.models.find(({ key, aliases }) => key === name || aliases.includes(name))?.key ??
          [],
      );
  const index = await release.withSweeps(models);
  const relaxed = models.flatMap((model) => relaxations({ ...address, model }));
  const ids = relaxed
    .filter((candidate) => hasData(index, candidate))
    .map((candidate) => printAddress(candidate));
  const own = catalog.presets.map(({ id }) => id);
  const presets = own.filter((id) => models.some((model) => id.startsWith(`${model}/`)));
  const addresses = [...ids, ...presets, ...(models.length === 0 ? own : [])];
  return headed(index, addresses).slice(0, MAX_NEARBY);
}

/** Some presets, of any model. */
export function somePresets(index: CatalogIndex): Nearby[] {
  const ids = index.manifest.catalog.presets.slice(0, MAX_NEARBY).map(({ id }) => id);
  return headed(index, ids);
}

/** The presets of the same model, the comparison itself left out. */
export function otherPresets(index: CatalogIndex, address: Address): Nearby[] {
  const self = printAddress(address);
  const ids = index.manifest.catalog.presets
    .map(({ id }) => id)
    .filter((id) => id.startsWith(`${address.model}/`) && id !== self);
  return headed(index, ids.slice(0, MAX_NEARBY));
}

/** Comparisons by their ids, each once; an id that no longer parses is left out. */
function headed(index: CatalogIndex, ids: readonly string[]): Nearby[] {
  return [...new Set(ids)].flatMap((id) => {
    const address = index.addressOf(id);
    if (address === null) return [];
    return { id, heading: headingOf(address, index.manifest.catalog) };
  });
}

/** The address itself, then with one shared token less, the last first; never without hardware. */
function relaxations(address: Address): Address[] {
  const shared = DIMENSIONS.filter((d) => d !== 'hardware' && address.shared[d] !== undefined);
  const without = shared.toReversed().map((dropped) => ({
    ...address,
    shared: Object.fromEntries(Object.entries(address.shared).filter(([d]) => d !== dropped)),
  }));
  return [address, ...without];
}

function hasData(index: ReleaseIndex, address: Address): boolean {
  const request = { basis: null, pool: false, preset: null };
  return matchSides(index.entriesOf(address.model), address, request) !== null;
}
