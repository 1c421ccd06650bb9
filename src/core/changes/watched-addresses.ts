import { printAddress, orderlessQuestion } from '../address.ts';
import type { Address } from '../address.ts';
import { offeredIds } from '../offered-comparisons.ts';
import type { ReleaseIndex } from '../release-index.ts';
import { DIMENSIONS } from '../vocabulary.ts';

/** An address whose meaning somebody may rely on. */
export interface WatchedAddress {
  readonly id: string;
  readonly isPreset: boolean;
  /** the catalog lists it, or a preset names it; else it is such a one shortened */
  readonly isListed: boolean;
}

/**
 * The addresses of a model's comparisons that readers come by: those of presets, those that the
 * catalog lists, and each of them with fewer shared tokens, for what an address leaves open is
 * matched anew by every release.
 */
export function watchedAddresses(index: ReleaseIndex, model: string): WatchedAddress[] {
  const presets = index.manifest.catalog.presets.map(({ id }) => id);
  const own = presets.filter((id) => id.startsWith(`${model}/`));
  const listed = [...own, ...offeredIds(index, model)];
  const watched = new Map<string, WatchedAddress>();
  const watch = (id: string, isListed: boolean): void => {
    const address = index.addressOf(id);
    if (address === null || watched.has(orderlessQuestion(address))) return;
    watched.set(orderlessQuestion(address), { id, isPreset: own.includes(id), isListed });
  };
  for (const id of listed) watch(id, true);
  for (const address of listed.flatMap((id) => index.addressOf(id) ?? [])) {
    for (const id of shortened(address)) watch(id, false);
  }
  return [...watched.values()];
}

/** An address without some of its shared tokens; hardware has to be named. */
function shortened(address: Address): string[] {
  const { shared } = address;
  const open = DIMENSIONS.filter((d) => d !== 'hardware' && shared[d] !== undefined);
  return Array.from({ length: 2 ** open.length - 1 }, (_, i) => {
    const dropped = open.filter((_dimension, at) => ((i + 1) & (1 << at)) !== 0);
    const left = Object.entries(shared).filter(([d]) => !dropped.some((one) => one === d));
    return printAddress({ ...address, shared: Object.fromEntries(left) });
  });
}
