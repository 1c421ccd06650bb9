import { NAMED_DIMENSIONS } from '../../../src/core/vocabulary.ts';
import { sweepOrigin, shownValue } from '../data-set.ts';
import type { DataSet, Problem } from '../data-set.ts';
import { KEY } from '../../../src/core/tokens.ts';

/** Sweeps of a model, key or rate card that there is not, or with a label that no address can name. */
export function sweepKeyProblems(dataSet: DataSet): Problem[] {
  const models = new Set(dataSet.models.map(({ key }) => key));
  const cards = new Set(dataSet.rates.map(({ id }) => id));
  const vocabulary = Object.fromEntries(
    NAMED_DIMENSIONS.map((d) => [d, new Set(dataSet.vocabulary[d].map(({ key }) => key))]),
  );
  const unknown = new Set<string>(); // files have one model each, and many sweeps
  return dataSet.sweeps.flatMap((sweep) => {
    const { file, path } = sweepOrigin(dataSet, sweep);
    const problems: Problem[] = [];
    const add = (field: string, value: string, rule: string, remedy: string) =>
      problems.push({ file, path: `${path}.${field}`, value: shownValue(value), rule, remedy });

    if (!models.has(sweep.key.model) && !unknown.has(file)) {
      unknown.add(file);
      const remedy = 'add it to models.json, or correct it';
      problems.push({
        file,
        path: 'model',
        value: shownValue(sweep.key.model),
        rule: 'the model stands in models.json',
        remedy,
      });
    }
    for (const dimension of NAMED_DIMENSIONS) {
      const key = sweep.key[dimension];
      if (key === null || vocabulary[dimension]!.has(key)) continue;
      const rule = `a key of ${dimension} in vocabulary.json`;
      add(dimension, key, rule, 'add it there, or use the key of which it is an alias');
    }
    if (sweep.rates !== null && !cards.has(sweep.rates)) {
      add('rates', sweep.rates, 'the rate card stands in rates/', 'add the card, or correct it');
    }
    if (sweep.label !== null && !KEY.test(sweep.label)) {
      const rule = 'a label is lower-case letters and digits with single hyphens between';
      add('label', sweep.label, rule, 'import again with such a label');
    }
    return problems;
  });
}
