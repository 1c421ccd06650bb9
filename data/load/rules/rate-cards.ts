import { shownValue } from '../data-set.ts';
import type { DataSet, Problem, Rule } from '../data-set.ts';

/** Rate cards can be told apart, price known hardware, and exist. */
export const rateCards: Rule = {
  name: 'rate-cards',
  description: 'there is a rate card; their ids are unique and their hardware is known',
  check({ rates, vocabulary }: DataSet): Problem[] {
    if (rates.length === 0) {
      const rule = 'there is at least one rate card';
      return [{ file: 'rates', path: '.', value: 'absent', rule, remedy: 'write rates/<id>.json' }];
    }
    const hardwareKeys = new Set(vocabulary.hardware.map(({ key }) => key));
    return rates.flatMap(({ id, hardware }, index) => {
      const file = `rates/${id}.json`;
      const problems: Problem[] = [];
      if (rates.findIndex((card) => card.id === id) < index) {
        const rule = 'an id stands once';
        problems.push({ file, path: 'id', value: shownValue(id), rule, remedy: 'choose another' });
      }
      for (const key of Object.keys(hardware).filter((k) => !hardwareKeys.has(k))) {
        problems.push({
          file,
          path: `hardware.${key}`,
          value: shownValue(key),
          rule: 'hardware of a rate card stands in vocabulary.json',
          remedy: 'add it there, or correct it',
        });
      }
      return problems;
    });
  },
};
