import type { RankPlot } from '../../src/view/figure/rank-plot.ts';
import { scale } from '../../src/view/figure/scale.ts';

interface Axes {
  readonly isLogX: boolean;
  readonly isLogY: boolean;
}

const FRAME = { left: 50, right: 450, top: 20, bottom: 220 } as const;
export const X = [10, 250] as const;
export const Y = [2, 800] as const;

/** A chart of 400 × 200 px over 10 to 250 tok/s/user and 2 to 800, with points at these places (px). */
export function plotWith(
  axes: Axes,
  ...lines: readonly (readonly (readonly [number, number])[])[]
) {
  const { left, right, top, bottom } = FRAME;
  return {
    ...FRAME,
    ...axes,
    x: scale(X, [left, right], axes.isLogX),
    y: scale(Y, [bottom, top], axes.isLogY),
    lines: lines.map((knots, i) => ({
      key: 'ab'[i],
      knots: knots.map(([x, y]) => ({ x, y })),
    })),
  } as unknown as RankPlot;
}

export const LINEAR = { isLogX: false, isLogY: false };
