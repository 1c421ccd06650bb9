import type { OperatingPoint, Source, SweepKey } from '../../src/core/sweep.ts';
import { compareText, sweepId } from '../../src/core/sweep.ts';
import type { RowCandidate } from './formats/format.ts';

/** A point whose source is not yet an index. */
export interface DraftPoint {
  readonly point: Omit<OperatingPoint, 'source'>;
  readonly source: Source;
}

/** Where a row was read: filled in when its input has been read to the end. */
export interface Provenance {
  readonly file: string | null;
  sha256: string | null;
}

/** A point with the inputs that have it: more than one where they repeat each other. */
interface ReadPoint extends DraftPoint {
  readonly origins: readonly Provenance[];
  /** the input that had it first, as the user knows it */
  readonly input: string;
}

/** The rows of one configuration at one concurrency within one run. */
interface Configuration {
  attempt: number;
  /** distinct rows of that attempt */
  points: ReadPoint[];
  duplicates: number;
  earlier: number;
}

/** The rows of one run of one key, as they come in. */
export interface DraftSweep {
  readonly key: SweepKey;
  readonly run: string;
  readonly label: string | null;
  readonly configurations: Map<string, Configuration>;
}

/** A row as the importer accepts it: key found, both axes finite and positive, date checked. */
interface AcceptableRow {
  readonly candidate: RowCandidate;
  readonly key: SweepKey;
  readonly draft: DraftPoint;
  readonly origin: Provenance;
  /** name of the input */
  readonly input: string;
}

/**
 * Adds rows to sweeps and decides which of them count.
 *
 * **Same configuration**: same sweep key, same run, same parallelism, workers, GPU counts and
 * concurrency, whatever the image.
 *
 * **Same row**: same configuration, same attempt, the same value on both axes. One of them counts,
 * with the facts of all (one file may lack the image that another has); the others are duplicates.
 *
 * Of two attempts of a CI run at one configuration the later counts. Different values in one
 * attempt are repeats of a measurement: each is kept, and a release takes their median. The order of
 * rows changes nothing.
 */
export class RowCollector {
  readonly sweeps = new Map<string, DraftSweep>();
  readonly #sources = new Map<string, Source>();
  readonly #label: string | null;

  /** @param label - the operator's name of the run, for rows without a CI run also its name */
  constructor(label: string | null) {
    this.#label = label;
  }

  add({ candidate, key, draft, origin, input }: AcceptableRow): void {
    const run = this.#runOf(candidate);
    const id = sweepId({ key, basis: 'measured', run });
    let sweep = this.sweeps.get(id);
    if (sweep === undefined) {
      sweep = { key, run, label: this.#label, configurations: new Map() };
      this.sweeps.set(id, sweep);
    }
    const source = this.#interned(draft.source);
    const row = { point: draft.point, source, origins: [origin], input };
    const { concurrency, concurrencyOrigin } = draft.point;
    const name = `${concurrency ?? concurrencyOrigin ?? '-'} ${candidate.configuration}`;
    const attempt = candidate.run?.attempt ?? 1;
    const configuration = sweep.configurations.get(name);
    if (configuration === undefined) {
      sweep.configurations.set(name, { attempt, points: [row], duplicates: 0, earlier: 0 });
    } else {
      this.#addTo(configuration, attempt, row);
    }
  }

  #addTo(configuration: Configuration, attempt: number, row: ReadPoint): void {
    if (attempt < configuration.attempt) {
      configuration.earlier++;
      return;
    }
    if (attempt > configuration.attempt) {
      configuration.earlier += configuration.points.length + configuration.duplicates;
      configuration.attempt = attempt;
      configuration.points = [row];
      configuration.duplicates = 0;
      return;
    }
    const same = configuration.points.findIndex(
      ({ point }) =>
        point.interactivity === row.point.interactivity &&
        point.throughput === row.point.throughput,
    );
    if (same < 0) {
      configuration.points.push(row);
    } else {
      const { point, source, origins, input } = configuration.points[same]!;
      configuration.points[same] = {
        input,
        point: joined(point, row.point),
        source: this.#interned(joined(source, row.source)),
        origins: [...origins, ...row.origins],
      };
      configuration.duplicates++;
    }
  }

  /** CI run, else date, else the import; a label tells imports of one day apart. */
  #runOf({ run, date }: RowCandidate): string {
    if (run !== null) return run.number;
    if (date !== null) return this.#label === null ? date : `${date}~${this.#label}`;
    return this.#label ?? 'import';
  }

  /** Many rows share a source: one object stands for all of them. */
  #interned(source: Source): Source {
    const text = JSON.stringify(source);
    const equal = this.#sources.get(text);
    if (equal === undefined) this.#sources.set(text, source);
    return equal ?? source;
  }
}

/** A point with where it was read; of several inputs the same one in whatever order they came. */
export function withOrigin({ point, source, origins }: ReadPoint): DraftPoint {
  const text = ({ file, sha256 }: Provenance) => [file, sha256].join(' ');
  const [origin] = origins.toSorted((a, b) => compareText(text(a), text(b)));
  return { point, source: { ...source, ...origin } };
}

/** The facts of two copies of a thing; where both have one and differ, the same one in any order. */
function joined<T extends object>(a: T, b: T): T {
  const pairs = Object.entries(a).map(([field, mine]) => {
    const theirs: unknown = Reflect.get(b, field);
    if (mine === null || theirs === null) return [field, mine ?? theirs];
    return [field, compareText(String(mine), String(theirs)) <= 0 ? mine : theirs];
  });
  return { ...a, ...Object.fromEntries(pairs) };
}
