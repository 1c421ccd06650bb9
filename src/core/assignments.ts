import { commonBand } from './band.ts';
import { paretoFrontier } from './frontier.ts';
import type { LikelyKnot } from './likely.ts';
import { compareText, sweepId } from './sweep.ts';
import type { SweepEntry } from './release.ts';
import type { NamedDimension, Preset } from './vocabulary.ts';
import type { Basis, InteractivityBasis } from './sweep.ts';
import type { Matched } from './comparison-types.ts';

/**
 * One way to match an address with sweeps: what the free dimensions are fixed to, and each side's
 * sweeps.
 */
export interface Assignment {
  readonly basis: Basis;
  readonly interactivityBasis: InteractivityBasis;
  /** free dimensions with one common value */
  readonly matched: Matched;
  /** free dimensions in which the sides' own best sweeps differ */
  readonly mismatch: readonly NamedDimension[];
  /** per side its sweep, several when pooled, none when absent */
  readonly sides: readonly (readonly SweepEntry[])[];
}

/**
 * Assignments, the one to show first:
 *
 * 1. the preset's own basis and matched values
 * 2. measured before published; among published ones an unstated spec method first
 * 3. no run with a known issue
 * 4. a band wider than a point
 * 5. the smallest of the sides' min(4, knots), more first
 * 6. band width relative to its midpoint, in steps of 0.25, wider first
 * 7. total knots, then the older of the sides' dates, newest first, then the canonical tokens
 */
export function rankAssignments(
  assignments: readonly Assignment[],
  preset: Preset | null,
): Assignment[] {
  return assignments
    .map((assignment) => ({ assignment, ...criteria(assignment, preset) }))
    .toSorted((a, b) => {
      const i = a.numbers.findIndex((number, at) => number !== b.numbers[at]);
      if (i >= 0) return b.numbers[i]! - a.numbers[i]!;
      return compareText(b.date, a.date) || compareText(a.name, b.name);
    })
    .map(({ assignment }) => assignment);
}

/** Whether an assignment has the basis and the matched values that a preset asks for. */
export function isAskedByPreset(
  { basis, matched }: Pick<Assignment, 'basis' | 'matched'>,
  preset: Preset,
): boolean {
  const pairs = Object.entries(preset.matched) as [NamedDimension, string | null][];
  const agrees = ([dimension, value]: [NamedDimension, string | null]) =>
    !(dimension in matched) || matched[dimension] === value;
  return basis === preset.basis && pairs.every(agrees);
}

/** The knots of one entry's flat curve. */
export function entryKnots({ curve, spreads }: SweepEntry): LikelyKnot[] {
  const knots: LikelyKnot[] = [];
  for (let i = 0; i + 1 < curve.length; i += 2) {
    const knot = { interactivity: curve[i]!, throughput: curve[i + 1]! };
    knots.push(spreads === undefined ? knot : { ...knot, spread: spreads[i / 2]! });
  }
  return knots;
}

/** The knots of a side: those of its sweep, or the frontier of all that are pooled. */
export function sideKnots(entries: readonly SweepEntry[]): LikelyKnot[] {
  return entries.length === 1
    ? entryKnots(entries[0]!)
    : paretoFrontier(entries.flatMap((entry) => entryKnots(entry)));
}

interface Criteria {
  /** in order of weight, more is better */
  readonly numbers: readonly number[];
  readonly date: string;
  readonly name: string;
}

function criteria(assignment: Assignment, preset: Preset | null): Criteria {
  const { basis, sides } = assignment;
  const present = sides.filter((entries) => entries.length > 0);
  const knots = present.map(sideKnots);
  const band = commonBand(
    knots.map((side) => ({ min: side[0]!.interactivity, max: side.at(-1)!.interactivity })),
  );
  const width = band === null ? 0 : band.max - band.min;
  const relative = band === null ? 0 : width / ((band.max + band.min) / 2);
  const entries = present.flat();
  const unstated = entries.every(({ key }) => key.specMethod === null);
  return {
    numbers: [
      Number(preset !== null && isAskedByPreset(assignment, preset)),
      Number(basis === 'measured'),
      Number(basis === 'published' && unstated),
      Number(entries.every(({ hasIssue }) => !hasIssue)),
      Number(width > 0),
      Math.min(4, ...knots.map((side) => side.length)),
      Math.floor(relative / 0.25),
      knots.reduce((sum, side) => sum + side.length, 0),
    ],
    date: entries.map(({ date }) => date ?? '').toSorted(compareText)[0] ?? '',
    name: entries.map(sweepId).join(' '),
  };
}
