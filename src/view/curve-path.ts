import { fitCurve } from '../core/curve.ts';
import type { Point } from '../core/frontier.ts';

/** From a point of the curve to the screen. */
export interface Projection {
  x(interactivity: number): number;
  /** of a throughput, through whatever metric and scale the axis has */
  y(throughput: number): number;
  /** y is linear in throughput, so that one Bézier a piece is exact */
  readonly isLinear: boolean;
}

/** px of a piece that one Bézier follows closely where the axes bend the curve */
const PIECE = 40;

/**
 * The curve through the knots as an SVG path of cubic Béziers.
 *
 * A cubic Hermite piece is a Bézier with its control points at thirds, so on linear axes the path
 * is the curve itself. Elsewhere wide pieces are cut in up to four, and each part keeps its ends
 * and slopes; what remains is below half a pixel at the sizes drawn here.
 *
 * @param knots - at least one; one gives a path that draws nothing
 */
export function curvePath(knots: readonly Point[], { x, y, isLinear }: Projection): string {
  const { slopes } = fitCurve(knots);
  const first = knots[0]!;
  let pen = [n(x(first.interactivity)), n(y(first.throughput))] as const;
  let path = `M${pen.join(' ')}`;
  for (let i = 1; i < knots.length; i++) {
    const [p, q] = [knots[i - 1]!, knots[i]!];
    const [from, to] = [x(p.interactivity), x(q.interactivity)];
    const pieces = isLinear ? 1 : Math.min(4, Math.ceil((to - from) / PIECE));
    const at = pieceReader(p, q, [slopes[i - 1]!, slopes[i]!], y);
    for (let j = 0; j < pieces; j++) {
      const [a, b] = [at(j / pieces), at((j + 1) / pieces)];
      const [left, right] = [j, j + 1].map((k) => from + ((to - from) * k) / pieces);
      const third = (right! - left!) / 3;
      const corners = [
        [left! + third, a.y + a.rise / (3 * pieces)],
        [right! - third, b.y - b.rise / (3 * pieces)],
        [right!, b.y],
      ] as const;
      path += `c${relative(corners, pen)}`;
      pen = [n(right!), n(b.y)];
    }
  }
  return path;
}

/** Height on the screen at t (0 to 1) of the piece between two knots, and how fast it changes. */
function pieceReader(p: Point, q: Point, slopes: readonly [number, number], y: Projection['y']) {
  const width = q.interactivity - p.interactivity;
  const [m, k] = [slopes[0] * width, slopes[1] * width];
  return (t: number) => {
    const u = 1 - t;
    const value =
      p.throughput * (1 + 2 * t) * u * u +
      m * t * u * u +
      q.throughput * t * t * (3 - 2 * t) -
      k * t * t * u;
    const change =
      6 * t * u * (q.throughput - p.throughput) + m * u * (1 - 3 * t) + k * t * (3 * t - 2);
    const nudge = value * 1e-6; // for the derivative of the axis
    const steepness = (y(value + nudge) - y(value - nudge)) / (2 * nudge);
    return { y: y(value), rise: change * steepness };
  };
}

/** Corners from where the pen is, in as few characters as SVG reads. */
function relative(
  corners: readonly (readonly [number, number])[],
  [px, py]: readonly [number, number],
): string {
  const numbers = corners.flatMap(([cx, cy]) => [n(n(cx) - px), n(n(cy) - py)]);
  return numbers.join(' ').replaceAll(' -', '-');
}

/**
 * The room that the knots leave: between two knots the curve may run anywhere between their
 * throughputs. An SVG path to the whole pixel, empty for one knot.
 */
export function roomPath(knots: readonly Point[], { x, y }: Projection): string {
  const [first, ...rest] = knots.map(
    (k) => [Math.round(x(k.interactivity)), Math.round(y(k.throughput))] as const,
  );
  if (first === undefined || rest.length === 0) return '';
  const upper = rest.map(([px, py]) => `H${px}V${py}`);
  const lower = [first, ...rest.slice(0, -1)].toReversed().map(([px, py]) => `H${px}V${py}`);
  return `M${first.join(' ')}${upper.join('')}${lower.join('')}z`;
}

/** A coordinate to a tenth of a pixel. */
function n(value: number): number {
  return Math.round(value * 10) / 10;
}
