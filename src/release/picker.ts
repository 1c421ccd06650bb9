import { MAX_SIDES } from '../core/limits.ts';
import { headingOf } from '../core/heading.ts';
import type { SweepEntry } from '../core/release.ts';
import { printTokens } from '../core/tokens.ts';
import type { NamedDimension } from '../core/vocabulary.ts';
import { labelOf } from '../core/vocabulary.ts';
import type { ReleaseIndex } from '../core/release-index.ts';
import type { Nearby } from './nearby.ts';

/** Comparisons of one hardware. */
export interface PickerGroup {
  readonly label: string;
  readonly comparisons: readonly Nearby[];
}

/** Dimensions that are offered as what is compared, by what the sides then have in common. */
const OFFERS: readonly { readonly compared: NamedDimension; readonly shared: NamedDimension[] }[] =
  [
    { compared: 'specMethod', shared: ['hardware', 'precision'] },
    { compared: 'precision', shared: ['hardware'] },
    { compared: 'framework', shared: ['hardware', 'precision'] },
    { compared: 'hardware', shared: ['precision'] },
  ];
const MAX_EACH = 12;
const MAX_GROUPS = 8;

/**
 * Comparisons that a model's sweeps can answer, by hardware: wherever sweeps of one workload and
 * basis differ in a dimension, that dimension can be compared.
 */
export function pickerGroups(index: ReleaseIndex, model: string): PickerGroup[] {
  const { catalog } = index.manifest;
  const byHardware = offeredByHardware(index, model).map(({ gpu, ids }) => {
    const comparisons = ids.slice(0, MAX_EACH).flatMap((id) => {
      const address = index.addressOf(id);
      return address === null ? [] : { id, heading: headingOf(address, catalog) };
    });
    return { label: labelOf(catalog.vocabulary, 'hardware', gpu), comparisons };
  });
  return byHardware.filter(({ comparisons }) => comparisons.length > 0).slice(0, MAX_GROUPS);
}

/**
 * Ids of every comparison that a model's sweeps can answer, as the picker would offer them: two GPUs
 * from the side of each.
 */
export function offeredIds(index: ReleaseIndex, model: string): string[] {
  return offeredByHardware(index, model).flatMap(({ ids }) => ids);
}

function offeredByHardware(index: ReleaseIndex, model: string) {
  const entries = index.entriesOf(model).filter(({ isDefault }) => isDefault);
  const hardware = [...new Set(entries.map(({ key }) => key.hardware))].toSorted();
  return hardware.map((gpu) => {
    const ids = OFFERS.flatMap(({ compared, shared }) => offered(entries, gpu, compared, shared));
    return { gpu, ids: [...new Set(ids)].map((id) => `${model}/${id}`) };
  });
}

/** The part of the ids after the model, for one compared dimension and one hardware. */
function offered(
  entries: readonly SweepEntry[],
  gpu: string,
  compared: NamedDimension,
  shared: readonly NamedDimension[],
): string[] {
  const groups = new Map<string, { tokens: Record<string, string>; values: Set<string> }>();
  for (const { key, basis } of entries) {
    const value = key[compared];
    const tokens = shared.flatMap((dimension): [string, string][] => {
      const token = key[dimension];
      return token === null ? [] : [[dimension, token]];
    });
    if (value === null || tokens.length < shared.length) continue;
    if (compared !== 'hardware' && key.hardware !== gpu) continue;
    const alike = [basis, key.workload, key.interactivityBasis, key.offload];
    const name = [...alike, ...tokens.map(([, token]) => token)].join(' ');
    const group = groups.get(name) ?? { tokens: Object.fromEntries(tokens), values: new Set() };
    groups.set(name, group);
    group.values.add(value);
  }
  return [...groups.values()].flatMap(({ tokens, values }) => {
    if (values.size < 2 || (compared === 'hardware' && !values.has(gpu))) return [];
    const others = [...values].toSorted();
    const sides =
      compared === 'hardware'
        ? others.filter((other) => other !== gpu).map((other) => [gpu, other])
        : [others.slice(0, MAX_SIDES)];
    const left = printTokens(tokens);
    return sides.map((pair) => `${left}/${pair.join('-vs-')}`);
  });
}
