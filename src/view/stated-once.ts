/** The texts that are stated, each once, in the order in which they come first. */
export function statedOnce(texts: readonly (string | null | undefined)[]): string[] {
  return [...new Set(texts.flatMap((text) => text ?? []))];
}
