import type { SweepKey } from './sweep.ts';
import { NAMED_DIMENSIONS, labelOf } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What readers call everything that a sweep's key states, by its keys. */
export function keyLabels(key: SweepKey, vocabulary: Vocabulary): Record<string, string> {
  return Object.fromEntries(
    NAMED_DIMENSIONS.flatMap((dimension) => {
      const named = key[dimension];
      return named === null ? [] : [[named, labelOf(vocabulary, dimension, named)]];
    }),
  );
}
