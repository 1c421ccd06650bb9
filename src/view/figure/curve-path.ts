import type { Scale } from './scale.ts';
import type { Series } from './series.ts';

/** From the units of the axes to the screen. */
interface Projection {
  readonly x: Scale;
  readonly y: Scale;
}

/** A point on the screen, px from the left and the top. */
export type Pair = readonly [number, number];

/** px from one read point of a curve to the next: its chords stay within half a pixel. */
const STEP = 8;
/** px, of a curve that is one of many */
const HAIRLINE_STEP = 60;
/**
 * A curve as points, read at its knots and every few pixels between, so that it is the curve whatever
 * the axes.
 */
export function curvePoints(series: Pick<Series, 'knots' | 'at'>, projection: Projection): Pair[] {
  const { x, y } = projection;
  return readAt(series, projection, STEP).map((at) => [n(x(at)), n(y(series.at(at)))]);
}

/** A curve that is one of many, as {@link curvePoints} but coarser, to the whole pixel. */
export function hairlinePath(series: Pick<Series, 'knots' | 'at'>, projection: Projection): string {
  const { x, y } = projection;
  return linePath(
    readAt(series, projection, HAIRLINE_STEP).map((at) => [
      Math.round(x(at)),
      Math.round(y(series.at(at))),
    ]),
  );
}

/**
 * Where a curve likely runs: a smooth lens between each two knots, whose edges are parabolas through
 * its ends and its middle. An SVG path to the whole pixel: along one edge of all, and back along the
 * other.
 */
export function lensPath({ knots, likely }: Series, { x, y }: Projection): string {
  const ends = knots.map((knot): Pair => [Math.round(x(knot.x)), Math.round(y(knot.y))]);
  const there: string[] = [];
  const back: string[] = [];
  for (const [i, [left, top]] of ends.slice(0, -1).entries()) {
    const [right, bottom] = ends[i + 1]!;
    const half = Math.round((right - left) / 2);
    // A parabola is as far from its chord in the middle as its control point is from that.
    const [over, under] = likely((knots[i]!.x + knots[i + 1]!.x) / 2).map((end) =>
      Math.round(2 * y(end) - (top + bottom) / 2),
    );
    there.push(`${half} ${over! - top} ${right - left} ${bottom - top}`);
    back.unshift(`${half - right + left} ${under! - bottom} ${left - right} ${top - bottom}`);
  }
  return `M${ends[0]}q${there.join(' ')} ${back.join(' ')}`;
}

/** The x of every knot and, between two, of points so many pixels apart at most. */
function readAt({ knots }: Pick<Series, 'knots'>, { x, y }: Projection, step: number): number[] {
  return knots.flatMap((knot, i) => {
    const before = knots[i - 1];
    if (!before) return knot.x;
    const length = Math.hypot(x(knot.x) - x(before.x), (y(knot.y) - y(before.y)) / 3);
    const pieces = Math.ceil(length / step) || 1;
    const between = (k: number) => before.x + ((knot.x - before.x) * (k + 1)) / pieces;
    return [...Array.from({ length: pieces - 1 }, (_, k) => between(k)), knot.x];
  });
}

/** An SVG path of straight pieces. Steps are relative to where the pen is, which is short and packs well. */
export function linePath(points: readonly Pair[]): string {
  const steps = points.map(([x, y], i) => {
    const [px, py] = points[i - 1] ?? [0, 0];
    return `${n(x - px)} ${n(y - py)}`;
  });
  return `m${steps.join(' ')}`.replaceAll(' -', '-');
}

/** A coordinate to a tenth of a pixel. */
export function n(value: number): number {
  return Math.round(value * 10) / 10;
}
