import { assemble } from '../../src/core/assemble.ts';
import type { Comparison } from '../../src/core/comparison-types.ts';
import { entryKnots } from '../../src/core/assignments.ts';
import type { SweepEntry, Manifest } from '../../src/core/release.ts';
import type { ReleaseIndex } from '../../src/core/release-index.ts';
import { unknownFacts } from '../../src/core/point-facts.ts';
import { UNSTATED_SOURCE, sweepId } from '../../src/core/sweep.ts';
import type { Sweep } from '../../src/core/sweep.ts';
import type { Preset } from '../../src/core/vocabulary.ts';
import { DEFAULT_OPTIONS } from '../../src/core/options.ts';
import { titleIn } from '../../src/view/text/title.ts';
import { en } from '../../src/view/words/en/index.ts';

/** As much of a release as its differences follow from, published or only built. */
export interface ListedRelease {
  readonly manifest: Pick<Manifest, 'id' | 'catalog' | 'data'>;
  readonly sweeps: readonly SweepEntry[];
}

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

/** How a preset's comparison differs between two releases. */
export interface PresetChange {
  readonly id: string;
  /** what changed most: there or not there at all, which sweeps it rests on, or only values */
  readonly kind: 'appeared' | 'disappeared' | 'assignment' | 'values';
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

/** What a release says for a preset; `null` where it has no such comparison. */
export type PresetReading = {
  readonly comparison: Comparison;
  /** ids of the sweeps by side */
  readonly sweeps: ReadonlyMap<string, readonly string[]>;
  /** the same comparison at other targets, tok/s/user */
  readonly at: (targets: readonly number[]) => Comparison;
} | null;

/**
 * Reads a preset from the index of a manifest: the curves there are enough for throughput and cost.
 */
export function readPreset(release: ReleaseIndex, { id }: Preset): PresetReading {
  const address = release.addressOf(id);
  const assembly = address && assemble(release, address, DEFAULT_OPTIONS, titleIn(en), curveSweep);
  if (assembly === null) return null;
  const comparison = assembly.compare(curveSweep);
  const sides = comparison.sides.map(
    ({ key }, i) => [key, assembly.sides[i]!.map(sweepId)] as const,
  );
  return {
    comparison,
    sweeps: new Map(sides),
    at: (targets) => assembly.compare(curveSweep, targets),
  };
}

/** The change between two readings, at the targets of both; `null` if they say the same. */
export function changeBetween(
  id: string,
  before: PresetReading,
  after: PresetReading,
): PresetChange | null {
  if (before === null && after === null) return null;
  if (before === null || after === null) {
    const kind = before === null ? 'appeared' : 'disappeared';
    return { id, kind, assignments: [], values: [], largest: Infinity };
  }
  const names = [...new Set([...before.sweeps.keys(), ...after.sweeps.keys()])];
  const assignments = names.flatMap((side) => {
    const [old, fresh] = [before.sweeps.get(side) ?? [], after.sweeps.get(side) ?? []];
    return old.join() === fresh.join() ? [] : { side, before: old, after: fresh };
  });
  const values = valueChanges(before, after, names);
  if (assignments.length === 0 && values.length === 0) return null;
  return {
    id,
    kind: assignments.length > 0 ? 'assignment' : 'values',
    assignments,
    values,
    largest: Math.max(0, ...values.map(({ relative }) => Math.abs(relative ?? Infinity))),
  };
}

function valueChanges(
  before: NonNullable<PresetReading>,
  after: NonNullable<PresetReading>,
  sides: readonly string[],
): ValueChange[] {
  const targets = new Set([...before.comparison.targets, ...after.comparison.targets]);
  const at = [...targets].toSorted((a, b) => a - b);
  const [old, fresh] = [before.at(at).values, after.at(at).values];
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
  const { key, basis, run, label, date, rates } = entry;
  const points = entryKnots(entry).map((knot) => ({
    ...knot,
    ...unknownFacts(),
    rounded: false,
    source: 0,
  }));
  return {
    key,
    basis,
    run,
    label,
    date,
    rates,
    issue: null,
    passedOver: [],
    sources: [{ ...UNSTATED_SOURCE, date }],
    points,
  };
}
