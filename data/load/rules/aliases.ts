import { NAMED_DIMENSIONS } from '../../../src/core/vocabulary.ts';
import { shownValue } from '../data-set.ts';
import type { DataSet, Problem } from '../data-set.ts';

/** Importer aliases that lead to no key of their dimension, or are one themselves. */
export function aliasProblems(dataSet: DataSet): Problem[] {
  return NAMED_DIMENSIONS.flatMap((dimension) => {
    const keys = new Set(dataSet.vocabulary[dimension].map(({ key }) => key));
    return Object.entries(dataSet.aliases[dimension]).flatMap(([alias, key]) => {
      const path = `aliases.${dimension}.${alias}`;
      const at = { file: 'vocabulary.json', path, value: shownValue(key) };
      const problems: Problem[] = [];
      if (!keys.has(key)) {
        const rule = `an alias leads to a key of ${dimension}`;
        problems.push({ ...at, rule, remedy: `add ${key} to ${dimension}, or correct it` });
      }
      if (keys.has(alias)) {
        problems.push({ ...at, rule: 'an alias is no key itself', remedy: 'remove one of them' });
      }
      return problems;
    });
  });
}
