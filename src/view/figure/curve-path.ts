import type { Scale } from './scale.ts';
import type { Series } from './series.ts';

/** From the units of the axes to the screen. */
interface Projection {
  readonly x: Scale;
  readonly y: Scale;
}

/** A point on the screen, px from the left and the top. */
export type Pair = readonly [number, number];

/** px that a chord of a curve may be off it, half way along */
const CLOSE = 0.25;
/** px, of a curve that is one of many */
const HAIRLINE_CLOSE = 2;

/**
 * A curve as points, read at its knots and as often between as its chords need to be the curve,
 * whatever the axes.
 */
export function curvePoints(series: Pick<Series, 'knots' | 'at'>, projection: Projection): Pair[] {
  const { x, y } = projection;
  return readAt(series, projection, CLOSE).map((at) => [n(x(at)), n(y(series.at(at)))]);
}

/** A curve that is one of many, as {@link curvePoints} but coarser, to the whole pixel. */
export function hairlinePath(series: Pick<Series, 'knots' | 'at'>, projection: Projection): string {
  const { x, y } = projection;
  return linePath(
    readAt(series, projection, HAIRLINE_CLOSE).map((at) => [
      Math.round(x(at)),
      Math.round(y(series.at(at))),
    ]),
  );
}

/**
 * Where a curve likely runs: a smooth lens between each two knots, whose edges are parabolas through
 * its ends and its middle. An SVG path to the whole pixel: along one edge of all, and back along the
 * other; empty for one knot.
 */
export function lensPath({ knots, likely }: Series, { x, y }: Projection): string {
  const ends = knots.map((knot): Pair => [Math.round(x(knot.x)), Math.round(y(knot.y))]);
  const edges = [0, 1].map((edge) =>
    knots.slice(1).map((knot, i) => {
      const [from, to] = [ends[i + edge]!, ends[i + 1 - edge]!];
      // A parabola is as far from its chord in the middle as its control point is from that.
      const middle = y(likely((knots[i]!.x + knot.x) / 2)[edge]!) * 2 - (from[1] + to[1]) / 2;
      const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
      return `${dx >> 1} ${Math.round(middle) - from[1]} ${dx} ${dy}`;
    }),
  );
  const steps = [...edges[0]!, ...edges[1]!.toReversed()];
  return steps.length > 0 ? `M${ends[0]}q${steps.join(' ')}` : '';
}

/** The x of every knot and, between two, of points so many that no chord is further off the curve. */
function readAt(
  { knots, at }: Pick<Series, 'knots' | 'at'>,
  { y }: Projection,
  close: number,
): number[] {
  const read = (from: number, to: number): number[] => {
    const middle = (from + to) / 2;
    const off = y(at(middle)) * 2 - y(at(from)) - y(at(to));
    return Math.abs(off) > 2 * close ? [...read(from, middle), ...read(middle, to)] : [to];
  };
  // A stretch may cross its chord half way: each half is asked by itself.
  return knots.flatMap(({ x: to }, i) => {
    const from = knots[i - 1]?.x ?? to;
    const middle = (from + to) / 2;
    return i ? [...read(from, middle), ...read(middle, to)] : [to];
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
