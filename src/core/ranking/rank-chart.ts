import { paretoFrontier } from '../frontier.ts';
import { needsAllPoints } from './chart-options.ts';
import type { ChartOptions, ChartPoints } from './chart-options.ts';
import type { ChartCurve, ChartPoint, RankChart } from './chart-curves.ts';
import { rankMetric } from './rank-metrics.ts';
import type { RankMetricName } from './rank-metrics.ts';
import type { LatencyStat } from './rank-options.ts';
import type { RankSide } from './rank-sides.ts';
import type { RankFigure, RankRow } from './ranking-types.ts';

/** What the chart of a ranking is made of. */
interface RankChartInput {
  readonly rows: readonly RankRow[];
  /** with all of their points where the chart needs them */
  readonly sides: readonly RankSide[];
  readonly by: RankMetricName;
  readonly stat: LatencyStat;
  readonly util: number;
  readonly options: ChartOptions;
}

/**
 * The chart of a ranking's rows.
 *
 * Over a latency the frontier is taken anew on the two axes that are drawn: the fewest seconds, the
 * best value. The knots of a row, which are the best over interactivity, would zig-zag there.
 */
export function rankChart({ rows, sides, by, stat, util, options }: RankChartInput): RankChart {
  const { x, scale, hasBeaten, front, zoom } = options;
  const y = options.y ?? by;
  const { of, isLowerBetter } = rankMetric(y);
  const curves: Record<string, ChartCurve> = {};
  let [undrawn, unplaced] = [0, 0];
  for (const row of needsAllPoints(options) ? rows : []) {
    const { side, sweeps } = sides.find((one) => one.side.key === row.key)!;
    const rated = { ...row, outputShare: side.outputShare, util };
    const points = sweeps.flatMap((sweep) => sweep.points);
    if (points.length === 0 || of({ ...rated, throughput: 1, interactivity: 1 }) === null) continue;
    const placed = points.flatMap(({ throughput, interactivity, ...facts }): ChartPoint[] => {
      const place = x === 'interactivity' ? interactivity : facts[LATENCIES[x][stat]];
      if (place === null) return [];
      return [{ x: place, y: of({ ...rated, throughput, interactivity })! }];
    });
    if (placed.length === 0) {
      undrawn++;
      continue;
    }
    unplaced += points.length - placed.length;
    const isOverSpeed = x === 'interactivity';
    const best = isOverSpeed
      ? row.knots.map((knot) => ({ x: knot.interactivity, y: of({ ...rated, ...knot })! }))
      : unbeaten(placed, isLowerBetter);
    curves[row.key] = {
      frontier: isOverSpeed ? null : best,
      beaten: hasBeaten ? placed.filter((one) => !best.some((other) => isSame(one, other))) : [],
    };
  }
  return { x, y, scale, hasBeaten, front, zoom, curves, undrawn, unplaced };
}

/** The value of `?points=` that stands for some options. */
export function askedPoints({
  isMeasuredOnly,
  chart,
}: Pick<RankFigure, 'isMeasuredOnly' | 'chart'>): ChartPoints {
  return chart.hasBeaten ? 'all' : isMeasuredOnly ? 'measured' : 'frontier';
}

/** The facts of a point that have its seconds, by axis and percentile. */
export const LATENCIES = {
  ttft: { p50: 'ttft', p99: 'ttftP99' },
  e2el: { p50: 'e2el', p99: 'e2elP99' },
} as const;

/**
 * The points with the fewest seconds for their value, ascending: none has both more seconds and no
 * better value.
 */
export function unbeaten<P extends ChartPoint>(points: readonly P[], isLowerBetter: boolean): P[] {
  // a frontier has both of its axes maximised, and comes with the first ascending
  const turned = points.map((point) => ({
    interactivity: -point.x,
    throughput: isLowerBetter ? -point.y : point.y,
    point,
  }));
  return paretoFrontier(turned)
    .map(({ point }) => point)
    .toReversed();
}

function isSame(a: ChartPoint, b: ChartPoint): boolean {
  return a.x === b.x && a.y === b.y;
}
