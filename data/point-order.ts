import { compareText } from '../src/core/sweep.ts';
import type { OperatingPoint } from '../src/core/sweep.ts';

/** Orders points by their axes, then by everything else, so that equal sets are equal lists. */
export function comparePoints(a: OperatingPoint, b: OperatingPoint): number {
  return (
    a.interactivity - b.interactivity ||
    a.throughput - b.throughput ||
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}
