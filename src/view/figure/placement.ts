import { linePath } from './curve-path.ts';
import type { Pair } from './curve-path.ts';
import { EM, LINE } from './value-axis.ts';
import type { Plot } from './plot.ts';

/** A rectangle, px: left, top, right, bottom. */
export type Box = readonly [number, number, number, number];

/** A text to be placed on a chart, with the spots that it would like best. */
export interface TextToPlace {
  /** of the side whose colour it has; -1 for none */
  readonly style: number;
  readonly lines: readonly string[];
  /** where it may stand, px, best first */
  readonly places: readonly Pair[];
}

/** A text of a chart with the place that it got. */
export interface PlacedText extends Pick<TextToPlace, 'style' | 'lines'> {
  readonly box: Box;
  /** a line from its place to the text, for one that found no room beside it: an SVG path */
  readonly leader: string | null;
}

/**
 * Spots for texts, one after the other, each as near to one of its places as there is room within the
 * axes and to the right of them. A line to it crosses nothing, if that can be, and never a text.
 *
 * @param drawn - points, so close to each other that no text fits between
 * @returns in the order of the texts, without any for which there is no room near at all: below 320 px a
 *   side may have only its mark, which the table names
 */
export function placeTexts(
  { left, top, width: end, bottom }: Plot,
  wanted: readonly TextToPlace[],
  drawn: readonly Pair[],
): PlacedText[] {
  const taken = [...drawn];
  const texts: Pair[] = [];
  return wanted.flatMap(({ style, lines, places }): PlacedText | [] => {
    const others = taken.filter((point) => !places.includes(point));
    const width = Math.max(...lines.map((line) => line.length)) * EM;
    const height = lines.length * LINE;
    // From the nearest on; where that finds nothing once more, a line to it crossing curves; and at
    // last closer to what is drawn.
    for (let step = 0; step < 27; step++) {
      const distance = 9 * 1.4 ** (step % 9);
      for (const place of places) {
        for (const h of [1, -1, 0]) {
          for (const v of [0, -1, 1]) {
            const to: Pair = [place[0] + h * distance, place[1] + v * distance];
            const x = to[0] + ((h - 1) * width) / 2;
            const y = to[1] + ((v - 1) * height) / 2;
            const box: Box = [x, y, x + width, y + height];
            const line = step % 9 ? pointsBetween(to, place) : [];
            if (
              x > left &&
              box[2] < end &&
              y >= top &&
              box[3] < bottom &&
              isFree(box, taken, step < 18 ? 7 : 3) &&
              line.every((point) => isFree([...point, ...point], step < 9 ? others : texts, 4))
            ) {
              for (let row = y; row <= box[3]; row += LINE / 2) {
                const points = pointsBetween([x, row], [box[2], row]);
                texts.push(...points);
                taken.push(...points);
              }
              taken.push(...line);
              return { style, lines, box, leader: line[0] ? linePath([place, to]) : null };
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
