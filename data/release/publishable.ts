import type { BlobRef } from '../../src/core/release.ts';
import { compareText, sweepId } from '../../src/core/sweep.ts';
import { DataError, sweepOrigin } from '../load/data-set.ts';
import type { DataSet, Problem } from '../load/data-set.ts';
import { buildRelease } from './release.ts';
import type { BuiltRelease } from './release.ts';

/**
 * The largest value of a release: bytes. KV takes 25 MiB, but whoever reads a value parses it, and an
 * isolate has 128 MB for everything that it does.
 */
const MAX_VALUE_BYTES = 8_000_000;

/**
 * The release that data make, if all of it can be published and read.
 *
 * @param maxBytes - of one value
 * @throws DataError that names each sweep, workload or model that is too large, and its size
 */
export function publishableRelease(dataSet: DataSet, maxBytes = MAX_VALUE_BYTES): BuiltRelease {
  const built = buildRelease(dataSet);
  const problems = [...largeSweeps(dataSet, built, maxBytes), ...largeNames(built, maxBytes)];
  if (problems.length > 0) throw new DataError(problems);
  return built;
}

function largeSweeps(dataSet: DataSet, built: BuiltRelease, maxBytes: number): Problem[] {
  const counts = new Map(dataSet.sweeps.map((sweep) => [sweepId(sweep), sweep.points.length]));
  return built.sweeps.flatMap((entry, i) => {
    const { size } = built.points[i]!;
    if (size <= maxBytes) return [];
    const id = sweepId(entry);
    const { file, path } = sweepOrigin(dataSet, entry);
    const value = `${counts.get(id)} points, ${size} bytes`;
    return [{ file, path, value, rule: rule('a sweep', maxBytes), remedy: SWEEP_REMEDY }];
  });
}

const SWEEP_REMEDY = 'leave out points that its frontier does not need, or split the run';

/** What a manifest names: frontiers by model and workload, indexes by model. */
function largeNames({ manifest }: BuiltRelease, maxBytes: number): Problem[] {
  const isLarge = ([, { size }]: [string, BlobRef]) => size > maxBytes;
  return Object.entries(manifest.data)
    .filter(isLarge)
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([name, { size }]): Problem => {
      const [kind, model, workload] = name.split('/');
      const isIndex = kind === 'i';
      return {
        file: `sweeps/${model}.json`,
        path: isIndex ? 'sweeps' : `sweeps of ${workload}`,
        value: `${size} bytes`,
        rule: rule(isIndex ? 'the index of a model' : 'the frontiers of a workload', maxBytes),
        remedy: isIndex
          ? 'leave out old runs'
          : 'leave out sweeps, or give them a workload of theirs',
      };
    });
}

function rule(what: string, maxBytes: number): string {
  return `${what} takes at most ${maxBytes} bytes in a release`;
}
