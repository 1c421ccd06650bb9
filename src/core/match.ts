import type { Address } from './address.ts';
import { rankAssignments } from './assignments.ts';
import type { Assignment } from './assignments.ts';
import { keyText, newestFirst } from './sweep.ts';
import type { Basis } from './sweep.ts';
import type { SweepEntry } from './release.ts';
import { NAMED_DIMENSIONS } from './vocabulary.ts';
import type { NamedDimension, Preset } from './vocabulary.ts';

/** Which sweeps answer an address. */
export interface Match {
  readonly chosen: Assignment;
  /** the other assignments, best first */
  readonly alternatives: readonly Assignment[];
  /** further assignments, beyond those that are listed */
  readonly moreAlternatives: number;
}

/** What an address is asked with that decides which sweeps answer it. */
export interface MatchRequest {
  readonly basis: Basis | null;
  /** pool framework, deployment and spec method of each side */
  readonly pool: boolean;
  /** the preset whose address this is */
  readonly preset: Preset | null;
}

/** Given up one after the other, in this order, where no common value exists. */
const RELEASABLE = ['framework', 'deployment', 'specMethod'] as const;
const MAX_ALTERNATIVES = 12;

/**
 * The sweeps that answer an address: like matched with like, the best assignment first.
 *
 * Dimensions that no token fixes take one common value on all sides. If none is common, framework,
 * deployment and spec method are released in that order. A side without data, or with none under a
 * common value, is absent as long as two others remain.
 *
 * @param entries - all sweeps of the model, all runs
 * @returns `null` when fewer than two sides can be compared
 */
export function matchSides(
  entries: readonly SweepEntry[],
  address: Address,
  request: MatchRequest,
): Match | null {
  const wanted = entries.filter((entry) => request.basis === null || entry.basis === request.basis);
  const candidates = address.sides.map((side) =>
    sideEntries(wanted, { ...address.shared, ...side }),
  );
  const named = { ...address.shared, ...address.sides[0] };
  const free = NAMED_DIMENSIONS.filter((dimension) => named[dimension] === undefined);
  for (const present of sideSubsets(candidates.map((side) => side.length > 0))) {
    const found = request.pool
      ? pooledAssignments(candidates, present, free)
      : releasedAssignments(candidates, present, free);
    if (found.length > 0) {
      const [chosen, ...others] = rankAssignments(found, request.preset);
      return {
        chosen: chosen!,
        alternatives: others.slice(0, MAX_ALTERNATIVES),
        moreAlternatives: Math.max(0, others.length - MAX_ALTERNATIVES),
      };
    }
  }
  return null;
}

/** The entries that a side's tokens describe: of each key the default run, or the run asked for. */
export function sideEntries(
  entries: readonly SweepEntry[],
  tokens: Address['shared'],
): SweepEntry[] {
  const fitting = entries.filter((entry) => hasTokens(entry, tokens));
  const { run } = tokens;
  if (run === undefined) return fitting.filter(({ isDefault }) => isDefault);
  const day = run.replace(/^(....)(..)(..)$/, '$1-$2-$3');
  const asked = fitting.filter(({ label, date }) =>
    run.startsWith('~') ? label === run.slice(1) : date !== null && date <= day,
  );
  const newest = new Map<string, SweepEntry>();
  for (const entry of newestFirst(asked)) {
    const key = keyText(entry.key, entry.basis);
    if (!newest.has(key)) newest.set(key, entry);
  }
  return [...newest.values()];
}

/** Whether a sweep is of a configuration that has these tokens, whatever its run. */
export function hasTokens({ key }: SweepEntry, tokens: Address['shared']): boolean {
  return NAMED_DIMENSIONS.every((d) => tokens[d] === undefined || key[d] === tokens[d]);
}

/** Which sides take part: all that have data, then fewer, later sides left out first; never under two. */
function sideSubsets(hasData: readonly boolean[]): boolean[][] {
  const subsets = Array.from({ length: 2 ** hasData.length }, (_, left) =>
    hasData.map((has, i) => has && (left & (1 << (hasData.length - 1 - i))) === 0),
  );
  const size = (subset: boolean[]) => subset.filter(Boolean).length;
  return subsets.filter((subset) => size(subset) >= 2).toSorted((a, b) => size(b) - size(a));
}

function releasedAssignments(
  candidates: readonly SweepEntry[][],
  present: readonly boolean[],
  free: readonly NamedDimension[],
): Assignment[] {
  for (let count = 0; count <= RELEASABLE.length; count++) {
    const released: readonly NamedDimension[] = RELEASABLE.slice(0, count);
    if (count > 0 && !free.includes(released.at(-1)!)) continue;
    const held = free.filter((dimension) => !released.includes(dimension));
    const found = commonGroups(candidates, present, held).map((group) =>
      assignment(group.map(ownBest), free),
    );
    if (found.length > 0) return found;
  }
  return [];
}

function pooledAssignments(
  candidates: readonly SweepEntry[][],
  present: readonly boolean[],
  free: readonly NamedDimension[],
): Assignment[] {
  const held = free.filter((dimension) => !RELEASABLE.some((pooled) => pooled === dimension));
  return commonGroups(candidates, present, held).map((group) => assignment(group, held));
}

/** Per common value of the held dimensions, each side's entries that have it. */
function commonGroups(
  candidates: readonly SweepEntry[][],
  present: readonly boolean[],
  held: readonly NamedDimension[],
): SweepEntry[][][] {
  const groupKey = ({ key, basis }: SweepEntry) =>
    [basis, key.interactivityBasis, key.offload, ...held.map((d) => key[d])].join(' ');
  const groups = new Map<string, SweepEntry[][]>();
  for (const [i, entries] of candidates.entries()) {
    if (!present[i]) continue;
    for (const entry of entries) {
      const sides = groups.get(groupKey(entry)) ?? candidates.map(() => []);
      groups.set(groupKey(entry), sides);
      sides[i]!.push(entry);
    }
  }
  return [...groups.values()].filter((sides) =>
    sides.every((entries, i) => !present[i] || entries.length > 0),
  );
}

/** The best entry of one side, none of none, by the ranking of assignments with that side alone. */
function ownBest(entries: readonly SweepEntry[]): readonly SweepEntry[] {
  const alone = entries.map((entry) => assignment([[entry]], []));
  return rankAssignments(alone, null)[0]?.sides[0] ?? [];
}

function assignment(
  sides: readonly (readonly SweepEntry[])[],
  dimensions: readonly NamedDimension[],
): Assignment {
  const some = sides.flat();
  const { key, basis } = some[0]!;
  const agrees = (dimension: NamedDimension) =>
    some.every((entry) => entry.key[dimension] === key[dimension]);
  return {
    basis,
    interactivityBasis: key.interactivityBasis,
    matched: Object.fromEntries(dimensions.filter(agrees).map((d) => [d, key[d]])),
    mismatch: dimensions.filter((dimension) => !agrees(dimension)),
    sides,
  };
}
