import { MARKERS } from '../figure/theme.ts';
import type { Theme } from '../brand.ts';
import { THIN } from '../format.ts';

/** What a card is made of: the element tree that satori reads, without React. */
export interface CardElement {
  readonly type: string;
  readonly key: null;
  readonly props: {
    readonly style?: CardStyle;
    readonly children?: readonly (CardElement | string)[] | string;
    readonly [attribute: string]: unknown;
  };
}
/** CSS properties in camel case, as far as satori knows them; numbers are px where CSS has lengths. */
export type CardStyle = Readonly<Record<string, string | number>>;
type Child = CardElement | null | readonly Child[];

/** A row of elements, or a column with `flexDirection: 'column'`: satori wants every box to flex. */
export function box(style: CardStyle, ...children: readonly Child[]): CardElement {
  return element('div', { style: { display: 'flex', ...style }, children: flat(children) });
}

/** A text of one style, cut off with an ellipsis where `lineClamp` lines are not enough. */
export function label(style: CardStyle, text: string): CardElement {
  const drawable = text.replaceAll(THIN, '\u00a0'); // the card's font lacks the thin space
  return element('div', { style: { display: 'block', ...style }, children: drawable });
}

/** A drawing of SVG shapes, without text. */
export function drawing(width: number, height: number, ...shapes: readonly Child[]): CardElement {
  const viewBox = `0 0 ${width} ${height}`;
  return element('svg', { width, height, viewBox, children: flat(shapes) });
}

/** An SVG shape, attributes in camel case. */
export function shape(type: string, attrs: Readonly<Record<string, string | number>>): CardElement {
  return element(type, attrs);
}

function element(type: string, props: CardElement['props']): CardElement {
  return { type, key: null, props };
}

function flat(children: readonly Child[]): CardElement[] {
  return children.flatMap((child) => {
    if (child === null) return [];
    return 'type' in child ? child : flat(child);
  });
}

/** The mark of a side: line end and knot in its colour, so that hue is not needed. */
export function cardMark(index: number, theme: Theme, size: number): CardElement {
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
