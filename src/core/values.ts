import type { ComparedSide, Knot, SideValue, TargetValues } from './comparison-types.ts';
import { fitCurve, leftKnot } from './curve.ts';
import { leadAmong } from './lead.ts';
import type { Candidate } from './lead.ts';
import { likelyRange } from './likely.ts';
import { byMetric, isOfOutput, metricAt } from './metrics.ts';
import type { MetricKey } from './metrics.ts';
import type { Status } from './status.ts';
import type { Basis } from './sweep.ts';

/** The parts of a side that its values are worked out from. */
export type PricedSide = Pick<
  ComparedSide,
  'key' | 'workload' | 'knots' | 'usdPerGpuHour' | 'powerKw' | 'outputShare'
>;

interface ReadOptions {
  readonly basis: Basis;
  /** share of the time that the GPUs are busy, in (0, 1] */
  readonly util: number;
}

/**
 * Every side read at every target.
 *
 * Where the sides' workloads differ their tokens are not alike: only output tokens have a leader.
 *
 * @param targets - tok/s/user
 */
export function valuesAt(
  sides: readonly PricedSide[],
  targets: readonly number[],
  options: ReadOptions,
): TargetValues[] {
  const read = sides.filter(({ knots }) => knots[0]); // the others have no workload to differ in
  const areAlike = new Set(read.map(({ workload }) => workload)).size < 2;
  const readers = sides.map((side) => sideReader(side, options));
  return targets.map((interactivity) => {
    const values = readers.map((read) => read(interactivity));
    const best = byMetric(({ key, isLowerBetter }) =>
      areAlike || isOfOutput(key)
        ? leadAmong(candidates(key, sides, values, options), isLowerBetter)
        : null,
    );
    return { interactivity, sides: values, best };
  });
}

/** Reads a side at any target (tok/s/user); its curve is fitted once. */
function sideReader(side: PricedSide, { basis, util }: ReadOptions): (x: number) => SideValue {
  const { knots } = side;
  const read = curveReader(knots);
  return (x) => {
    const value = read(x);
    return {
      side: side.key,
      status: statusOf(value),
      ...byMetric(({ key }) => metricAt(key, value.throughput, side, util)),
      ...value,
    };

    function statusOf({ between }: CurveValue): Status {
      if (between) return between[0] === between[1] ? basis : 'interpolated';
      if (!knots[0]) return 'absent';
      return x < knots[0].interactivity ? 'below-range' : 'above-range';
    }
  };
}

/** What a curve says at a target, whatever its GPUs cost. */
type CurveValue = Pick<
  SideValue,
  'throughput' | 'low' | 'high' | 'likely' | 'concurrency' | 'ttft' | 'between'
>;

/** Reads a curve at any target (tok/s/user); it is fitted once. */
export function curveReader(knots: readonly Knot[]): (x: number) => CurveValue {
  const curve = knots.length > 0 ? fitCurve(knots) : null;
  const concurrencyAt = concurrencyReader(knots);
  return (x) => {
    const throughput = curve && curve.at(x);
    const i = leftKnot(knots, x);
    const left = throughput === null ? null : knots[i]!;
    const j = left?.interactivity === x ? i : i + 1;
    const right = left && knots[j]!;
    return {
      throughput,
      low: right && right.throughput,
      high: left && left.throughput,
      likely: left && likelyRange(knots, x, throughput!),
      concurrency: left && concurrencyAt(x, left, right!),
      ttft: left && (left.ttft ?? right!.ttft) !== null ? [left.ttft, right!.ttft] : null,
      between: left && [i, j],
    };
  };
}

/**
 * Whether a concurrency that a value has is no load that was set: it is read between two knots, or its
 * source has it as approximate or observed.
 */
export function isConcurrencyApproximate(
  { knots }: Pick<ComparedSide, 'knots'>,
  { between }: Pick<SideValue, 'between'>,
): boolean {
  const [left, right] = between!;
  return left !== right || knots[left]!.concurrencyOrigin !== undefined;
}

/**
 * How the concurrency of a value was come by, in the words of its neighbouring points; empty where they
 * state nothing of it.
 */
export function concurrencyOrigin(
  { knots }: Pick<ComparedSide, 'knots'>,
  { between }: Pick<SideValue, 'between'>,
): string {
  const origins = between?.map((i) => knots[i]!.concurrencyOrigin);
  return [...new Set(origins)].filter(Boolean).join('; ');
}

/** Concurrency on its own over the same knots: a number only where both neighbours have one. */
function concurrencyReader(knots: readonly Knot[]) {
  const known = knots.flatMap(({ interactivity, concurrency }) =>
    concurrency ? { interactivity, throughput: concurrency } : [],
  );
  return (x: number, left: Knot, right: Knot): number | null =>
    left.concurrency && right.concurrency && fitCurve(known).at(x);
}

function candidates(
  metric: MetricKey,
  sides: readonly PricedSide[],
  values: readonly SideValue[],
  { util }: ReadOptions,
): Candidate[] {
  return values.flatMap(({ side, throughput, low, high, likely }, i) => {
    const read = (at: number) => metricAt(metric, at, sides[i]!, util);
    const value = throughput && read(throughput);
    if (value === null) return [];
    const ascending = (ends: readonly number[]) =>
      ends.map((end) => read(end)!).sort((a, b) => a - b) as [number, number];
    const [least, most] = ascending([low!, high!]);
    return { side, value, low: least, high: most, likely: ascending(likely!) };
  });
}
