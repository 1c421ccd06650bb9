import { compareText, sweepId } from '../../src/core/sweep.ts';
import type { FilePoint, FileSweep, SweepFile } from '../../src/schema/sweep-file.ts';
import { sweepOf } from './files.ts';

/** The content of a directory of sweeps once an import is added to it. */
export interface MergedImport {
  readonly files: readonly SweepFile[];
  /** sweeps that were there and that this import does not have */
  readonly kept: number;
  /** sweeps whose points this import has other values for, by key and run */
  readonly conflicts: readonly string[];
  /** points that were in these sweeps at loads which this import lacks, and that go with what it corrects */
  readonly dropped: readonly DroppedPoints[];
}

interface DroppedPoints {
  /** key and run */
  readonly sweep: string;
  /** concurrency, and parallelism where it is known, of each */
  readonly loads: readonly string[];
}

/**
 * Sweeps of an import added to those that are there: a sweep that the import lacks stays, one that
 * both have gets the points of both. Points at one load and parallelism with other values are a
 * conflict, resolved for the import as a whole: they may be a correction, which must not stand beside
 * what it corrects.
 *
 * @param before - files of the same models
 */
export function mergedImport(
  before: readonly SweepFile[],
  fresh: readonly SweepFile[],
): MergedImport {
  const conflicts: string[] = [];
  const dropped: DroppedPoints[] = [];
  let kept = 0;
  const files = fresh.map(({ model, sweeps }) => {
    const merged = new Map<string, FileSweep>();
    const there = before.find((file) => file.model === model)?.sweeps ?? [];
    for (const sweep of there) merged.set(nameOf(model, sweep), sweep);
    kept += there.length;
    for (const sweep of sweeps) {
      const name = nameOf(model, sweep);
      const old = merged.get(name);
      if (old !== undefined) kept--;
      const isConflict = old !== undefined && differs(old, sweep);
      if (isConflict) {
        conflicts.push(name);
        const fresher = byConfiguration(sweep);
        const loads = [...byConfiguration(old).keys()].filter((load) => !fresher.has(load));
        if (loads.length > 0) dropped.push({ sweep: name, loads });
      }
      merged.set(name, old === undefined || isConflict ? sweep : joined(old, sweep));
    }
    const names = [...merged.keys()].toSorted(compareText);
    return { model, sweeps: names.map((name) => merged.get(name)!) };
  });
  return { files, kept, conflicts, dropped };
}

function nameOf(model: string, sweep: FileSweep): string {
  return sweepId({ ...sweep, key: { model, ...sweep } });
}

/** Whether the sweeps have other values at one load and parallelism. */
function differs(old: FileSweep, fresh: FileSweep): boolean {
  const olds = byConfiguration(old);
  return [...byConfiguration(fresh)].some(([configuration, values]) => {
    const before = olds.get(configuration);
    return before !== undefined && before !== values;
  });
}

/** The values of a sweep at each load and parallelism, as texts to compare. */
function byConfiguration({ points }: FileSweep): Map<string, string> {
  const values = new Map<string, string>();
  for (const { concurrency, parallelism, interactivity, throughput } of points) {
    const name = [concurrency ?? '-', parallelism ?? []].flat().join(' ');
    values.set(name, `${values.get(name) ?? ''} ${interactivity}/${throughput}`);
  }
  return values;
}

/** The points of both, each once, with the sources that they had. */
function joined(old: FileSweep, fresh: FileSweep): FileSweep {
  const drafts = new Map<string, ReturnType<typeof draftsOf>[number]>();
  for (const draft of [...draftsOf(old), ...draftsOf(fresh)]) {
    const { interactivity, throughput, concurrency, parallelism } = draft.point;
    drafts.set([interactivity, throughput, concurrency, parallelism].join(' '), draft);
  }
  const { sources: _sources, points: _points, date: _date, ...head } = fresh;
  return sweepOf({ ...head, label: fresh.label ?? old.label }, [...drafts.values()]);
}

function draftsOf({ points, sources }: FileSweep) {
  return points.map(({ source, ...point }: FilePoint) => ({ point, source: sources[source]! }));
}
