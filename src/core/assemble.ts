import { comparedDimensions, printAddress } from './address.ts';
import type { Address } from './address.ts';
import { compare } from './compare.ts';
import type { TitleOf } from './heading.ts';
import type { Comparison } from './comparison-types.ts';
import { pointsWithin, sweepKnots } from './frontier.ts';
import { matchSides, sideEntries } from './match.ts';
import type { Match } from './match.ts';
import type { CompareOptions } from './options.ts';
import type { SweepEntry } from './release.ts';
import type { ReleaseIndex } from './release-index.ts';
import { newestFirst, sweepId } from './sweep.ts';
import { printTokens } from './tokens.ts';
import type { Basis, Sweep } from './sweep.ts';

/** What an address is asked with; a `null` basis leaves the choice to the ranking. */
export interface AssemblyOptions extends CompareOptions {
  readonly basis?: Basis | null;
}

/** Two sides that came to one run. */
export interface SameRun {
  /** what the sides are called in the address */
  readonly sides: readonly [string, string];
  readonly run: SweepEntry;
  /** every run of its key, newest first */
  readonly runs: readonly SweepEntry[];
}

/** A comparison for which only the sweeps are missing. */
interface Assembly {
  /** by side the sweeps that take part: one, several when pooled, none when absent */
  readonly sides: readonly (readonly SweepEntry[])[];
  /** where two sides are one and the same run; else `null` */
  readonly sameRun: SameRun | null;
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
 * The entries whose points decide what an address is matched with: with a limit of the first token
 * all that a side could take, since the limit comes before the frontier; else none.
 */
export function limitedCandidates(
  { entriesOf }: Pick<ReleaseIndex, 'entriesOf'>,
  address: Address,
  { ttft, basis = null }: AssemblyOptions,
): SweepEntry[] {
  if (ttft === null) return [];
  const entries = entriesOf(address.model).filter((e) => basis === null || e.basis === basis);
  const all = address.sides.flatMap((side) => sideEntries(entries, { ...address.shared, ...side }));
  return [...new Set(all)];
}

/**
 * Matches an address with the sweeps of a release.
 *
 * @param sweepOf - the sweep of each of {@link limitedCandidates}, every point of it
 * @returns `null` where the model is not there or fewer than two sides have data
 */
export function assemble(
  { manifest, entriesOf, presetOf }: ReleaseIndex,
  address: Address,
  options: AssemblyOptions,
  titleOf: TitleOf,
  sweepOf: (entry: SweepEntry) => Sweep,
): Assembly | null {
  const { id, publishedAt, catalog } = manifest;
  const all = entriesOf(address.model);
  const preset = presetOf(printAddress(address));
  const { basis = null, pool, ttft } = options;
  const request = { basis, pool, preset };
  const limited =
    ttft === null
      ? all
      : withinLimit(limitedCandidates({ entriesOf }, address, options), sweepOf, ttft);
  const whole = ttft === null ? null : matchSides(all, address, request);
  const match = withLateSides(matchSides(limited, address, request), whole, limited, address);
  if (match === null) return null;
  const release = { id, publishedAt };
  const input = { address, match, preset, entries: limited, catalog, release, titleOf };
  return {
    sides: match.chosen.sides,
    sameRun: sameRun(address, match, all),
    compare: (read, at = options.at) =>
      compare({ ...input, sweepOf: read, options: { ...options, at } }),
  };
}

/** Entries as the points within a limit (s) make them; those without such a point are left out. */
function withinLimit(
  entries: readonly SweepEntry[],
  sweepOf: (entry: SweepEntry) => Sweep,
  limit: number,
): SweepEntry[] {
  return entries.flatMap((entry) => {
    const knots = sweepKnots(pointsWithin(sweepOf(entry).points, limit), entry.basis);
    const curve = knots.flatMap(({ interactivity, throughput }) => [interactivity, throughput]);
    return curve.length === 0 ? [] : { ...entry, curve };
  });
}

/**
 * Sides that have data, but none within the limit, keep the sweeps that they would have without it:
 * they are late, not absent.
 *
 * @param match - of the entries within the limit
 * @param whole - of all entries; `null` where there is no limit, or nothing even so
 */
function withLateSides(
  match: Match | null,
  whole: Match | null,
  limited: readonly SweepEntry[],
  address: Address,
): Match | null {
  if (whole === null) return match;
  // other ways to match would speak of points beyond the limit
  if (match === null) return { ...whole, alternatives: [], moreAlternatives: 0 };
  const sides = match.chosen.sides.map((entries, i) => {
    const tokens = { ...address.shared, ...address.sides[i] };
    const isLate = entries.length === 0 && sideEntries(limited, tokens).length === 0;
    return isLate ? whole.chosen.sides[i]! : entries;
  });
  return { ...match, chosen: { ...match.chosen, sides } };
}

/** The first two sides that came to one run, where runs are compared. */
function sameRun(
  address: Address,
  { chosen }: Match,
  entries: readonly SweepEntry[],
): SameRun | null {
  if (!comparedDimensions(address).includes('run')) return null;
  const ids = chosen.sides.map((side) => side.map(sweepId).join());
  const second = ids.findIndex((id, i) => id !== '' && ids.indexOf(id) < i);
  if (second < 0) return null;
  const first = ids.indexOf(ids[second]!);
  const run = chosen.sides[first]![0]!;
  const isOfKey = ({ key, basis }: SweepEntry) =>
    basis === run.basis &&
    Object.entries(run.key).every(([field, value]) => Reflect.get(key, field) === value);
  return {
    sides: [printTokens(address.sides[first]!), printTokens(address.sides[second]!)],
    run,
    runs: newestFirst(entries.filter(isOfKey)),
  };
}
