import type { ComparedSide } from '../comparison-types.ts';

/**
 * A configuration with its curve, as a ranking reads it: all of one workload, each named by its
 * parts.
 */
export type RankedSide = Omit<
  ComparedSide,
  'label' | 'workload' | 'interactivityBasis' | 'quality'
>;

/** A {@link RankedSide} without price and power, which a reader may change. */
export type UnpricedSide = Omit<RankedSide, 'usdPerGpuHour' | 'powerKw'>;
