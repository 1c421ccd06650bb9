import type { ComparedSide } from '../comparison-types.ts';

/** A configuration with its curve, as a ranking reads it: all of one workload, each named by its parts. */
export type RankedSide = Omit<
  ComparedSide,
  'label' | 'workload' | 'interactivityBasis' | 'quality'
>;

/** The same whatever its GPUs cost and draw. */
export type UnpricedSide = Omit<RankedSide, 'usdPerGpuHour' | 'powerKw'>;
