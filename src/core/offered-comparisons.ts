import { MAX_SIDES } from './limits.ts';
import type { SweepEntry } from './release.ts';
import type { ReleaseIndex } from './release-index.ts';
import { printTokens } from './tokens.ts';
import type { NamedDimension } from './vocabulary.ts';

/** Dimensions that are offered as what is compared, by what the sides then have in common. */
const OFFERS: readonly { readonly compared: NamedDimension; readonly shared: NamedDimension[] }[] =
  [
    { compared: 'specMethod', shared: ['hardware', 'precision'] },
    { compared: 'precision', shared: ['hardware'] },
    { compared: 'framework', shared: ['hardware', 'precision'] },
    { compared: 'hardware', shared: ['precision'] },
  ];

/**
 * Ids of every comparison that a model's sweeps can answer, as the picker would offer them: two GPUs
 * from the side of each.
 */
export function offeredIds(index: ReleaseIndex, model: string): string[] {
  return offeredByHardware(index, model).flatMap(({ ids }) => ids);
}

/** Ids as of {@link offeredIds}, grouped by the hardware that the picker lists them under. */
export function offeredByHardware(
  index: ReleaseIndex,
  model: string,
): { readonly gpu: string; readonly ids: readonly string[] }[] {
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
