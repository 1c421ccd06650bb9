import type { InteractivityBasis } from '../../../core/sweep.ts';

/** What interactivity is computed from. */
export const SPEED_BASES: Readonly<Record<InteractivityBasis, string>> = {
  'median-tpot': '1 / median time per output token',
  'mean-tpot': '1 / mean time per output token',
  'p90-itl': '1 / 90th percentile of the inter-token latency',
};
