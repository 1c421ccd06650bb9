import { drawing, shape } from './card-element.ts';
import type { CardElement } from './card-element.ts';
import { MARKERS } from './theme.ts';
import type { Theme } from './theme.ts';

/** The mark of a side: line end and knot in its colour, so that hue is not needed. */
export function sideMark(index: number, theme: Theme, size: number): CardElement {
  const { path, isHollow } = MARKERS[index]!;
  const colour = theme.sides[index]!;
  return drawing(
    size,
    size,
    shape('path', {
      d: path,
      transform: `translate(${size / 2} ${size / 2}) scale(${size / 16})`,
      stroke: colour,
      strokeWidth: 1.75,
      fill: isHollow ? theme.page : colour,
    }),
  );
}
