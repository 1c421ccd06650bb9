import type { Zoom } from '../src/core/ranking/chart-options.ts';
import type { RankPlot } from '../src/view/figure/rank-plot.ts';
import type { Scale } from '../src/view/figure/scale.ts';

/** px within which a point counts as meant */
const NEAR = 40;

/** A point among the curves: key of its row, and position of its knot in that. */
export interface Hit {
  readonly key: string;
  readonly index: number;
}

/** The point in sight that is nearest to a place (px); `null` where none is near. */
export function nearestPoint(
  { lines, left, right, top, bottom }: RankPlot,
  x: number,
  y: number,
): Hit | null {
  let best: Hit | null = null;
  let least = NEAR ** 2;
  lines.forEach(({ knots, key }) => {
    knots.forEach((knot, index) => {
      const distance = (knot.x - x) ** 2 + (knot.y - y) ** 2;
      const isSeen =
        knot.x >= left - 1 && knot.x <= right + 1 && knot.y >= top - 1 && knot.y <= bottom + 1;
      if (distance < least && isSeen) [best, least] = [{ key, index }, distance];
    });
  });
  return best;
}

/** The part of a chart between two of its places (px). */
export function zoomOf(
  plot: RankPlot,
  [x, y, x2, y2]: readonly [number, number, number, number],
): Zoom {
  const { left, right, top, bottom } = plot;
  const across = (px: number) => read(plot.x, px, left, right, plot.isLogX);
  const up = (px: number) => read(plot.y, px, bottom, top, plot.isLogY);
  const ascending = (a: number, b: number) => (a < b ? ([a, b] as const) : ([b, a] as const));
  return { x: ascending(across(x), across(x2)), y: ascending(up(y), up(y2)) };
}

/** The target that a place (px) stands for, tok/s/user. */
export function targetAt({ x, left, right, isLogX }: RankPlot, px: number): number {
  return read(x, px, left, right, isLogX);
}

/** A scale read backwards: it is linear in its number or in the logarithm of that. */
function read(scale: Scale, px: number, from: number, to: number, isLog: boolean): number {
  const [one, two] = isLog ? [scale(1), scale(Math.E)] : [scale(0), scale(1)];
  const value =
    (Math.min(Math.max(px, Math.min(from, to)), Math.max(from, to)) - one) / (two - one);
  return isLog ? Math.exp(value) : value;
}
