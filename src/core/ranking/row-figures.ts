import type { SideSource } from '../comparison-types.ts';
import type { LikelyRange } from '../likely.ts';
import { curveReader, isConcurrencyApproximate } from '../values.ts';
import { byRowMetric, rankMetric } from './rank-metrics.ts';
import type { RankMetricName } from './rank-metrics.ts';
import type { Basis } from '../sweep.ts';
import type { RankedSide } from './ranked-side.ts';
import type { RowFigures } from './ranking-types.ts';

/** At which target or cost configurations are read, and by which metric they are ranked. */
export interface RankReader {
  readonly by: RankMetricName;
  readonly at: number | null;
  readonly cost: number | null;
  readonly util: number;
  readonly basis: Basis;
}

/**
 * A configuration read at an interactivity within its range, as a comparison reads a side.
 *
 * @param x - tok/s/user, within that range
 */
export function rowFigures(
  side: RankedSide,
  x: number,
  { by, util }: Pick<RankReader, 'by' | 'util'>,
): { readonly row: RowFigures; readonly sources: readonly SideSource[] } {
  const value = readerOf(side)(x);
  const { throughput, low, high, likely, concurrency, ttft, between } = value;
  const [left, right] = between!.map((i) => side.knots[i]!) as [Knot, Knot];
  const input = { ...side, util, interactivity: x, throughput: throughput! };
  const { of } = rankMetric(by);
  const [a, b] = likely!.map((end) => of({ ...input, throughput: end }));
  const byLikely: LikelyRange | null =
    a == null || b == null ? null : [Math.min(a, b), Math.max(a, b)];
  const sources = [...new Set([left.source, right.source])].map((i) => side.sources[i]!);
  return {
    row: {
      ...byRowMetric(({ of: metricOf }) => metricOf(input)),
      interactivity: x,
      low: low!,
      high: high!,
      likely: likely!,
      byLikely,
      concurrency,
      isConcurrencyApproximate: concurrency !== null && isConcurrencyApproximate(side, value),
      ttft,
      gpus: [left.gpus, right.gpus],
      parallelism: [left.parallelism, right.parallelism],
    },
    sources,
  };
}

/** Its reader is kept: of a configuration only prices and power differ from one request to the next. */
function readerOf({ knots }: RankedSide): ReturnType<typeof curveReader> {
  const reader = readers.get(knots) ?? curveReader(knots);
  readers.set(knots, reader);
  return reader;
}

/** By the knots, which never change. */
const readers = new WeakMap<readonly Knot[], ReturnType<typeof curveReader>>();

type Knot = RankedSide['knots'][number];
