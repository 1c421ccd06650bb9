import { parseTokens, printTokens } from '../../../src/core/tokens.ts';
import { NAMED_DIMENSIONS } from '../../../src/core/vocabulary.ts';
import type { NamedDimension, Vocabulary } from '../../../src/core/vocabulary.ts';
import { shownValue } from '../data-set.ts';
import type { DataSet, Problem } from '../data-set.ts';

/** Keys that are made of others, and pairs of keys that do not read back as those two when joined with a hyphen. */
export function tokenProblems({ vocabulary }: Pick<DataSet, 'vocabulary'>): Problem[] {
  return [...composedKeys(vocabulary), ...misreadPairs(vocabulary)];
}

function composedKeys(vocabulary: Vocabulary): Problem[] {
  const all = new Set(NAMED_DIMENSIONS.flatMap((d) => vocabulary[d].map(({ key }) => key)));
  return NAMED_DIMENSIONS.flatMap((dimension) =>
    vocabulary[dimension].flatMap(({ key }, index) => {
      const parts = partsOf(key.split('-'), all, key);
      if (parts === null) return [];
      const rule = `no key is other keys joined; this is ${parts.join(' and ')}`;
      return [problem(`${dimension}[${index}].key`, key, rule)];
    }),
  );
}

/** The keys that the pieces are made of, leaving out one key; `null` if they are not. */
function partsOf(pieces: string[], keys: ReadonlySet<string>, but: string): string[] | null {
  if (pieces.length === 0) return [];
  for (let length = 1; length <= pieces.length; length++) {
    const head = pieces.slice(0, length).join('-');
    if (head === but || !keys.has(head)) continue;
    const rest = partsOf(pieces.slice(length), keys, but);
    if (rest !== null) return [head, ...rest];
  }
  return null;
}

function misreadPairs(vocabulary: Vocabulary): Problem[] {
  const problems: Problem[] = [];
  const tokens = NAMED_DIMENSIONS.flatMap((dimension) =>
    vocabulary[dimension].map(({ key }, index) => ({ dimension, key, index })),
  );
  for (const a of tokens) {
    for (const b of tokens) {
      if (a.dimension === b.dimension || readsBack(a, b, vocabulary)) continue;
      const rule = `keys joined read back as themselves; ${a.key}-${b.key} does not`;
      problems.push(problem(`${a.dimension}[${a.index}].key`, a.key, rule));
    }
  }
  return problems;
}

interface Token {
  readonly dimension: NamedDimension;
  readonly key: string;
}

function readsBack(a: Token, b: Token, vocabulary: Vocabulary): boolean {
  const parsed = parseTokens(`${a.key}-${b.key}`, vocabulary);
  const meant = printTokens({ [a.dimension]: a.key, [b.dimension]: b.key });
  return (
    'value' in parsed &&
    parsed.value[a.dimension] === a.key &&
    parsed.value[b.dimension] === b.key &&
    printTokens(parsed.value) === meant
  );
}

function problem(path: string, key: string, rule: string): Problem {
  const remedy = 'rename one of the keys';
  return { file: 'vocabulary.json', path, value: shownValue(key), rule, remedy };
}
