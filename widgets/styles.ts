import { STYLE_TEXT } from './style-text.ts';

let sheet: CSSStyleSheet | undefined;

/** The one stylesheet of all elements; constructed, since a CSP may forbid any other. */
export function elementStyles(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE_TEXT);
  }
  return sheet;
}
