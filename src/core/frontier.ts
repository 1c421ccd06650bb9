import type { Basis } from './sweep.ts';

/** Anything on the two axes: an operating point, a knot. */
export interface Point {
  readonly interactivity: number;
  readonly throughput: number;
}

/** How far (tok/s/user) a rounded published figure must be from an exact one to be kept. */
const ROUNDED_APART = 3;

/** The facts of a point that tell when its first token comes: the median, the 99th percentile. */
type FirstToken = 'ttft' | 'ttftP99';

/**
 * The points whose first token comes within a limit (s, median unless told otherwise); all of them
 * for `null`. A point of which that is not known is within none.
 */
export function pointsWithin<F extends FirstToken, P extends Readonly<Record<F, number | null>>>(
  points: readonly P[],
  limit: number | null,
  fact: F = 'ttft' as F,
): readonly P[] {
  if (limit === null) return points;
  return points.filter((point) => {
    const seconds: number | null = point[fact];
    return seconds !== null && seconds <= limit;
  });
}

/**
 * The operating points of one sweep that no other point beats.
 *
 * Both axes are maximised: interactivity (tok/s/user) and throughput (tok/s/GPU). A point goes when
 * another is at least as good on both axes and better on one; of equal points the first stays.
 *
 * @param points - one sweep, any order; left as it is
 * @returns the frontier, interactivity ascending, so throughput strictly descending; `[]` for `[]`
 * @throws RangeError if a coordinate is not finite
 * @see Kung, Luccio and Preparata 1975, "On finding the maxima of a set of vectors", JACM 22(4)
 */
export function paretoFrontier<P extends Point>(points: readonly P[]): P[] {
  return unbeaten(points, (throughput, best) => throughput > best);
}

/**
 * The knots of a published sweep. Published figures are samples of a curve already, so points of
 * equal throughput are all kept (a plateau), where a measured frontier keeps only the fastest.
 * A rounded figure within 3 tok/s/user of an exact one says nothing that the exact one does not.
 *
 * @param points - one sweep, any order; left as it is
 * @returns interactivity strictly ascending, throughput descending or equal; `[]` for `[]`
 * @throws RangeError if a coordinate is not finite
 */
export function publishedKnots<P extends Point & { readonly rounded: boolean }>(
  points: readonly P[],
): P[] {
  const exact = points.filter(({ rounded }) => !rounded);
  const telling = points.filter(
    (point) =>
      !point.rounded ||
      exact.every(
        ({ interactivity }) => Math.abs(interactivity - point.interactivity) > ROUNDED_APART,
      ),
  );
  return unbeaten(telling, (throughput, best) => throughput >= best);
}

/** The knots of a sweep by its basis: the frontier of measured points, the samples of published ones. */
export function sweepKnots<P extends Point & { readonly rounded: boolean }>(
  points: readonly P[],
  basis: Basis,
): P[] {
  return basis === 'published' ? publishedKnots(points) : paretoFrontier(points);
}

/**
 * The knots of a configuration: of its one sweep, or the frontier of several that are pooled, for
 * published figures of several sweeps are no longer samples of one curve.
 */
export function configurationKnots<P extends Point & { readonly rounded: boolean }>(
  points: readonly P[],
  { basis, isPooled }: { readonly basis: Basis; readonly isPooled: boolean },
): P[] {
  return isPooled ? paretoFrontier(points) : sweepKnots(points, basis);
}

function unbeaten<P extends Point>(
  points: readonly P[],
  joins: (throughput: number, best: number) => boolean,
): P[] {
  for (const { interactivity, throughput } of points) {
    if (!Number.isFinite(interactivity) || !Number.isFinite(throughput)) {
      throw new RangeError(`not finite: ${interactivity} tok/s/user, ${throughput} tok/s/GPU`);
    }
  }
  const fastestFirst = points.toSorted(
    (a, b) => b.interactivity - a.interactivity || b.throughput - a.throughput,
  );
  const frontier: P[] = [];
  let best = -Infinity; // highest throughput among the points at least this interactive
  for (const point of fastestFirst) {
    const repeated = point.interactivity === frontier.at(-1)?.interactivity;
    if (!repeated && joins(point.throughput, best)) {
      frontier.push(point);
      best = point.throughput;
    }
  }
  return frontier.reverse();
}
