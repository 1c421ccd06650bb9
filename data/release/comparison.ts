import { parseAddress } from '../../src/core/address.ts';
import { assemble } from '../../src/core/assemble.ts';
import type { Comparison } from '../../src/core/comparison-types.ts';
import { DEFAULT_OPTIONS } from '../../src/core/options.ts';
import type { CompareOptions } from '../../src/core/options.ts';
import { releaseIndex } from '../../src/core/release-index.ts';
import type { SweepEntry } from '../../src/core/release.ts';
import { sweepId } from '../../src/core/sweep.ts';
import type { Sweep } from '../../src/core/sweep.ts';
import { sweepSchema } from '../../src/schema/release.ts';
import type { BuiltRelease } from './release.ts';
import { en } from '../../src/view/words/en/index.ts';
import { sameRunText } from '../../src/view/text/same-run.ts';
import { titleIn } from '../../src/view/text/title.ts';

/**
 * A function that gives the comparisons of one release by address id, as the Worker would.
 *
 * It gives `null` where fewer than two sides have data, and throws RangeError for an id that does
 * not parse.
 *
 * @param publishedAt - ISO 8601, UTC
 */
export function comparisonReader(
  { manifest, sweeps, points, blobs }: BuiltRelease,
  publishedAt: string,
): (id: string, options?: Partial<CompareOptions>) => Comparison | null {
  const index = releaseIndex({ ...manifest, publishedAt }, sweeps);
  const hashes = new Map(sweeps.map((entry, i) => [sweepId(entry), points[i]!.hash]));
  const sweepsById = new Map<string, Sweep>();
  const sweepOf = (entry: SweepEntry): Sweep => {
    const id = sweepId(entry);
    const sweep = sweepsById.get(id) ?? sweepSchema.parse(JSON.parse(blobs.get(hashes.get(id)!)!));
    sweepsById.set(id, sweep);
    return sweep;
  };
  return (id, options = {}) => {
    const parsed = parseAddress(id, manifest.catalog);
    if ('problem' in parsed) {
      const { token, rule } = parsed.problem;
      throw new RangeError(`comparison "${id}": "${token}": ${en.address.rules[rule]}`);
    }
    const assembly = assemble(
      index,
      parsed.value,
      { ...DEFAULT_OPTIONS, ...options },
      titleIn(en),
      sweepOf,
    );
    if (assembly?.sameRun) {
      throw new RangeError(`comparison "${id}": ${sameRunText(assembly.sameRun, en)}`);
    }
    return assembly && assembly.compare(sweepOf);
  };
}
