import type { OperatingPoint } from './sweep.ts';

/** Two runs of one system at the same concurrency and parallelism, the first run's figures first. */
export interface EqualLoad {
  /** requests in flight */
  readonly concurrency: number;
  readonly parallelism: string | null;
  /** tok/s/GPU */
  readonly throughput: readonly [number, number];
  /** tok/s/user */
  readonly interactivity: readonly [number, number];
}

/**
 * Where two runs of one system were measured under the same load, which compares them without any
 * curve. Of repeats within a run the median counts.
 *
 * @returns concurrency ascending; `[]` where no concurrency is known or none is common
 */
export function equalLoads(
  a: readonly OperatingPoint[],
  b: readonly OperatingPoint[],
): EqualLoad[] {
  const [first, second] = [loads(a), loads(b)];
  const common = [...first].flatMap(([load, mine]): EqualLoad[] => {
    const theirs = second.get(load);
    if (theirs === undefined) return [];
    return [
      {
        concurrency: mine.concurrency!,
        parallelism: mine.parallelism,
        throughput: [mine.throughput, theirs.throughput],
        interactivity: [mine.interactivity, theirs.interactivity],
      },
    ];
  });
  return common.toSorted((x, y) => x.concurrency - y.concurrency);
}

/** The median point of each load. */
function loads(points: readonly OperatingPoint[]): Map<string, OperatingPoint> {
  const groups = new Map<string, OperatingPoint[]>();
  for (const point of points) {
    if (point.concurrency === null) continue;
    const load = [point.concurrency, point.gpus, point.parallelism].join(' ');
    groups.set(load, [...(groups.get(load) ?? []), point]);
  }
  return new Map(
    Array.from(groups, ([load, group]) => {
      const ordered = group.toSorted((x, y) => x.throughput - y.throughput);
      return [load, ordered[(ordered.length - 1) >> 1]!];
    }),
  );
}
