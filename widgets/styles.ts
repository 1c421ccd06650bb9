import { memoizeLast } from './memoize-last.ts';

/** What they all look like, set once by the script's entry. */
let styleText = '';
export function setStyleText(text: string): void {
  styleText = text;
}

/**
 * The one style sheet of all elements of a document; constructed, since a CSP may forbid any other.
 * None for a document without a window, which shows nothing.
 */
export const elementStyles = memoizeLast(({ defaultView }: Document): CSSStyleSheet[] => {
  if (!defaultView) return [];
  const sheet = new (defaultView as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(styleText);
  return [sheet];
});
