import { fitCurve } from '../../core/curve.ts';
import type { Comparison } from '../../core/comparison-types.ts';
import type { Range } from '../../core/range.ts';
import { likelyRange } from '../../core/likely.ts';
import { metricAt } from '../../core/metrics.ts';
import type { MetricKey } from '../../core/metrics.ts';

/** A point in the units of the axes. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A line to draw, in the units of the axes. */
export interface Series {
  /** position among the styles of lines: colour, dash and mark */
  readonly style: number;
  readonly label: string;
  /** at least one, x ascending */
  readonly knots: readonly Place[];
  /** y at an x between the first and the last knot */
  readonly at: (x: number) => number;
  /** where y likely lies there, any order */
  readonly likely: (x: number) => readonly [number, number];
}

/** The curves of a comparison as a metric over interactivity; sides without the metric are left out. */
export function metricSeries(
  { sides, util }: Pick<Comparison, 'sides' | 'util'>,
  metric: MetricKey,
): Series[] {
  return sides.flatMap((side, style): Series[] => {
    const { knots, label } = side;
    const read = (throughput: number) => metricAt(metric, throughput, side, util)!;
    if (knots.length === 0 || read(1) === null) return [];
    const curve = fitCurve(knots);
    const at = (x: number) => read(curve.at(x)!);
    const likely = (x: number) => {
      const [low, high] = likelyRange(knots, x, curve.at(x)!);
      return [read(low), read(high)] as const;
    };
    const places = knots.map((knot) => ({ x: knot.interactivity, y: read(knot.throughput) }));
    return [{ style, label, knots: places, at, likely }];
  });
}

/**
 * The part of a line within a stretch of the x axis, with a knot of its own where it is cut; `null`
 * where there is none.
 */
export function clippedSeries(series: Series, { min, max }: Range): Series | null {
  const { knots, at } = series;
  const [first, last] = [Math.max(min, knots[0]!.x), Math.min(max, knots.at(-1)!.x)];
  if (first > last) return null;
  const inside = knots.filter(({ x }) => x > first && x < last);
  const ends = [...new Set([first, last])].map((x) => ({ x, y: at(x) }));
  return { ...series, knots: [ends[0]!, ...inside, ...ends.slice(1)] };
}
