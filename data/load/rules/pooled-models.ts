import { sweepOrigin, shownValue } from '../data-set.ts';
import type { DataSet, Problem } from '../data-set.ts';

/** Measured sweeps of an entry that pools several models, which holds published ones only. */
export function pooledModelProblems(dataSet: DataSet): Problem[] {
  const pooled = new Set(dataSet.models.filter(({ pools }) => pools.length > 0).map((m) => m.key));
  return dataSet.sweeps
    .filter(({ key, basis }) => basis === 'measured' && pooled.has(key.model))
    .map((sweep) => {
      const { file, path } = sweepOrigin(dataSet, sweep);
      return {
        file,
        path,
        value: shownValue(sweep.key.model),
        rule: 'an entry that pools models holds published sweeps only',
        remedy: 'give each model an entry of its own in models.json and import again',
      };
    });
}
