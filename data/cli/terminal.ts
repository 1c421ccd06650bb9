/**
 * Text as a terminal may show it: what would move the cursor, change colours or titles, or turn the
 * direction of text stands there as its JSON escape. Line ends and tabs stay.
 *
 * Names and values in reports come from files of others.
 */
export function forTerminal(text: string): string {
  return text.replaceAll(/(?![\n\t])[\p{Cc}\p{Bidi_Control}\u2028\u2029\p{Cs}]/gu, (sign) => {
    return String.raw`\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** Writes a result. */
export function print(text: string): void {
  process.stdout.write(forTerminal(text));
}

/** Writes what is no result, such as a failure or how far a step is, where it mixes with none. */
export function printAside(text: string): void {
  process.stderr.write(forTerminal(text));
}
