import type { Point } from './frontier.ts';

/** A continuous function through knots, defined only between its ends. */
export interface Curve {
  /** interactivity of the first and the last knot, tok/s/user */
  readonly min: number;
  readonly max: number;
  /** slope at each knot, tok/s/GPU per tok/s/user */
  readonly slopes: readonly number[];
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
  const first = knots[0];
  const last = knots.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('a curve needs a knot');
  for (let i = 1; i < knots.length; i++) {
    if (!(knots[i]!.interactivity > knots[i - 1]!.interactivity)) {
      throw new RangeError(`knots do not ascend at ${knots[i]!.interactivity} tok/s/user`);
    }
  }
  const slopes = knotSlopes(knots);
  return {
    min: first.interactivity,
    max: last.interactivity,
    slopes,
    at(x) {
      if (!(x >= first.interactivity && x <= last.interactivity)) return null;
      const i = leftKnot(knots, x);
      const left = knots[i]!;
      const right = knots[i + 1];
      if (x === left.interactivity || right === undefined) return left.throughput;
      if (x === right.interactivity) return right.throughput;
      return hermite(left, right, slopes[i]!, slopes[i + 1]!, x);
    },
  };
}

/**
 * Index of the last knot at or below an interactivity that lies within the knots' range.
 *
 * @param x - tok/s/user, at least the first knot's
 */
export function leftKnot(knots: readonly Pick<Point, 'interactivity'>[], x: number): number {
  let low = 0;
  let high = knots.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (knots[middle]!.interactivity <= x) low = middle;
    else high = middle - 1;
  }
  return low;
}

function knotSlopes(knots: readonly Point[]): number[] {
  const count = knots.length;
  if (count === 1) return [0];
  const widths: number[] = [];
  const rises: number[] = [];
  for (let i = 1; i < count; i++) {
    const width = knots[i]!.interactivity - knots[i - 1]!.interactivity;
    widths.push(width);
    rises.push((knots[i]!.throughput - knots[i - 1]!.throughput) / width);
  }
  if (count === 2) return [rises[0]!, rises[0]!];

  const slopes: number[] = [0];
  for (let i = 1; i < count - 1; i++) {
    slopes.push(innerSlope(rises[i - 1]!, rises[i]!, widths[i - 1]!, widths[i]!));
  }
  slopes.push((3 * rises.at(-1)! - slopes.at(-1)!) / 2);
  slopes[0] = (3 * rises[0]! - slopes[1]!) / 2;
  return slopes;
}

/** Steffen's slope at an inner knot: 0 at an extremum, never more than twice the smaller neighbour. */
function innerSlope(
  before: number,
  after: number,
  widthBefore: number,
  widthAfter: number,
): number {
  const parabola = (before * widthAfter + after * widthBefore) / (widthBefore + widthAfter);
  return (
    (Math.sign(before) + Math.sign(after)) *
    Math.min(Math.abs(before), Math.abs(after), 0.5 * Math.abs(parabola))
  );
}

function hermite(left: Point, right: Point, m0: number, m1: number, x: number): number {
  const width = right.interactivity - left.interactivity;
  const t = (x - left.interactivity) / width;
  const u = 1 - t;
  return (
    left.throughput * (1 + 2 * t) * u * u +
    m0 * width * t * u * u +
    right.throughput * t * t * (3 - 2 * t) -
    m1 * width * t * t * u
  );
}
