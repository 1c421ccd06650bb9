import { KEY } from '../../../src/core/tokens.ts';
import { NAMED_DIMENSIONS } from '../../../src/core/vocabulary.ts';
import { shownValue } from '../data-set.ts';
import type { DataSet, Problem } from '../data-set.ts';

/** Accepted in addresses for another key. */
const SYNONYM = 'none';
const DAY = /^\d{8}$/;

/** Keys of the vocabulary that cannot stand in an address, or in two dimensions. */
export function keyProblems({ vocabulary }: Pick<DataSet, 'vocabulary'>): Problem[] {
  const problems: Problem[] = [];
  const places = new Map<string, string>();
  for (const dimension of NAMED_DIMENSIONS) {
    for (const [index, { key }] of vocabulary[dimension].entries()) {
      const path = `${dimension}[${index}].key`;
      const first = places.get(key);
      const rule = brokenKeyRule(key) ?? (first && `a key stands once; ${first} has it too`);
      if (rule) {
        const remedy = 'choose another key, and let importer aliases lead to it';
        problems.push({ file: 'vocabulary.json', path, value: shownValue(key), rule, remedy });
      }
      places.set(key, first ?? path);
    }
  }
  return problems;
}

/** The rule that a key breaks by its form; `null` for a good one. */
export function brokenKeyRule(key: string): string | null {
  if (!KEY.test(key)) return 'a key is lower-case letters and digits with single hyphens between';
  if (key.split('-').includes('vs')) return 'no piece of a key is vs, which parts the sides';
  if (key === SYNONYM) return 'none is read as off';
  if (DAY.test(key)) return 'eight digits are the day of a run';
  return null;
}
