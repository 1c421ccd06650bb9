import { round9, roundEstimate } from '../../core/round.ts';
import { significantRounder } from './significant-rounder.ts';

/** Fields with ranges that a rule estimates. */
const ESTIMATED = new Set(['likely', 'byLikely', 'reachLikely', 'ratioRange', 'possible']);

const value9 = significantRounder(9, round9);
const estimate = significantRounder(6, roundEstimate);

/** The same plain data with every number at 9 significant digits, and at 6 in estimated ranges. */
export function rounded<T>(value: T): T {
  return visited(value, value9) as T; // plain data, so its shape stays
}

function visited(part: unknown, round: (value: number) => number): unknown {
  if (typeof part === 'number') return round(part);
  if (part === null || typeof part !== 'object') return part;
  if (Array.isArray(part)) return part.map((inner) => visited(inner, round));
  const copy = { ...part } as Record<string, unknown>;
  for (const key in copy) {
    const inner = copy[key];
    if (typeof inner === 'number') copy[key] = (ESTIMATED.has(key) ? estimate : round)(inner);
    else if (typeof inner === 'object' && inner !== null) {
      copy[key] = visited(inner, ESTIMATED.has(key) ? estimate : round);
    }
  }
  return copy;
}
