import { DARK, LIGHT } from '../src/view/brand.ts';

/** Light and dark value of a colour, by the `color-scheme` that the page gives the element. */
export function lightDark(light: string, dark: string): string {
  return `light-dark(${light},${dark})`;
}

/** A share of the text's own colour, so that it fits any page. */
export function shareOfInk(percent: number): string {
  return `color-mix(in srgb,currentColor ${percent}%,transparent)`;
}

/** The colours of sides as declarations, each of which a page may set. */
export const SIDE_COLOURS = LIGHT.sides
  .map((light, i) => [`side-${i + 1}`, lightDark(light, DARK.sides[i]!)] as const)
  .map(([name, colour]) => `--${name}:var(--matchpoint-${name},${colour})`)
  .join(';');
