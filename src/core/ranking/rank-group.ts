import type { SweepEntry } from '../release.ts';
import { compareText, keyText } from '../sweep.ts';
import type { RankOptions } from './rank-options.ts';

/** The sweeps that are ranked together, and those of the workload that they may not meet. */
export interface RankGroup {
  /** at least one, in canonical order */
  readonly entries: readonly SweepEntry[];
  /** default runs of another basis, another way to measure interactivity or another offload mode */
  readonly apart: readonly SweepEntry[];
}

/**
 * The sweeps of a model and workload that can be ranked: default runs of one basis, one way to
 * measure interactivity and one offload mode. Measured before published; then the most sweeps.
 *
 * @param entries - all sweeps of the model, all runs
 * @returns `null` where there are none
 */
export function rankGroup(
  entries: readonly SweepEntry[],
  workload: string,
  asked: Pick<RankOptions, 'basis' | 'interactivityBasis'>,
): RankGroup | null {
  const [chosen] = rankGroups(entries, workload, asked);
  if (chosen === undefined) return null;
  return {
    entries: chosen,
    apart: defaultRuns(entries, workload).filter((entry) => !chosen.includes(entry)),
  };
}

/**
 * Everything of a model and workload that can be ranked together, that which is ranked unless told
 * otherwise first.
 *
 * @returns each in canonical order
 */
export function rankGroups(
  entries: readonly SweepEntry[],
  workload: string,
  { basis, interactivityBasis }: Pick<RankOptions, 'basis' | 'interactivityBasis'>,
): SweepEntry[][] {
  const all = defaultRuns(entries, workload);
  const groups = new Map<string, SweepEntry[]>();
  for (const entry of all) {
    const isAsked =
      (basis ?? entry.basis) === entry.basis &&
      (interactivityBasis ?? entry.key.interactivityBasis) === entry.key.interactivityBasis;
    if (!isAsked) continue;
    const name = `${entry.basis} ${entry.key.interactivityBasis} ${entry.key.offload ?? '-'}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [entry]);
    else group.push(entry);
  }
  const inOrder = [...groups].toSorted(
    ([a, some], [b, others]) =>
      Number(others[0]!.basis === 'measured') - Number(some[0]!.basis === 'measured') ||
      others.length - some.length ||
      compareText(a, b),
  );
  return inOrder.map(([, group]) =>
    group.toSorted((a, b) => compareText(keyText(a.key, a.basis), keyText(b.key, b.basis))),
  );
}

function defaultRuns(entries: readonly SweepEntry[], workload: string): SweepEntry[] {
  return entries.filter(({ isDefault, key }) => isDefault && key.workload === workload);
}
