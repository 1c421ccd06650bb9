import { curveMonotoneX, line } from 'd3-shape';
import type { Point } from '../../src/core/frontier.ts';

/**
 * d3's own path, read back: its Bézier control points stand at thirds of the width, so that x runs
 * linearly and y is the Bernstein sum.
 */
export function d3Value(knots: readonly Point[], x: number): number {
  const path = line<Point>(
    (p) => p.interactivity,
    (p) => p.throughput,
  )
    .curve(curveMonotoneX)
    .digits(null)([...knots])!;
  const numbers = path.match(/-?\d+(\.\d+)?(e[-+]?\d+)?/g)!.map(Number);
  if (path.includes('L')) {
    const [x0, y0, x1, y1] = numbers as [number, number, number, number];
    return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
  }
  let [left, y0] = numbers as [number, number];
  for (let i = 2; i < numbers.length; i += 6) {
    const [, y1, , y2, right, y3] = numbers.slice(i, i + 6) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    if (x <= right) {
      const t = (x - left) / (right - left);
      const u = 1 - t;
      return u ** 3 * y0 + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t ** 3 * y3;
    }
    [left, y0] = [right, y3];
  }
  throw new Error(`${x} is beyond the path`);
}
