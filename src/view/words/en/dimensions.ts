import type { Dimension } from '../../../core/vocabulary.ts';

/** What readers call the dimensions of a configuration. */
export const dimensions: Readonly<Record<Dimension, string>> = {
  hardware: 'hardware',
  precision: 'precision',
  specMethod: 'speculative decoding',
  framework: 'engine',
  deployment: 'deployment',
  workload: 'workload',
  run: 'run',
};
