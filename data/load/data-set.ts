import { sweepId } from '../../src/core/sweep.ts';
import type { Sweep, SweepHead } from '../../src/core/sweep.ts';
import type { Preset, RateCard, Vocabulary } from '../../src/core/vocabulary.ts';
import type { Aliases, DataModel, KnownIssue } from '../../src/schema/data.ts';

/** Everything that a release is built from, as `data/` and further sweep directories hold it. */
export interface DataSet {
  readonly models: readonly DataModel[];
  readonly vocabulary: Vocabulary;
  /** what benchmark rows call a key, per dimension; the importer's, not part of a release */
  readonly aliases: Aliases;
  readonly presets: readonly Preset[];
  /** oldest first */
  readonly rates: readonly RateCard[];
  readonly knownIssues: readonly KnownIssue[];
  /** every run, every point, in the order of their ids; no run is passed over yet */
  readonly sweeps: readonly Sweep[];
  /** where a sweep was read, by its id */
  readonly origins: ReadonlyMap<string, Origin>;
}

/** Where a sweep stands in the data files. */
export interface Origin {
  readonly file: string;
  /** within the file, e.g. `sweeps[3]` */
  readonly path: string;
  /** among the shipped data, not in a directory of someone's own */
  readonly isShipped: boolean;
}

/** What is wrong with a data file, and what to do about it. No sentence ends in a full stop. */
export interface Problem {
  readonly file: string;
  /** within the file, e.g. `sweeps[3].points[0].throughput` */
  readonly path: string;
  /** the value as JSON, shortened; `absent` */
  readonly value: string;
  readonly rule: string;
  readonly remedy: string;
}

/** Data that break a rule. Its message lists every problem, a line each; what is alike, once. */
export class DataError extends Error {
  override readonly name = 'DataError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problemLines(problems).join('\n'));
    this.problems = problems;
  }
}

/** `file: path: value: rule: remedy` */
export function problemLine({ file, path, value, rule, remedy }: Problem): string {
  return [file, path, value, rule, remedy].join(': ');
}

/**
 * A line for each cause: problems of one value in one kind of place are the first of them, with how
 * often and in how many files it stands.
 */
function problemLines(problems: readonly Problem[]): string[] {
  const causes = Map.groupBy(problems, ({ path, value, rule, remedy }) =>
    JSON.stringify([path.replaceAll(/\[\d+\]/g, '[]'), value, rule, remedy]),
  );
  return Array.from(causes.values(), (alike) => {
    const line = problemLine(alike[0]!);
    if (alike.length === 1) return line;
    const files = new Set(alike.map(({ file }) => file)).size;
    return `${line} (${alike.length} times, in ${files === 1 ? 'this file' : `${files} files`})`;
  });
}

const SHOWN = 80;

/** A value as a problem shows it: JSON, at most 80 characters; `absent` for none. */
export function shownValue(value: unknown): string {
  const json = value === undefined ? 'absent' : JSON.stringify(value);
  return json.length > SHOWN ? `${json.slice(0, SHOWN - 1)}…` : json;
}

/** Where a sweep stands, for a problem; where nothing says it, the file that the model's sweeps belong into. */
export function sweepOrigin({ origins }: DataSet, sweep: SweepHead): Origin {
  const id = sweepId(sweep);
  const file = `sweeps/${sweep.key.model}.json`;
  return origins.get(id) ?? { file, path: id, isShipped: true };
}
