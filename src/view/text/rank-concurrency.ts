import { leftKnot } from '../../core/curve.ts';
import type { RankRow } from '../../core/ranking/ranking-types.ts';
import { concurrencyOrigin } from '../../core/values.ts';

/**
 * How the concurrency of a row was come by, in the words of its neighbouring points, such as an open
 * loop, which has none; empty where they state nothing of it.
 */
export function rankConcurrencyOrigin({ value, knots }: RankRow): string {
  if (value === null) return '';
  const left = leftKnot(knots, value.interactivity);
  const right = knots[left]?.interactivity === value.interactivity ? left : left + 1;
  return concurrencyOrigin({ knots }, { between: [left, right] });
}
