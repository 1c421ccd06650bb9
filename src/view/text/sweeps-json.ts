import { POINT_FACTS } from '../../core/point-facts.ts';
import type { Sweep } from '../../core/sweep.ts';
import type { Words } from '../words/words.ts';

/** The sweeps of a model and workload, with where and under which release they stand. */
interface ServedSweeps {
  readonly release: { readonly id: string; readonly publishedAt: string };
  readonly model: string;
  readonly workload: string;
  /** with every point, or with those of the frontier */
  readonly isWhole: boolean;
  readonly sweeps: readonly Sweep[];
  /** absolute addresses: of the frontiers, and of all points */
  readonly links: { readonly frontiers: string; readonly points: string };
}

/** The document of some sweeps, version 1: each as it is stored, and what its numbers are counted in. */
export function sweepsDocument(
  { release, model, workload, isWhole, sweeps, links }: ServedSweeps,
  { units }: Pick<Words, 'units'>,
): object {
  return {
    version: 1,
    release,
    model,
    workload,
    points: isWhole ? 'all' : 'frontier',
    units: pointUnits(units),
    sweeps,
    links,
  };
}

/** What the numbers of an operating point are counted in, by field name. */
export function pointUnits({ throughput }: Words['units']): Readonly<Record<string, string>> {
  const facts = Object.entries(POINT_FACTS).flatMap(([name, { kind, unit, meaning }]) =>
    kind === 'text' ? [] : [[name, `${unit}: ${meaning}`]],
  );
  return { interactivity: 'tok/s/user', throughput, ...Object.fromEntries(facts) };
}
