import { printAddress } from './address.ts';
import type { Address } from './address.ts';
import { compare } from './compare.ts';
import type { TitleOf } from './compare.ts';
import type { Comparison } from './comparison-types.ts';
import { matchSides } from './match.ts';
import type { CompareOptions } from './options.ts';
import type { SweepEntry } from './release.ts';
import type { IndexedManifest, ReleaseIndex } from './release-index.ts';
import type { Basis, Sweep } from './sweep.ts';

/** What an address is asked with; a `null` basis leaves the choice to the ranking. */
export interface AssemblyOptions extends CompareOptions {
  readonly basis?: Basis | null;
}

/** A comparison for which only the sweeps are missing. */
export interface Assembly {
  /** by side the sweeps that take part: one, several when pooled, none when absent */
  readonly sides: readonly (readonly SweepEntry[])[];
  /** every point of them is needed, not only their frontiers: a limit comes before the frontier */
  readonly needsPoints: boolean;
  /**
   * The comparison.
   *
   * @param at - targets, tok/s/user, in place of those that were asked for
   * @throws RangeError if the options name a rate card that the release lacks
   */
  readonly compare: (
    sweepOf: (entry: SweepEntry) => Sweep,
    at?: CompareOptions['at'],
  ) => Comparison;
}

/**
 * Matches an address with the sweeps of a release.
 *
 * @returns `null` where the model is not there or fewer than two sides have data
 */
export function assemble(
  { manifest, entriesOf, presetOf }: ReleaseIndex<IndexedManifest>,
  address: Address,
  options: AssemblyOptions,
  titleOf: TitleOf,
): Assembly | null {
  const { id, publishedAt, catalog } = manifest;
  const entries = entriesOf(address.model);
  const preset = presetOf(printAddress(address));
  const { basis = null, pool } = options;
  const match = matchSides(entries, address, { basis, pool, preset });
  if (match === null) return null;
  const input = { address, match, preset, entries, catalog, release: { id, publishedAt }, titleOf };
  return {
    sides: match.chosen.sides,
    needsPoints: options.ttft !== null,
    compare: (sweepOf, at = options.at) =>
      compare({ ...input, sweepOf, options: { ...options, at } }),
  };
}
