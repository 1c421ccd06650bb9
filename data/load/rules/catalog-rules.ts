import type { DataSet } from '../data-set.ts';
import { keyProblems } from './keys.ts';
import { modelProblems } from './models.ts';
import { tokenProblems } from './readable-tokens.ts';

/** Whether names of models and of the vocabulary can stand together, whatever sweeps there are. */
export function canStandTogether(names: Pick<DataSet, 'models' | 'vocabulary'>): boolean {
  return [keyProblems, modelProblems, tokenProblems].every((check) => check(names).length === 0);
}
