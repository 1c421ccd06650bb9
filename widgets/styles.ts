/** What all elements look like, set once by the script's entry. */
let styleText = '';
export function setStyleText(text: string): void {
  styleText = text;
}

let sheet: CSSStyleSheet | undefined;

/** The one stylesheet of all elements; constructed, since a CSP may forbid any other. */
export function elementStyles(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styleText);
  }
  return sheet;
}
