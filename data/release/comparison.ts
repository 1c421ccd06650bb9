import { parseAddress } from '../../src/core/address.ts';
import { assemble } from '../../src/core/assemble.ts';
import type { Comparison } from '../../src/core/comparison-types.ts';
import { DEFAULT_OPTIONS } from '../../src/core/options.ts';
import type { CompareOptions } from '../../src/core/options.ts';
import { releaseIndex } from '../../src/core/release-index.ts';
import type { SweepEntry } from '../../src/core/release.ts';
import { sweepId } from '../../src/core/sweep.ts';
import type { Sweep } from '../../src/core/sweep.ts';
import { indexName } from '../../src/kv/keys.ts';
import { modelIndexSchema, sweepSchema } from '../../src/schema/release.ts';
import type { BuiltManifest } from './release.ts';
import { en } from '../../src/view/words/en/index.ts';
import { sameRunText } from '../../src/view/text/same-run.ts';
import { titleIn } from '../../src/view/text/title.ts';

/** A release whose blobs are at hand. */
export interface ReadableRelease {
  readonly manifest: BuiltManifest;
  /** what its indexes list */
  readonly sweeps: readonly SweepEntry[];
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
export function comparisonReader({
  manifest,
  sweeps,
  publishedAt,
  blob,
}: ReadableRelease): (id: string, options?: Partial<CompareOptions>) => Comparison | null {
  const index = releaseIndex({ ...manifest, publishedAt }, sweeps);
  const pointsByModel = new Map<string, ReadonlyMap<string, string>>();
  const sweepsById = new Map<string, Sweep>();
  /** hashes of the blobs of a model's sweeps, by sweep id */
  const pointsOf = (model: string) => {
    const name = indexName(model);
    const stored = modelIndexSchema.parse(JSON.parse(blob(manifest.data[name]!.hash)));
    const pairs = stored.sweeps.map((e, i) => [sweepId(e), stored.points[i]!.hash] as const);
    pointsByModel.set(model, new Map(pairs));
    return pointsByModel.get(model)!;
  };
  const sweepOf = (entry: SweepEntry): Sweep => {
    const id = sweepId(entry);
    const { model } = entry.key;
    let sweep = sweepsById.get(id);
    if (sweep === undefined) {
      const hash = (pointsByModel.get(model) ?? pointsOf(model)).get(id)!;
      sweep = sweepSchema.parse(JSON.parse(blob(hash)));
      sweepsById.set(id, sweep);
    }
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
