import { BASES } from './sweep.ts';

/**
 * How a side answers at a target: at a knot as its basis says, between two knots, outside its
 * range, or not at all. Only the first three kinds carry numbers.
 */
export const STATUSES = [...BASES, 'interpolated', 'below-range', 'above-range', 'absent'] as const;
export type Status = (typeof STATUSES)[number];
