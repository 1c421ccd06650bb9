import type { Rule } from '../data-set.ts';

/** Every rule that the data must keep. */
export const RULES: readonly Rule[] = [];
