import { parseAddress, printAddress } from '../../src/core/address.ts';
import { MAX_SIDES } from '../../src/core/limits.ts';
import { compareText } from '../../src/core/sweep.ts';
import type { Sweep } from '../../src/core/sweep.ts';
import type { ImportNames } from './keys.ts';

/** What is needed of a sweep to name it in an address. */
type ComparedSweep = Pick<Sweep, 'key' | 'basis' | 'label' | 'date' | 'points'>;
type Names = Pick<ImportNames, 'models' | 'vocabulary'>;

/** What two sweeps are compared by, what people look for first. */
const COMPARED = ['run', 'specMethod', 'hardware', 'precision', 'framework', 'deployment'] as const;
type Compared = (typeof COMPARED)[number];

/** What is the same on both sides, beyond that: what an address names, and what it does not. */
const NAMED = [...COMPARED.filter((field) => field !== 'run'), 'workload'] as const;
const REST = ['model', ...NAMED, 'interactivityBasis', 'offload'] as const;

interface Candidate {
  readonly id: string;
  readonly sides: number;
  /** points of the side that has fewest */
  readonly points: number;
  /** its sides are nothing but runs of other days, which everything that is run again has */
  readonly isOfDays: boolean;
}

/**
 * The id of the comparison that sweeps make by themselves: sides that differ in one thing only, of
 * those the one whose thinnest side has most points; `null` where nothing differs in one thing. Runs
 * stand in the order of their dates; days alone are compared, the newest two, where nothing else is.
 *
 * @param newest - label of the runs that come last among those of one date or none
 */
export function firstComparison(
  sweeps: readonly ComparedSweep[],
  names: Names,
  newest: string | null = null,
): string | null {
  const candidates = COMPARED.flatMap((compared) =>
    [...alike(sweeps, compared).values()].flatMap(
      (group) => candidate(compared, group, newest) ?? [],
    ),
  );
  const sorted = candidates.toSorted(
    (a, b) =>
      Number(a.isOfDays) - Number(b.isOfDays) ||
      b.points - a.points ||
      b.sides - a.sides ||
      compareText(a.id, b.id),
  );
  for (const { id } of sorted) {
    const parsed = parseAddress(id, names);
    if ('value' in parsed) return printAddress(parsed.value);
  }
  return null;
}

/** Sweeps that differ in nothing but this, each value of it once: that with most points. */
function alike(sweeps: readonly ComparedSweep[], compared: Compared): Map<string, ComparedSweep[]> {
  const groups = new Map<string, Map<string, ComparedSweep>>();
  for (const sweep of sweeps) {
    const value = token(sweep, compared);
    if (value === null) continue;
    const name = REST.filter((field) => field !== compared)
      .map((field) => sweep.key[field] ?? '-')
      .concat(sweep.basis)
      .join(' ');
    const group = groups.get(name) ?? new Map<string, ComparedSweep>();
    groups.set(name, group);
    const before = group.get(value);
    if (before === undefined || before.points.length < sweep.points.length) group.set(value, sweep);
  }
  return new Map(Array.from(groups, ([name, group]) => [name, [...group.values()]]));
}

function candidate(
  compared: Compared,
  group: readonly ComparedSweep[],
  newest: string | null,
): Candidate | null {
  if (group.length < 2) return null;
  const isOfDays = compared === 'run' && group.every(({ label }) => label === null);
  const sides = group
    .toSorted(
      (a, b) =>
        b.points.length - a.points.length ||
        (isOfDays ? -1 : 1) * compareText(token(a, compared)!, token(b, compared)!),
    )
    .slice(0, isOfDays ? 2 : MAX_SIDES);
  const shared = NAMED.filter((dimension) => dimension !== compared).flatMap(
    (dimension) => sides[0]!.key[dimension] ?? [],
  );
  const isNewest = ({ label }: ComparedSweep) => newest !== null && label === newest;
  const ordered = sides.toSorted(
    (a, b) => compareText(a.date ?? '', b.date ?? '') || Number(isNewest(a)) - Number(isNewest(b)),
  );
  const tokens = ordered.map((sweep) => token(sweep, compared)!);
  return {
    id: `${sides[0]!.key.model}/${shared.join('-') || '_'}/${tokens.join('-vs-')}`,
    sides: sides.length,
    points: Math.min(...sides.map(({ points }) => points.length)),
    isOfDays,
  };
}

/** How an address names this of a sweep; `null` where it cannot. */
function token(sweep: ComparedSweep, compared: Compared): string | null {
  if (compared !== 'run') return sweep.key[compared];
  if (sweep.label !== null) return `~${sweep.label}`;
  return sweep.date?.replaceAll('-', '') ?? null;
}
