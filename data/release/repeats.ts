import { POINT_FACTS, byFact, statesLoad } from '../../src/core/point-facts.ts';
import type { FactName } from '../../src/core/point-facts.ts';
import { comparePoints } from '../../src/core/sweep.ts';
import type { OperatingPoint } from '../../src/core/sweep.ts';

/**
 * The points of one run, those of one configuration at one concurrency as their median: of each axis
 * and amount by itself, with how many they are and by which factor they differ. Text and source are
 * those of the one in the middle.
 *
 * Two points are of one configuration where concurrency, GPUs and parallelism are the same; of an open
 * loop its rate stands for the concurrency. A point with neither stands by itself.
 *
 * @param points - measured, of one run of one key, any order
 */
export function withMedians(points: readonly OperatingPoint[]): OperatingPoint[] {
  const configurations = Map.groupBy(points, (point, i) => {
    const { concurrency, concurrencyOrigin, gpus, parallelism } = point;
    const configuration = [concurrency, concurrencyOrigin, gpus, parallelism];
    return statesLoad(point) ? JSON.stringify(configuration) : i;
  });
  return Array.from(configurations.values(), medianPoint);
}

function medianPoint(group: readonly OperatingPoint[]): OperatingPoint {
  if (group.length === 1) return group[0]!;
  const byThroughput = group.toSorted((a, b) => a.throughput - b.throughput || comparePoints(a, b));
  const middle = byThroughput[(group.length - 1) >> 1]!;
  const facts = byFact((name: FactName) => {
    if (POINT_FACTS[name].kind === 'text') return middle[name];
    const known = group.flatMap((point) => (point[name] as number | null) ?? []);
    return known.length === 0 ? null : median(known);
  });
  const axis = (name: 'interactivity' | 'throughput') => group.map((point) => point[name]);
  return {
    ...middle,
    ...(facts as object),
    interactivity: median(axis('interactivity')),
    throughput: median(axis('throughput')),
    repeats: group.length,
    spread: Math.max(factor(axis('interactivity')), factor(axis('throughput'))),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

function factor(values: readonly number[]): number {
  return Math.max(...values) / Math.min(...values);
}
