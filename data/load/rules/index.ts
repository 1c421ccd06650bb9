import type { DataSet, Problem } from '../data-set.ts';
import { aliasProblems } from './aliases.ts';
import { keyProblems } from './keys.ts';
import { knownIssueProblems } from './known-issues.ts';
import { labelProblems } from './labels.ts';
import { magnitudeProblems } from './magnitudes.ts';
import { modelProblems } from './models.ts';
import { pooledModelProblems } from './pooled-models.ts';
import { presetProblems } from './presets.ts';
import { rateCardProblems } from './rate-cards.ts';
import { tokenProblems } from './readable-tokens.ts';
import { sourceProblems } from './sources.ts';
import { sweepKeyProblems } from './sweep-keys.ts';

/** Every check of the data as a whole; the shape of each file is its schema's business. */
export const CHECKS: readonly ((dataSet: DataSet) => Problem[])[] = [
  keyProblems,
  tokenProblems,
  aliasProblems,
  modelProblems,
  rateCardProblems,
  sweepKeyProblems,
  pooledModelProblems,
  sourceProblems,
  magnitudeProblems,
  labelProblems,
  presetProblems,
  knownIssueProblems,
];
