import { fitCurve } from '../../core/curve.ts';
import type { Point } from '../../core/frontier.ts';
import type { Scale } from './scale.ts';

/** From a point of the curve to the screen. */
export interface Projection {
  /** of an interactivity, linear */
  readonly x: Scale;
  /** of a throughput, through whatever metric and scale the axis has */
  readonly y: Scale;
}

/** px from one read point of the curve to the next: its chords stay within half a pixel. */
const STEP = 6;

/**
 * The curve through the knots as an SVG path, read every few pixels, so that it is the curve
 * whatever the axes. Steps are relative to where the pen is, which is short and packs well.
 *
 * @param knots - at least one; one gives a path that draws nothing
 */
export function curvePath(knots: readonly Point[], { x, y }: Projection): string {
  const { min, max, at } = fitCurve(knots);
  const [left, right] = [n(x(min)), n(x(max))];
  let [px, py] = [left, n(y(at(min)!))];
  let path = `M${px} ${py}l`;
  while (px < right) {
    const nx = Math.min(px + STEP, right);
    const read = nx < right ? min + ((max - min) * (nx - left)) / (right - left) : max;
    const ny = n(y(at(read)!));
    path += `${n(nx - px)} ${n(ny - py)} `;
    [px, py] = [nx, ny];
  }
  return path.slice(0, -1).replaceAll(' -', '-');
}

/**
 * The room that the knots leave: between two knots the curve may run anywhere between their
 * throughputs. An SVG path to the whole pixel: the upper stairs from left to right, then the lower
 * ones back.
 */
export function roomPath(knots: readonly Point[], { x, y }: Projection): string {
  const stairs = knots.map(
    ({ interactivity, throughput }) =>
      `H${Math.round(x(interactivity))}V${Math.round(y(throughput))}`,
  );
  return `M${stairs[0]!.slice(1).replace('V', ' ')}${stairs.join('')}${stairs.toReversed().join('')}`;
}

/** A coordinate to a tenth of a pixel. */
export function n(value: number): number {
  return Math.round(value * 10) / 10;
}
