import { NAMED_DIMENSIONS } from '../../../src/core/vocabulary.ts';
import { shownValue } from '../data-set.ts';
import type { DataSet, Problem } from '../data-set.ts';

const RUN = /^(\d+|\d{4}-\d\d-\d\d)$/;

/** Known issues that can meet no run: of none that there can be, or narrowed by a key that there is not. */
export function knownIssueProblems({ knownIssues, vocabulary }: DataSet): Problem[] {
  return knownIssues.flatMap(({ run, only }, index) => {
    const problems: Problem[] = [];
    const add = (field: string, value: string, rule: string, remedy: string) =>
      problems.push({
        file: 'known-issues.json',
        path: `[${index}].${field}`,
        value: shownValue(value),
        rule,
        remedy,
      });

    if (!RUN.test(run)) {
      add('run', run, 'a run is a CI run number or a day', 'give the number in its address');
    }
    for (const dimension of NAMED_DIMENSIONS) {
      const key = only[dimension];
      if (key === undefined || vocabulary[dimension].some((entry) => entry.key === key)) continue;
      const remedy = 'use the key, not an alias of it';
      add(`only.${dimension}`, key, `a key of ${dimension} in vocabulary.json`, remedy);
    }
    return problems;
  });
}
