import { parseAddress } from '../../src/core/address.ts';
import { assemble } from '../../src/core/assemble.ts';
import type { Comparison } from '../../src/core/comparison-types.ts';
import { DEFAULT_OPTIONS } from '../../src/core/options.ts';
import type { CompareOptions } from '../../src/core/options.ts';
import { releaseIndex } from '../../src/core/release-index.ts';
import type { SweepEntry } from '../../src/core/release.ts';
import { sweepId } from '../../src/core/sweep.ts';
import type { Sweep } from '../../src/core/sweep.ts';
import { pointsName } from '../../src/kv/keys.ts';
import { workloadBlobSchema } from '../../src/schema/release.ts';
import type { BuiltManifest } from './release.ts';
import { parseStored } from '../kv/stored.ts';
import { en } from '../../src/view/words/en/index.ts';
import { titleIn } from '../../src/view/text/title.ts';

/** A release whose blobs are at hand. */
export interface ReadableRelease {
  readonly manifest: BuiltManifest;
  /** ISO 8601, UTC */
  readonly publishedAt: string;
  /** the text of a blob by its hash */
  readonly blob: (hash: string) => string;
}

/**
 * A function that gives the comparisons of one release by address id, as the Worker would.
 *
 * It gives `null` where fewer than two sides have data, and throws RangeError for an id that does
 * not parse.
 */
export function comparisonsOf({
  manifest,
  publishedAt,
  blob,
}: ReadableRelease): (id: string, options?: Partial<CompareOptions>) => Comparison | null {
  const index = releaseIndex({ ...manifest, publishedAt });
  const sweepsByName = new Map<string, ReadonlyMap<string, Sweep>>();
  const sweepOf = ({ key, basis, run }: SweepEntry): Sweep => {
    const name = pointsName(key.model, key.workload);
    let sweeps = sweepsByName.get(name);
    if (sweeps === undefined) {
      const parsed = parseStored(name, blob(manifest.data[name]!.hash), workloadBlobSchema);
      sweeps = new Map(parsed.sweeps.map((sweep) => [sweepId(sweep), sweep]));
      sweepsByName.set(name, sweeps);
    }
    return sweeps.get(sweepId({ key, basis, run }))!;
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
    if (assembly?.sameRun) throw new RangeError(`comparison "${id}": two sides are the same run`);
    return assembly && assembly.compare(sweepOf);
  };
}
