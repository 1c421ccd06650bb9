import { byFact } from '../src/core/point-facts.ts';
import type { PointFacts } from '../src/core/point-facts.ts';
import { round9 } from '../src/core/round.ts';
import type { OperatingPoint } from '../src/core/sweep.ts';

/** A point with its numbers at 9 significant digits, its fields in stored order. */
export function roundedPoint(point: OperatingPoint): OperatingPoint {
  return {
    interactivity: round9(point.interactivity),
    throughput: round9(point.throughput),
    ...roundedFacts(point),
    rounded: point.rounded,
    source: point.source,
  };
}

function roundedFacts(facts: PointFacts): PointFacts {
  return byFact((name) => {
    const value = facts[name];
    return typeof value === 'number' ? round9(value) : value;
  }) as PointFacts;
}
