import { configurationKnots } from '../frontier.ts';
import type { Basis, OperatingPoint, Sweep } from '../sweep.ts';
import { CHART_AXES } from './chart-options.ts';
import { LATENCIES, unbeaten } from './rank-chart.ts';
import type { LatencyStat } from './rank-options.ts';
import type { RankSide } from './rank-sides.ts';

/** An operating point of a configuration among its others. */
interface FrontierPoint extends OperatingPoint {
  /** that it is of, which its source is in */
  readonly sweep: Sweep;
  /**
   * On which frontiers of throughput the point lies, a bit for each axis in the order of
   * {@link CHART_AXES}: 1 over interactivity (a knot), 2 over the first token, 4 over end-to-end.
   */
  readonly frontier: number;
}

/**
 * All points of a configuration, interactivity ascending, with the frontiers that the charts of the
 * ranking would draw through them. Of equal points the first is on the frontier; a point of unknown
 * latency is on none over it.
 *
 * @param side - with all of its points
 * @param stat - percentile of the latencies
 */
export function chartPoints(
  { sweeps }: Pick<RankSide, 'sweeps'>,
  basis: Basis,
  stat: LatencyStat,
): FrontierPoint[] {
  const points = sweeps.flatMap((sweep) => sweep.points.map((point) => ({ ...point, sweep })));
  const frontiers = CHART_AXES.map((axis) => {
    if (axis === 'interactivity') {
      return new Set(configurationKnots(points, { basis, isPooled: sweeps.length > 1 }));
    }
    const placed = points.flatMap((point) => {
      const seconds = point[LATENCIES[axis][stat]];
      return seconds === null ? [] : [{ x: seconds, y: point.throughput, point }];
    });
    return new Set(unbeaten(placed, false).map(({ point }) => point));
  });
  return points
    .map((point) => ({
      ...point,
      frontier: frontiers.reduce(
        (bits, frontier, i) => bits | (Number(frontier.has(point)) << i),
        0,
      ),
    }))
    .toSorted((a, b) => a.interactivity - b.interactivity);
}
