import type { Point } from './frontier.ts';

/** A continuous function through knots, defined only between its ends. */
export interface Curve {
  /** interactivity of the first and the last knot, tok/s/user */
  readonly min: number;
  readonly max: number;
  /** throughput (tok/s/GPU) at an interactivity (tok/s/user); `null` outside [min, max] */
  at(interactivity: number): number | null;
}

/**
 * The monotone cubic Hermite curve through the knots, in linear data space.
 *
 * Two knots give the straight line; one knot is defined only there. No extrapolation. Between two
 * knots the value stays between theirs (a property of the slopes, not enforced).
 *
 * @param knots - at least one, interactivity strictly ascending
 * @throws RangeError if there are no knots or they do not ascend
 * @see Steffen 1990, "A simple method for monotonic interpolation in one dimension", A&A 239
 */
export function fitCurve(knots: readonly Point[]): Curve {
  const curve = fitted.get(knots) ?? fit(knots);
  fitted.set(knots, curve);
  return curve;
}

/** Curves by their knots, which never change: many rankings read the same ones. */
const fitted = new WeakMap<readonly Point[], Curve>();

function fit(knots: readonly Point[]): Curve {
  const widths = steps(knots.map(({ interactivity }) => interactivity));
  if (knots.length === 0 || !widths.every((width) => width > 0)) {
    throw new RangeError('knots of a curve do not ascend');
  }
  const slopes = knotSlopes(knots, widths);
  const min = knots[0]!.interactivity;
  const max = knots.at(-1)!.interactivity;
  return {
    min,
    max,
    at(x) {
      if (!(x >= min && x <= max)) return null;
      const i = leftKnot(knots, x);
      const [left, right] = [knots[i]!, knots[i + 1]];
      if (x === left.interactivity || right === undefined) return left.throughput;
      const width = widths[i]!;
      const t = (x - left.interactivity) / width;
      const u = 1 - t;
      return (
        left.throughput * (1 + 2 * t) * u * u +
        right.throughput * t * t * (3 - 2 * t) +
        width * t * u * (slopes[i]! * u - slopes[i + 1]! * t)
      );
    },
  };
}

/**
 * Index of the last knot at or below an interactivity that lies within the knots' range.
 *
 * @param x - tok/s/user, at least the first knot's
 */
export function leftKnot(knots: readonly Pick<Point, 'interactivity'>[], x: number): number {
  let i = knots.length - 1;
  while (i >= 0 && !(knots[i]!.interactivity <= x)) i--;
  return i;
}

/** Steffen's slope at each knot, tok/s/GPU per tok/s/user. */
function knotSlopes(knots: readonly Point[], widths: readonly number[]): number[] {
  const rises = steps(knots.map(({ throughput }) => throughput)).map(
    (rise, i) => rise / widths[i]!,
  );
  const inner = rises.slice(1).map((after, i) => {
    const before = rises[i]!;
    const [w, v] = [widths[i]!, widths[i + 1]!];
    const parabola = (before * v + after * w) / (w + v);
    // 0 at an extremum, never more than twice the smaller neighbour
    const least = Math.min(Math.abs(before), Math.abs(after), Math.abs(parabola) / 2);
    return (Math.sign(before) + Math.sign(after)) * least;
  });
  const end = (rise = 0, next = rise) => (3 * rise - next) / 2;
  return [end(rises[0], inner[0]), ...inner, end(rises.at(-1), inner.at(-1))];
}

/** From each number to the next. */
function steps(values: readonly number[]): number[] {
  return values.slice(1).map((value, i) => value - values[i]!);
}
