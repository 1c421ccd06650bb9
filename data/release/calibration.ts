import { entryKnots } from '../../src/core/assignments.ts';
import { fitCurve } from '../../src/core/curve.ts';
import type { Point } from '../../src/core/frontier.ts';
import { leadAmong } from '../../src/core/lead.ts';
import type { Candidate } from '../../src/core/lead.ts';
import { likelyRange } from '../../src/core/likely.ts';
import type { SweepEntry } from '../../src/core/release.ts';

/**
 * How often the rules of likely ranges and of who leads are right on the measured curves of some
 * data.
 */
export interface Calibration {
  readonly coverage: Coverage;
  /** by how many knots are kept of each curve; `null` = all */
  readonly decisions: readonly (Decisions & { readonly knots: number | null })[];
}

/** How often a range held the value that was left out. */
interface Coverage {
  readonly values: number;
  readonly inside: number;
  /** median of curve/measured − 1 over those values: the curve's own bias */
  readonly bias: number;
}

/** How often the outcome of two curves was decided, and how often for the wrong side. */
interface Decisions {
  readonly pairs: number;
  readonly ahead: number;
  readonly level: number;
  readonly open: number;
  /** pairs in which the side said to be ahead is the one that measured less */
  readonly wrong: number;
}

/** knots that curves are thinned to: as few as published figures have, and somewhat more */
const THINNED_TO = [3, 4, 5, null] as const;

/**
 * The rules tried on measured curves whose answer is known.
 *
 * @param entries - of any basis and model; only measured ones count, for pairs their default runs
 */
export function calibrationOf(entries: readonly SweepEntry[]): Calibration {
  const measured = entries.filter(({ basis }) => basis === 'measured');
  const pairs = comparablePairs(measured);
  return {
    coverage: likelyCoverage(measured.map(entryKnots)),
    decisions: THINNED_TO.map((knots) => ({ knots, ...leadDecisions(pairs, knots ?? Infinity) })),
  };
}

/** Curves of at least four knots of one model, workload and interactivity basis. */
function comparablePairs(entries: readonly SweepEntry[]): (readonly [Point[], Point[]])[] {
  const full = entries.filter((entry) => entry.isDefault && entryKnots(entry).length >= 4);
  const groups = Map.groupBy(full, ({ key }) =>
    [key.model, key.workload, key.interactivityBasis].join(' '),
  );
  return [...groups.values()].flatMap((group) =>
    group.flatMap((a, i) => group.slice(i + 1).map((b) => [entryKnots(a), entryKnots(b)] as const)),
  );
}

/**
 * Leave-one-out: each inner knot's throughput against the likely range that the other knots give.
 *
 * @param curves - knots, interactivity ascending; those of fewer than four say nothing
 */
export function likelyCoverage(curves: readonly (readonly Point[])[]): Coverage {
  const errors = curves.flatMap((knots) =>
    knots.length < 4 ? [] : knots.slice(1, -1).map((knot, i) => readWithout(knots, i + 1, knot)),
  );
  const inside = errors.filter(({ isInside }) => isInside).length;
  const ratios = errors.map(({ ratio }) => ratio).toSorted((a, b) => a - b);
  return { values: errors.length, inside, bias: (ratios[ratios.length >> 1] ?? 1) - 1 };
}

function readWithout(knots: readonly Point[], left: number, { interactivity, throughput }: Point) {
  const others = knots.toSpliced(left, 1);
  const value = fitCurve(others).at(interactivity)!;
  const [low, high] = likelyRange(others, interactivity, value);
  return { ratio: value / throughput, isInside: low <= throughput && throughput <= high };
}

/**
 * Who leads between two curves where one of them was measured, said without that measurement: at
 * each inner knot within the other's range, from both curves thinned and without the knot.
 *
 * @param pairs - curves that may be compared
 * @param knots - how many of each curve's knots are kept, ends among them; `Infinity` for all
 */
export function leadDecisions(
  pairs: readonly (readonly [readonly Point[], readonly Point[]])[],
  knots: number,
): Decisions {
  const counts = { pairs: 0, ahead: 0, level: 0, open: 0, wrong: 0 };
  for (const [a, b] of pairs) {
    for (const [measured, other] of [
      [a, b],
      [b, a],
    ] as const) {
      for (const [i, knot] of measured.entries()) {
        if (i === 0 || i === measured.length - 1) continue;
        const mine = thinned(measured.toSpliced(i, 1), knots);
        const theirs = thinned(other, knots);
        const truth = fitCurve(other).at(knot.interactivity);
        const lead = leadAmong(
          [candidate('mine', mine, knot), candidate('theirs', theirs, knot)].flatMap(
            (c) => c ?? [],
          ),
          false,
        );
        if (lead === null || truth === null) continue;
        counts.pairs++;
        counts[lead.outcome]++;
        if (lead.outcome !== 'ahead') continue;
        const isMine = knot.throughput > truth;
        if ((lead.side === 'mine') !== isMine) counts.wrong++;
      }
    }
  }
  return counts;
}

function candidate(
  side: string,
  knots: readonly Point[],
  { interactivity }: Point,
): Candidate | null {
  const value = fitCurve(knots).at(interactivity);
  if (value === null) return null;
  return { side, value, low: value, high: value, likely: likelyRange(knots, interactivity, value) };
}

/** So many of the knots, evenly apart by their place in the list, both ends among them. */
function thinned(knots: readonly Point[], count: number): readonly Point[] {
  if (knots.length <= count) return knots;
  return Array.from(
    { length: count },
    (_, i) => knots[Math.round((i * (knots.length - 1)) / (count - 1))]!,
  );
}
