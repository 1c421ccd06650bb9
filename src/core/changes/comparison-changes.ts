import { comparedDimensions, printAddress } from '../address.ts';
import { assemble } from '../assemble.ts';
import { entryKnots } from '../assignments.ts';
import type { Comparison } from '../comparison-types.ts';
import { DEFAULT_OPTIONS } from '../options.ts';
import { unknownFacts } from '../point-facts.ts';
import type { ReleaseIndex } from '../release-index.ts';
import type { SweepEntry } from '../release.ts';
import { UNSTATED_SOURCE, sweepHead, sweepId } from '../sweep.ts';
import type { Sweep } from '../sweep.ts';
import { printTokens } from '../tokens.ts';

/** One side's value at one target, before and after; `null` = no number there. */
export interface ValueChange {
  readonly side: string;
  /** tok/s/user */
  readonly interactivity: number;
  readonly metric: 'throughput' | 'costPerMillionTokens';
  readonly before: number | null;
  readonly after: number | null;
  /** after/before − 1; `null` where one of them has no number */
  readonly relative: number | null;
}

/** How a comparison differs between two releases. */
export interface ComparisonChange {
  readonly id: string;
  readonly isPreset: boolean;
  /** what changed most: there or not there at all, which sweeps it rests on, or only values */
  readonly kind: 'appeared' | 'disappeared' | 'assignment' | 'values';
  /** the address with everything filled in that it was matched with; `null` where it is not there */
  readonly specific: { readonly before: string | null; readonly after: string | null };
  /** sides that rest on other sweeps, as ids */
  readonly assignments: readonly {
    readonly side: string;
    readonly before: readonly string[];
    readonly after: readonly string[];
  }[];
  readonly values: readonly ValueChange[];
  /** the largest relative move; `Infinity` where a number came or went */
  readonly largest: number;
}

/**
 * How a release answers a comparison address, to be set against another release; `null` where it
 * has no such comparison.
 */
export type ComparisonReading = {
  /** the sweeps that it rests on, whole: equal texts say the same under equal terms */
  readonly ground: string;
  /** ids of the sweeps by side */
  readonly sweeps: ReadonlyMap<string, readonly string[]>;
  /** at its own targets, or at others, tok/s/user */
  readonly at: (targets: readonly number[] | null) => Comparison;
} | null;

/**
 * The index of a release that also finds the default runs of a model alone, which most addresses
 * ask for.
 */
export interface ChangingIndex extends ReleaseIndex {
  readonly defaultsOf: ReleaseIndex['entriesOf'];
}

/**
 * Reads a comparison, asked without a query, from the index of a model: the curves there are enough
 * for throughput and cost.
 */
export function comparisonReading(release: ChangingIndex, id: string): ComparisonReading {
  const address = release.addressOf(id);
  if (address === null) return null;
  const namesRun = comparedDimensions(address).includes('run') || address.shared.run !== undefined;
  const entriesOf = namesRun ? release.entriesOf : release.defaultsOf;
  const index = { ...release, entriesOf };
  const assembly = assemble(index, address, DEFAULT_OPTIONS, () => '', curveSweep);
  if (assembly === null || assembly.sameRun !== null) return null;
  const sides = address.sides.map(
    (tokens, i) => [printTokens(tokens), assembly.sides[i]!.map(sweepId)] as const,
  );
  return {
    ground: JSON.stringify([assembly.sides, release.presetOf(printAddress(address))]),
    sweeps: new Map(sides),
    at: (targets) => assembly.compare(curveSweep, targets),
  };
}

/** The change between two readings, at the targets of both; `null` if they say the same. */
export function changeBetween(
  { id, isPreset }: Pick<ComparisonChange, 'id' | 'isPreset'>,
  before: ComparisonReading,
  after: ComparisonReading,
): ComparisonChange | null {
  if (before === null && after === null) return null;
  const [was, is] = [before?.at(null) ?? null, after?.at(null) ?? null];
  const specific = { before: was && was.specificId, after: is && is.specificId };
  const shared = { id, isPreset, specific };
  if (before === null || after === null) {
    const kind = before === null ? 'appeared' : 'disappeared';
    return { ...shared, kind, assignments: [], values: [], largest: Infinity };
  }
  const names = [...new Set([...before.sweeps.keys(), ...after.sweeps.keys()])];
  const assignments = names.flatMap((side) => {
    const [old, fresh] = [before.sweeps.get(side) ?? [], after.sweeps.get(side) ?? []];
    return old.join() === fresh.join() ? [] : { side, before: old, after: fresh };
  });
  const targets = new Set([...was!.targets, ...is!.targets]);
  const at = [...targets].toSorted((a, b) => a - b);
  const values = valueChanges(at, before.at(at), after.at(at), names);
  if (assignments.length === 0 && values.length === 0) return null;
  return {
    ...shared,
    kind: assignments.length > 0 ? 'assignment' : 'values',
    assignments,
    values,
    largest: Math.max(0, ...values.map(({ relative }) => Math.abs(relative ?? Infinity))),
  };
}

function valueChanges(
  at: readonly number[],
  { values: old }: Comparison,
  { values: fresh }: Comparison,
  sides: readonly string[],
): ValueChange[] {
  return at.flatMap((interactivity, i) =>
    sides.flatMap((side) =>
      (['throughput', 'costPerMillionTokens'] as const).flatMap((metric) => {
        const [a, b] = [old, fresh].map(
          (values) => values[i]!.sides.find((value) => value.side === side)?.[metric] ?? null,
        ) as [number | null, number | null];
        if (a === b) return [];
        const relative = a === null || b === null ? null : b / a - 1;
        return { side, interactivity, metric, before: a, after: b, relative };
      }),
    ),
  );
}

/** The sweep of an entry as far as the manifest tells: its knots, without their facts. */
function curveSweep(entry: SweepEntry): Sweep {
  const points = entryKnots(entry).map((knot) => ({
    ...knot,
    ...unknownFacts(),
    rounded: false,
    source: 0,
  }));
  return {
    ...sweepHead(entry),
    issue: null,
    passedOver: [],
    sources: [{ ...UNSTATED_SOURCE, date: entry.date }],
    points,
  };
}
