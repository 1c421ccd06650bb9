import type { FigureState } from './figure-state.ts';

/**
 * What the page around looks like where the element is. A page with light text on a dark ground need
 * not say so by `color-scheme`, after which `Canvas` and `light-dark()` go, and many do not.
 */
export function surroundings(element: Element): Pick<FigureState, 'behind' | 'isOnDark'> {
  // `color(srgb red green blue)`: text is light where its green is.
  const isOnDark = parseFloat(getComputedStyle(element).outlineColor.split(' ')[2]!) > 0.5;
  let behind;
  let place: Element | undefined = element;
  do {
    behind = getComputedStyle(place).backgroundColor;
    place = place.parentElement ?? (place.getRootNode() as ShadowRoot).host;
  } while (place && behind === CLEAR);
  return { behind: behind === CLEAR ? 'Canvas' : behind, isOnDark };
}

const CLEAR = 'rgba(0, 0, 0, 0)';
