import type { FigureState } from './figure-state.ts';

/**
 * What the page around looks like where the element is. A page with light text on a dark ground need
 * not say so by `color-scheme`, after which `Canvas` and `light-dark()` go, and many do not.
 */
export function surroundings(element: Element): Pick<FigureState, 'behind' | 'isOnDark'> {
  // `color(srgb red green blue)`: text is light where its green is.
  const isOnDark = parseFloat(getComputedStyle(element).outlineColor.split(' ')[2]!) > 0.5;
  return { behind: groundOf(element), isOnDark };
}

/** The first ground that is not clear, from a place outwards; that of the page where all are. */
function groundOf(place: Element | null): string {
  if (!place) return 'Canvas';
  const { backgroundColor } = getComputedStyle(place);
  return backgroundColor === 'rgba(0, 0, 0, 0)'
    ? groundOf(place.parentElement ?? (place.getRootNode() as ShadowRoot).host)
    : backgroundColor;
}
