import { NAMED_DIMENSIONS } from '../../../src/core/vocabulary.ts';
import { shownValue } from '../data-set.ts';
import type { DataSet, Problem, Rule } from '../data-set.ts';

/** Importer aliases lead somewhere, and hide no key. */
export const aliases: Rule = {
  name: 'aliases',
  description: 'an importer alias leads to a key of its dimension and is none itself',
  check(dataSet: DataSet): Problem[] {
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
  },
};
