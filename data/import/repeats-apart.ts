import { statesLoad } from '../../src/core/point-facts.ts';
import type { RowCollector } from './rows.ts';

/** Loads that were measured more than once, with figures too far apart for repeats of one measurement. */
export interface RepeatsApart {
  readonly loads: number;
  /** the largest factor between two throughputs of one load */
  readonly factor: number;
  /** the two inputs that are furthest apart; the same one twice where it holds both */
  readonly inputs: readonly [string, string];
}

/** Repeats of a benchmark differ by a few percent; what differs by more is hardly the same thing. */
const APART = 1.25;

/** What an import takes as repeats and has reason to doubt; `null` where there is no such load. */
export function repeatsApart({ sweeps }: RowCollector): RepeatsApart | null {
  let loads = 0;
  let furthest: Omit<RepeatsApart, 'loads'> | null = null;
  for (const { configurations } of sweeps.values()) {
    for (const { points } of configurations.values()) {
      if (!points.every(({ point }) => statesLoad(point))) continue; // no repeats: each stays a point
      const sorted = points.toSorted((a, b) => a.point.throughput - b.point.throughput);
      const [least, most] = [sorted[0]!, sorted.at(-1)!];
      const factor = most.point.throughput / least.point.throughput;
      if (factor <= APART) continue;
      loads++;
      if (factor <= (furthest?.factor ?? 0)) continue;
      furthest = { factor, inputs: [least.input, most.input] };
    }
  }
  return furthest === null ? null : { loads, ...furthest };
}
