import { compareText, sweepHead, sweepId } from '../../src/core/sweep.ts';
import type { OperatingPoint, Sweep } from '../../src/core/sweep.ts';
import type { FilePoint, FileSweep, SweepFile } from '../../src/schema/sweep-file.ts';
import { shownValue } from './data-set.ts';
import type { Origin, Problem } from './data-set.ts';

/** The content of a sweep file, with its name. */
export interface NamedSweepFile {
  /** how problems call it */
  readonly file: string;
  readonly content: SweepFile;
  readonly isShipped: boolean;
}

interface MergedSweeps {
  /** in the order of their ids */
  readonly sweeps: Sweep[];
  readonly origins: Map<string, Origin>;
  readonly problems: Problem[];
}

/**
 * The sweeps of all files, each once: a sweep that stands in two files with the same content is
 * one, with different content (under the same key, basis and run) it is a problem.
 */
export function mergeSweeps(files: readonly NamedSweepFile[]): MergedSweeps {
  const sweeps = new Map<string, Sweep>();
  const origins = new Map<string, Origin>();
  const problems: Problem[] = [];
  for (const { file, content, isShipped } of files) {
    for (const [index, fileSweep] of content.sweeps.entries()) {
      const sweep = toSweep(content.model, fileSweep);
      const id = sweepId(sweep);
      const first = sweeps.get(id);
      const path = `sweeps[${index}]`;
      if (first === undefined) {
        sweeps.set(id, sweep);
        origins.set(id, { file, path, isShipped });
      } else if (JSON.stringify(first) !== JSON.stringify(sweep)) {
        const other = origins.get(id)!;
        problems.push({
          file,
          path,
          value: shownValue(id),
          rule: `one run of one key has one set of points; ${other.file}: ${other.path} has others`,
          remedy: 'import all rows of the run in one go, or give the import a label of its own',
        });
      }
    }
  }
  const sorted = [...sweeps.keys()].toSorted(compareText).map((id) => sweeps.get(id)!);
  return { sweeps: sorted, origins, problems };
}

/** The sweep that a file's entry stands for; what its pages printed beside the figures is left out. */
function toSweep(model: string, file: FileSweep): Sweep {
  return {
    ...sweepHead({ ...file, key: { model, ...file } }),
    issue: null,
    passedOver: [],
    sources: file.sources,
    points: file.points.map(toPoint),
  };
}

function toPoint({ printed: _printed, ...point }: FilePoint): OperatingPoint {
  return point;
}
