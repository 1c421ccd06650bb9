import { sweepKnots } from '../../src/core/frontier.ts';
import {
  UNSTATED_SOURCE,
  compareText,
  defaultRun,
  keyText,
  newestFirst,
  sweepId,
  comparePoints,
} from '../../src/core/sweep.ts';
import type { OperatingPoint, PassedOverRun, Source, Sweep } from '../../src/core/sweep.ts';
import type { KnownIssue } from '../../src/schema/data.ts';
import { roundedPoint } from '../rounded-point.ts';
import { withMedians } from './repeats.ts';

/** A sweep as a release holds it, and whether it is the default run of its key. */
export interface RankedSweep {
  readonly sweep: Sweep;
  /** the points of its frontier, interactivity ascending */
  readonly knots: readonly OperatingPoint[];
  readonly isDefault: boolean;
}

/**
 * Sweeps with known issues applied and, of each key, one default run.
 *
 * A run that an issue excludes is taken out and named by all other runs of its key; newer runs that
 * are too thin are named by the default. Numbers are rounded first and everything follows from the
 * rounded ones.
 *
 * @returns sweeps in the order of their ids, and those left out whose key has no other run
 */
export function rankedSweeps(
  sweeps: readonly Sweep[],
  issues: readonly KnownIssue[],
): { sweeps: RankedSweep[]; leftOut: Sweep[] } {
  const keys = Map.groupBy(sweeps, ({ key, basis }) => keyText(key, basis));
  const ranked: RankedSweep[] = [];
  const leftOut: Sweep[] = [];
  for (const runs of keys.values()) {
    const isExcluded = (sweep: Sweep) => issueOf(sweep, issues, 'exclude') !== null;
    const kept = runs.filter((sweep) => !isExcluded(sweep));
    const excluded = runs.filter(isExcluded);
    if (kept.length === 0) leftOut.push(...excluded);
    else ranked.push(...rankedRuns(kept, excluded, issues));
  }
  const byId = (a: Sweep, b: Sweep) => compareText(sweepId(a), sweepId(b));
  return {
    sweeps: ranked.toSorted((a, b) => byId(a.sweep, b.sweep)),
    leftOut: leftOut.toSorted(byId),
  };
}

function rankedRuns(
  kept: readonly Sweep[],
  excluded: readonly Sweep[],
  issues: readonly KnownIssue[],
): RankedSweep[] {
  const runs = kept.map((sweep) => {
    const points = sortedPoints(pointsOf(sweep), sweep.sources);
    const { run, date, basis } = sweep;
    const all = sweepKnots(points.points, basis);
    return { run, date, sweep, ...points, all, knots: all.length };
  });
  const chosen = defaultRun(runs);
  const leftOut = newestFirst(excluded).map((sweep): PassedOverRun => {
    const { reason, url } = issueOf(sweep, issues, 'exclude')!;
    const { run, date, basis } = sweep;
    const knots = sweepKnots(pointsOf(sweep), basis).length;
    return { run, date, why: 'excluded', knots, reason, url };
  });
  const thinner = chosen.thinner.map(({ run, date, knots, sources }): PassedOverRun => {
    const url = sources.find((source) => source.url !== null)?.url ?? null;
    return { run, date, why: 'partial', knots, reason: null, url };
  });
  return runs.map((run) => {
    const isDefault = run === chosen.run;
    const warning = issueOf(run.sweep, issues, 'warn');
    const sweep: Sweep = {
      ...run.sweep,
      issue: warning && { reason: warning.reason, url: warning.url },
      passedOver: isDefault ? [...thinner, ...leftOut] : leftOut,
      sources: run.sources,
      points: run.points,
    };
    return { sweep, knots: run.all, isDefault };
  });
}

/** Points as everything follows from them: repeats as their median, numbers rounded. */
function pointsOf({ basis, points }: Sweep): OperatingPoint[] {
  return (basis === 'measured' ? withMedians(points) : points).map(roundedPoint);
}

/** The issue of an effect that concerns a sweep, the first listed; `null` for none. */
function issueOf(
  { run, key }: Sweep,
  issues: readonly KnownIssue[],
  effect: KnownIssue['effect'],
): KnownIssue | null {
  const concerns = (issue: KnownIssue) =>
    issue.run === run &&
    issue.effect === effect &&
    Object.entries(issue.only).every(([dimension, value]) => Reflect.get(key, dimension) === value);
  return issues.find(concerns) ?? null;
}

/**
 * Points in the order of their values, and the sources that they name in the order of their text,
 * each once: the same for any order that the file had.
 */
export function sortedPoints(
  points: readonly OperatingPoint[],
  sources: readonly Source[],
): { points: OperatingPoint[]; sources: Source[] } {
  const texts = sources.map(sourceText);
  const used = [...new Set(points.map(({ source }) => texts[source]!))].toSorted(compareText);
  const places = new Map(used.map((text, i) => [text, i]));
  const byText = new Map(sources.map((source, i) => [texts[i]!, source]));
  const moved = points.map((point) => ({ ...point, source: places.get(texts[point.source]!)! }));
  return { points: moved.toSorted(comparePoints), sources: used.map((text) => byText.get(text)!) };
}

function sourceText(source: Source): string {
  return JSON.stringify(Object.values(orderedSource(source)));
}

/** A source with its fields in stored order. */
export function orderedSource(source: Source): Source {
  const names = Object.keys(UNSTATED_SOURCE) as (keyof Source)[];
  return Object.fromEntries(names.map((name) => [name, source[name]])) as Source;
}
