import type { Scale } from './scale.ts';
import type { Series } from './series.ts';

/** From the units of the axes to the screen. */
interface Projection {
  readonly x: Scale;
  readonly y: Scale;
}

/** px from one read point of a curve to the next: its chords stay within half a pixel. */
const STEP = 6;
/** px, of a curve that is one of many */
const HAIRLINE_STEP = 60;
/** px, of the lens around it, whose edge is faint */
const LENS_STEP = 12;

/**
 * A curve as an SVG path, read at its knots and every few pixels between, so that it is the curve
 * whatever the axes. Steps are relative to where the pen is, which is short and packs well.
 */
export function curvePath(series: Pick<Series, 'knots' | 'at'>, { x, y }: Projection): string {
  return linePath(readAt(series, x, STEP).map((at) => [n(x(at)), n(y(series.at(at)))]));
}

/** A curve that is one of many, as {@link curvePath} but coarser, to the whole pixel. */
export function hairlinePath(series: Pick<Series, 'knots' | 'at'>, { x, y }: Projection): string {
  return linePath(
    readAt(series, x, HAIRLINE_STEP).map((at) => [Math.round(x(at)), Math.round(y(series.at(at)))]),
  );
}

/** Where a curve likely runs: a lens between each two knots. An SVG path to the whole pixel. */
export function lensPath(series: Series, { x, y }: Projection): string {
  const reads = readAt(series, x, LENS_STEP);
  const edge = (end: 0 | 1) =>
    reads.map((at) => [Math.round(x(at)), Math.round(y(series.likely(at)[end]))] as const);
  return linePath([...edge(0), ...edge(1).reverse()]);
}

/** The x of every knot and, between two, of points at most so many pixels apart. */
function readAt({ knots }: Pick<Series, 'knots'>, x: Scale, step: number): number[] {
  return knots.flatMap((knot, i) => {
    const before = knots[i - 1];
    if (!before) return knot.x;
    const pieces = Math.ceil((x(knot.x) - x(before.x)) / step) || 1;
    const between = (k: number) => before.x + ((knot.x - before.x) * (k + 1)) / pieces;
    return [...Array.from({ length: pieces - 1 }, (_, k) => between(k)), knot.x];
  });
}

function linePath(points: readonly (readonly [number, number])[]): string {
  const steps = points.slice(1).map(([x, y], i) => {
    const [px, py] = points[i]!;
    return `${n(x - px)} ${n(y - py)}`;
  });
  return `M${points[0]!.join(' ')}${steps.length > 0 ? 'l' : ''}${steps.join(' ')}`.replaceAll(
    ' -',
    '-',
  );
}

/** A coordinate to a tenth of a pixel. */
export function n(value: number): number {
  return Math.round(value * 10) / 10;
}
