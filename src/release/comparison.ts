import type { Address } from '../core/address.ts';
import { assemble, limitedCandidates } from '../core/assemble.ts';
import type { AssemblyOptions, SameRun } from '../core/assemble.ts';
import type { Comparison } from '../core/comparison-types.ts';
import type { Release } from '../kv/store.ts';
import type { TitleOf } from '../core/heading.ts';
import { readSweeps } from './sweeps.ts';

/** What an address says, or which run two of its sides are. */
export type ComparisonReading = { readonly comparison: Comparison } | { readonly sameRun: SameRun };

/**
 * The comparison that an address asks of a release. The model's index is read, then one blob for
 * each workload that takes part; every point of the sweeps where other runs than the default ones
 * take part, or a limit of the first token comes before the frontier.
 *
 * @returns `null` when the model is not there or fewer than two sides have data
 */
export async function readComparison(
  release: Release,
  address: Address,
  options: AssemblyOptions,
  titleOf: TitleOf,
): Promise<ComparisonReading | null> {
  const index = await release.withSweeps([address.model]);
  const candidates = limitedCandidates(index, address, options);
  const limited = await readSweeps(release, candidates, true);
  const assembly = assemble(index, address, options, titleOf, limited);
  if (assembly === null) return null;
  if (assembly.sameRun !== null) return { sameRun: assembly.sameRun };
  const sweeps = await readSweeps(release, assembly.sides.flat(), options.ttft !== null);
  return { comparison: assembly.compare(sweeps) };
}
