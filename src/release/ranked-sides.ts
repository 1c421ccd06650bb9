import type { Comparison } from '../core/comparison-types.ts';
import { rankGroup } from '../core/ranking/rank-group.ts';
import { rowTokens } from '../core/ranking/row-tokens.ts';
import { printTokens } from '../core/tokens.ts';
import type { Release } from '../kv/store.ts';

/** The rows that the sides of a comparison are in the ranking of their model and workload. */
interface RankedSides {
  readonly workload: string;
  /** their keys, in the order of the sides */
  readonly rows: readonly string[];
  /** the ranking is the one that is shown where no other is asked for */
  readonly isDefault: boolean;
}

/**
 * The rows of a comparison's sides in one ranking: that of the comparison's basis and measure of
 * interactivity.
 *
 * @returns `null` where a side is no row of it, as of another workload, another run than the default
 *   or without data; and where the ranking has no row but these
 */
export async function rankedSides(
  release: Pick<Release, 'withSweeps'>,
  c: Comparison,
): Promise<RankedSides | null> {
  const workload = c.shared.workload ?? c.matched.workload ?? null;
  if (workload === null || c.shared.run !== undefined || c.compared.includes('run')) return null;
  const { entriesOf } = await release.withSweeps([c.model.key]);
  const entries = entriesOf(c.model.key);
  const group = rankGroup(entries, workload, c);
  if (group === null) return null;
  const runs = new Map(
    group.entries.map(({ key, run }) => [printTokens(rowTokens(key, c.pool)), run]),
  );
  const rows = c.sides.map((side) => printTokens(rowTokens(side, c.pool)));
  const areRows = c.sides.every((side, i) => {
    const run = runs.get(rows[i]!);
    return run !== undefined && (side.run === null || side.run === run);
  });
  const others = runs.size - new Set(rows).size;
  if (!areRows || others === 0 || new Set(rows).size < rows.length) return null;
  const usual = rankGroup(entries, workload, { basis: null, interactivityBasis: null });
  return { workload, rows, isDefault: usual?.entries[0] === group.entries[0] };
}
