import { round9, roundEstimate } from '../../core/round.ts';

/** Fields with ranges that a rule estimates. */
const ESTIMATED = new Set(['likely', 'byLikely', 'reachLikely', 'ratioRange', 'possible']);

/** The same plain data with every number at 9 significant digits, and at 6 in estimated ranges. */
export function rounded<T>(value: T): T {
  const visit = (part: unknown, round: (value: number) => number): unknown => {
    if (typeof part === 'number') return round(part);
    if (Array.isArray(part)) return part.map((inner) => visit(inner, round));
    if (part === null || typeof part !== 'object') return part;
    const copy: Record<string, unknown> = { ...part };
    for (const key of Object.keys(copy)) {
      const inner = copy[key];
      if (typeof inner !== 'number' && (inner === null || typeof inner !== 'object')) continue;
      copy[key] = visit(inner, ESTIMATED.has(key) ? roundEstimate : round);
    }
    return copy;
  };
  return visit(value, round9) as T; // plain data, so its shape stays
}
