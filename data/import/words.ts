import type { NamedDimension, VocabularyEntry } from '../../src/core/vocabulary.ts';
import { MAX_LABEL_LENGTH } from '../../src/schema/plain-text.ts';

/** Words around the name of a GPU that say nothing beyond it: its vendor, memory and module. */
const GPU_WORDS = /^(?:nvidia|amd|instinct|\d+gi?b|hbm\d?e?|sxm\d?)$/;

/**
 * A function that finds the key that a word stands for: an alias, a key or a label, in any case and
 * whatever its punctuation; an engine with its version (`vLLM 0.11`), a GPU as drivers call it
 * (`NVIDIA H100 80GB HBM3`). Another product is another word: `H100 PCIe` is not H100, H20 not H200.
 */
export function wordFinder(
  entries: readonly VocabularyEntry[],
  aliases: Readonly<Record<string, string>>,
  dimension: NamedDimension,
): (written: string) => string | undefined {
  const exact = new Map([
    ...entries.map(({ key, label }) => [label.toLowerCase(), key] as const),
    ...Object.entries(aliases),
    ...entries.map(({ key }) => [key, key] as const),
  ]);
  const plain = new Map<string, string | undefined>();
  for (const [name, key] of exact) {
    const word = plainWord(name);
    plain.set(word, plain.has(word) && plain.get(word) !== key ? undefined : key);
  }
  return (written) => {
    const word = written.toLowerCase();
    return exact.get(word) ?? plain.get(plainWord(word)) ?? plain.get(plainName(word, dimension));
  };
}

/**
 * A model's name without publisher, case and punctuation: `deepseekr1` of
 * `deepseek-ai/DeepSeek-R1`.
 */
export function plainModelName(name: string): string {
  return plainWord(lastPart(name));
}

/** What stands behind the last slash of a model's id or path. */
export function lastPart(name: string): string {
  return name.split('/').findLast((part) => part !== '') ?? '';
}

/** An engine with its version, such as `vLLM 0.11.0`, as which image a row may be listed. */
export function isVersioned(engine: string): boolean {
  return withoutVersion(engine) !== engine;
}

/** What spellings of one thing have in common, case and punctuation apart; empty where nothing is left. */
export function plainName(word: string, dimension: NamedDimension): string {
  return plainWord(bareName(word, dimension));
}

/** A name without what only describes it: an engine's version, a GPU's vendor, memory and module. */
export function bareName(word: string, dimension: NamedDimension): string {
  if (dimension === 'framework') return withoutVersion(word);
  if (dimension !== 'hardware') return word;
  const parts = word.split(/[^\p{L}\p{N}]+/u);
  const bare = parts.filter((part) => part !== '' && !GPU_WORDS.test(part.toLowerCase()));
  return bare.join(' ') || word;
}

function plainWord(word: string): string {
  return word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** A longer text is no name: the expression looks at each of its blanks anew. */
function withoutVersion(engine: string): string {
  if (engine.length > MAX_LABEL_LENGTH) return engine;
  return engine.replace(/[\s:@=_-]+v?\d+(?:\.\w+)+(?:[+-].*)?$/i, '');
}
