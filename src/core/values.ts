import { bestOf } from './best.ts';
import type { Candidate } from './best.ts';
import { costPerMillionTokens, joulesPerToken, throughputPerMw } from './cost.ts';
import { METRICS } from './comparison-types.ts';
import type {
  ComparedSide,
  Knot,
  Metric,
  SideValue,
  Status,
  TargetValues,
} from './comparison-types.ts';
import { fitCurve, leftKnot } from './curve.ts';
import type { Curve } from './curve.ts';
import type { Basis } from './sweep.ts';

/** What of a side its values follow from. */
export type PricedSide = Pick<ComparedSide, 'key' | 'knots' | 'usdPerGpuHour' | 'powerKw'>;

export interface ReadOptions {
  readonly basis: Basis;
  /** share of the time that the GPUs are busy, in (0, 1] */
  readonly util: number;
}

/**
 * Every side read at every target.
 *
 * @param targets - tok/s/user
 */
export function valuesAt(
  sides: readonly PricedSide[],
  targets: readonly number[],
  options: ReadOptions,
): TargetValues[] {
  const readers = sides.map((side) => sideReader(side, options));
  return targets.map((interactivity) => {
    const values = readers.map((read) => read(interactivity));
    const best = Object.fromEntries(
      METRICS.map((metric) => [metric, bestOf(candidates(metric, sides, values, options), metric)]),
    ) as TargetValues['best'];
    return { interactivity, sides: values, best };
  });
}

/** A metric of a side at a throughput (tok/s/GPU); `null` without price or power. */
export function metricOf(
  metric: Metric,
  throughput: number,
  { usdPerGpuHour, powerKw }: Pick<ComparedSide, 'usdPerGpuHour' | 'powerKw'>,
  util: number,
): number | null {
  switch (metric) {
    case 'throughput':
      return throughput;
    case 'costPerMillionTokens':
      return costPerMillionTokens(throughput, usdPerGpuHour, util);
    case 'throughputPerMw':
      return throughputPerMw(throughput, powerKw);
    case 'joulesPerToken':
      return joulesPerToken(throughput, powerKw);
  }
}

function sideReader(side: PricedSide, options: ReadOptions): (x: number) => SideValue {
  const { knots } = side;
  const curve = knots.length > 0 ? fitCurve(knots) : null;
  const concurrencyAt = concurrencyReader(knots);
  return (x) => {
    if (curve === null) return withoutNumbers(side.key, 'absent');
    const throughput = curve.at(x);
    if (throughput === null) {
      return withoutNumbers(side.key, x < curve.min ? 'below-range' : 'above-range');
    }
    const i = leftKnot(knots, x);
    const left = knots[i]!;
    const atKnot = left.interactivity === x;
    const j = atKnot ? i : i + 1;
    const right = knots[j]!;
    const derived = (metric: Metric) => metricOf(metric, throughput, side, options.util);
    return {
      side: side.key,
      status: atKnot ? options.basis : 'interpolated',
      throughput,
      low: right.throughput,
      high: left.throughput,
      costPerMillionTokens: derived('costPerMillionTokens'),
      throughputPerMw: derived('throughputPerMw'),
      joulesPerToken: derived('joulesPerToken'),
      concurrency: concurrencyAt(x, left, right),
      ttft: left.ttft === null && right.ttft === null ? null : [left.ttft, right.ttft],
      between: [i, j],
    };
  };
}

/** Concurrency on its own over the same knots: a number only where both neighbours have one. */
function concurrencyReader(knots: readonly Knot[]) {
  const known = knots.flatMap(({ interactivity, concurrency }) =>
    concurrency === null ? [] : { interactivity, throughput: concurrency },
  );
  let curve: Curve | null = null;
  return (x: number, left: Knot, right: Knot): number | null => {
    if (left.concurrency === null || right.concurrency === null) return null;
    curve ??= fitCurve(known);
    return curve.at(x);
  };
}

function withoutNumbers(side: string, status: Status): SideValue {
  return {
    side,
    status,
    throughput: null,
    low: null,
    high: null,
    costPerMillionTokens: null,
    throughputPerMw: null,
    joulesPerToken: null,
    concurrency: null,
    ttft: null,
    between: null,
  };
}

function candidates(
  metric: Metric,
  sides: readonly PricedSide[],
  values: readonly SideValue[],
  { util }: ReadOptions,
): Candidate[] {
  return values.flatMap(({ side, throughput, low, high }, i) => {
    const priced = sides[i]!;
    if (throughput === null || low === null || high === null) return [];
    const value = metricOf(metric, throughput, priced, util);
    const a = metricOf(metric, low, priced, util);
    const b = metricOf(metric, high, priced, util);
    if (value === null || a === null || b === null) return [];
    return { side, value, low: Math.min(a, b), high: Math.max(a, b) };
  });
}
