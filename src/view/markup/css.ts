// a comment ends with its first end, whatever is tried: else it would take the rules up to another's
const SPACE = String.raw`(?:\s|/\*(?:(?!\*/)[^])*\*/)`;

/** What may be left out: in order, so that quoted text is passed over before anything in it counts. */
const SPARE = new RegExp(
  [
    `("[^"]*"|'[^']*')`,
    `(?:${SPACE}|;)*(})${SPACE}*`, // the last declaration of a rule needs no semicolon
    `${SPACE}*([{;,>])${SPACE}*`,
    `(:)${SPACE}+`, // not before a colon, where a space means "within"
    `(@[a-z]+)${SPACE}+(?=\\()`,
    `(${SPACE}+)`,
  ].join('|'),
  'g',
);

/**
 * A style sheet as it is served: without comments, and without the white space that means nothing.
 * Backslashes stand for themselves.
 */
export function css(parts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return String.raw(parts, ...values)
    .replaceAll(
      SPARE,
      (_, ...[quoted, end, sign, colon, rule]) =>
        [quoted, end, sign, colon, rule].find((kept) => kept !== undefined) ?? ' ',
    )
    .trim();
}
