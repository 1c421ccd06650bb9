import { linePath } from './curve-path.ts';
import type { Pair } from './curve-path.ts';
import { EM, LINE } from './plot.ts';
import type { Plot } from './plot.ts';

/** A rectangle, px: left, top, right, bottom. */
export type Box = readonly [number, number, number, number];

/** A text that wants a place. */
export interface Wanted {
  /** of the side whose colour it has; -1 for none */
  readonly style: number;
  readonly lines: readonly string[];
  /** where it may stand, px, best first */
  readonly places: readonly Pair[];
}

/** Where a text stands. */
export interface Label extends Pick<Wanted, 'style' | 'lines'> {
  readonly box: Box;
  /** a line from its place to the text, for one that found no room beside it: an SVG path */
  readonly leader: string | null;
}

/**
 * Spots for texts, one after the other, each as near to one of its places as there is room within the
 * axes and to the right of them. A line to it crosses nothing, if that can be.
 *
 * @param drawn - points, so close to each other that no text fits between
 * @returns in the order of the texts, without any for which there is no room near at all
 */
export function placeTexts(
  { left, top, width: end, bottom }: Plot,
  wanted: readonly Wanted[],
  drawn: readonly Pair[],
): Label[] {
  const taken = [...drawn];
  return wanted.flatMap(({ style, lines, places }): Label | [] => {
    const others = taken.filter((point) => !places.includes(point));
    const width = Math.max(...lines.map((line) => line.length)) * EM;
    const height = lines.length * LINE;
    // From the nearest on, and where that finds nothing once more, a line to it crossing what it may.
    for (let step = 0; step < 18; step++) {
      const distance = 9 * 1.4 ** (step % 9);
      for (const place of places) {
        for (const h of [1, -1, 0]) {
          for (const v of [0, -1, 1]) {
            const to: Pair = [place[0] + h * distance, place[1] + v * distance];
            const x = Math.min(to[0] + ((h - 1) * width) / 2, end - width);
            const y = to[1] + ((v - 1) * height) / 2;
            const box: Box = [x, y, x + width, y + height];
            const leader = step % 9 ? linePath([place, to]) : null;
            if (
              x > left &&
              y >= top &&
              box[3] < bottom &&
              isFree(box, taken, 7) &&
              (!leader ||
                step > 8 ||
                pointsBetween(to, place).every((point) => isFree([...point, ...point], others, 4)))
            ) {
              for (let row = y; row <= box[3]; row += LINE) {
                taken.push(...pointsBetween([x, row], [box[2], row]));
              }
              return { style, lines, box, leader };
            }
          }
        }
      }
    }
    return [];
  });
}

/** Whether a box stays so many pixels away from points. */
function isFree([left, top, right, bottom]: Box, points: readonly Pair[], room: number): boolean {
  return points.every(
    ([x, y]) => x < left - room || x > right + room || y < top - room || y > bottom + room,
  );
}

/** Points of a straight line, at most 6 px apart. */
export function pointsBetween([x, y]: Pair, [toX, toY]: Pair): Pair[] {
  const pieces = Math.ceil(Math.hypot(toX - x, toY - y) / 6 + 1);
  return Array.from({ length: pieces + 1 }, (_, i) => [
    x + ((toX - x) * i) / pieces,
    y + ((toY - y) * i) / pieces,
  ]);
}
