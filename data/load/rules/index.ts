import type { Rule } from '../data-set.ts';
import { aliases } from './aliases.ts';
import { keys } from './keys.ts';
import { knownIssues } from './known-issues.ts';
import { labels } from './labels.ts';
import { magnitudes } from './magnitudes.ts';
import { models } from './models.ts';
import { pooledModels } from './pooled-models.ts';
import { presets } from './presets.ts';
import { rateCards } from './rate-cards.ts';
import { readableTokens } from './readable-tokens.ts';
import { sources } from './sources.ts';
import { sweepKeys } from './sweep-keys.ts';

/** Every rule that the data must keep. */
export const RULES: readonly Rule[] = [
  keys,
  readableTokens,
  aliases,
  models,
  rateCards,
  sweepKeys,
  pooledModels,
  sources,
  magnitudes,
  labels,
  presets,
  knownIssues,
];
