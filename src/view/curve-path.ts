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

/**
 * The curve through the knots as an SVG path of cubic Béziers.
 *
 * A cubic Hermite piece is a Bézier with its control points at thirds, so on linear axes the path
 * is the curve itself. Elsewhere each piece is cut in four and each quarter keeps its ends and
 * slopes; what remains is below a tenth of a pixel at the sizes drawn here.
 *
 * @param knots - at least one; one gives a path that draws nothing
 */
export function curvePath(knots: readonly Point[], { x, y, isLinear }: Projection): string {
  const { slopes } = fitCurve(knots);
  const first = knots[0]!;
  let path = `M${n(x(first.interactivity))} ${n(y(first.throughput))}`;
  const pieces = isLinear ? 1 : 4;
  for (let i = 1; i < knots.length; i++) {
    const [p, q] = [knots[i - 1]!, knots[i]!];
    const width = q.interactivity - p.interactivity;
    const [m, k] = [slopes[i - 1]! * width, slopes[i]! * width];
    /** height on the screen at t of the piece, and its slope per third of a quarter */
    const at = (t: number) => {
      const u = 1 - t;
      const value =
        p.throughput * (1 + 2 * t) * u * u +
        m * t * u * u +
        q.throughput * t * t * (3 - 2 * t) -
        k * t * t * u;
      const slope =
        6 * t * u * (q.throughput - p.throughput) + m * u * (1 - 3 * t) + k * t * (3 * t - 2);
      const nudge = value * 1e-6; // for the derivative of the axis
      const steepness = (y(value + nudge) - y(value - nudge)) / (2 * nudge);
      return { y: y(value), rise: (slope * steepness) / (3 * pieces) };
    };
    for (let j = 0; j < pieces; j++) {
      const [a, b] = [at(j / pieces), at((j + 1) / pieces)];
      const left = x(p.interactivity + (width * j) / pieces);
      const right = x(p.interactivity + (width * (j + 1)) / pieces);
      const third = (right - left) / 3;
      path +=
        `C${n(left + third)} ${n(a.y + a.rise)} ` +
        `${n(right - third)} ${n(b.y - b.rise)} ${n(right)} ${n(b.y)}`;
    }
  }
  return path;
}

/**
 * The room that the knots leave: between two knots the curve may run anywhere between their
 * throughputs. An SVG path, empty for one knot.
 */
export function roomPath(knots: readonly Point[], { x, y }: Projection): string {
  const [first, ...rest] = knots.map((k) => [n(x(k.interactivity)), n(y(k.throughput))] as const);
  if (first === undefined || rest.length === 0) return '';
  const upper = rest.map(([px, py]) => `H${px}V${py}`);
  const lower = [first, ...rest.slice(0, -1)].toReversed().map(([px, py]) => `H${px}V${py}`);
  return `M${first.join(' ')}${upper.join('')}${lower.join('')}z`;
}

/** A coordinate to a tenth of a pixel. */
function n(value: number): number {
  return Math.round(value * 10) / 10;
}
