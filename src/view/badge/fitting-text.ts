/** Bytes that a character takes in an answer at most: its escape, or its UTF-8. */
function bytesOf(character: string): number {
  if (/[&<>"]/.test(character)) return 6;
  const code = character.codePointAt(0)!;
  return code < 0x80 ? 1 : code < 0x8_00 ? 2 : code < 0x1_00_00 ? 3 : 4;
}

/** The text as far as it fits into so many bytes of an answer, an ellipsis for what does not. */
export function fittingText(text: string, maxBytes: number): string {
  const characters = [...text];
  const ends = characters.map(bytesOf);
  if (ends.reduce((sum, bytes) => sum + bytes, 0) <= maxBytes) return text;
  let left = maxBytes - bytesOf('…');
  const end = ends.findIndex((bytes) => (left -= bytes) < 0);
  return `${characters.slice(0, end).join('').trimEnd()}…`;
}
