import type { DataSet } from '../data-set.ts';
import { keys } from './keys.ts';
import { models } from './models.ts';
import { readableTokens } from './readable-tokens.ts';

/** Whether names of models and of the vocabulary can stand together, whatever sweeps there are. */
export function canStandTogether(
  names: Pick<DataSet, 'models' | 'vocabulary' | 'aliases'>,
): boolean {
  const dataSet: DataSet = {
    ...names,
    presets: [],
    rates: [],
    knownIssues: [],
    sweeps: [],
    origins: new Map(),
  };
  return [keys, models, readableTokens].every((rule) => rule.check(dataSet).length === 0);
}
