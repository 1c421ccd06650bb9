import { printAddress } from '../../src/core/address.ts';
import type { SweepEntry } from '../../src/core/release.ts';
import { compareText, keyText, newestFirst } from '../../src/core/sweep.ts';
import type { SweepHead } from '../../src/core/sweep.ts';
import type { TokenSet } from '../../src/core/tokens.ts';

/** Comparisons of runs after a change with those before it, and the runs that have none before. */
interface BeforeAfter {
  /** ids of comparisons whose first side is the run before and whose second is the run after */
  readonly ids: readonly string[];
  /** keys that have a run after and none before it, in words */
  readonly alone: readonly string[];
}

/**
 * Comparisons of each run of one label with a run of the same key before it: that of the other label, or
 * else the newest that an address can name.
 *
 * @param before - label of the runs before
 * @param after - label of the runs after
 */
export function beforeAfter(
  sweeps: readonly SweepEntry[],
  before: string,
  after: string,
): BeforeAfter {
  const ids: string[] = [];
  const alone: string[] = [];
  for (const sweep of sweeps.filter(({ label }) => label === after)) {
    const others = otherRuns(sweep, sweeps);
    const other =
      others.find(({ label }) => label === before) ??
      newestFirst(others).find(({ label, date }) => label !== null || date !== null);
    if (other === undefined) {
      alone.push(keyText(sweep.key, sweep.basis));
      continue;
    }
    const run = other.label === null ? other.date!.replaceAll('-', '') : `~${other.label}`;
    const { model, offload: _, interactivityBasis: __, ...named } = sweep.key;
    const stated = Object.entries(named).filter(([, key]) => key !== null);
    const shared = Object.fromEntries(stated) as TokenSet;
    ids.push(printAddress({ model, shared, sides: [{ run }, { run: `~${after}` }] }));
  }
  return { ids: ids.toSorted(compareText), alone };
}

/**
 * The sweeps, with the label of the runs before given to runs without one that runs after are compared
 * with: the newest of each key. By its day alone such a run could not be named beside a run after of the
 * same day.
 *
 * @param before - label of the runs before
 * @param after - label of the runs after
 */
export function withLabelBefore<S extends SweepHead>(
  sweeps: readonly S[],
  before: string,
  after: string,
): S[] {
  const named = new Set<SweepHead>();
  for (const sweep of sweeps.filter(({ label }) => label === after)) {
    const others = otherRuns(sweep, sweeps);
    if (others.some(({ label }) => label === before)) continue;
    const [newest] = newestFirst(others);
    if (newest?.label === null) named.add(newest);
  }
  return sweeps.map((sweep) => (named.has(sweep) ? { ...sweep, label: before } : sweep));
}

/** The runs of a sweep's key with other labels than its own. */
function otherRuns<S extends SweepHead>({ key, basis, label }: S, sweeps: readonly S[]): S[] {
  const name = keyText(key, basis);
  return sweeps.filter((one) => one.label !== label && keyText(one.key, one.basis) === name);
}
