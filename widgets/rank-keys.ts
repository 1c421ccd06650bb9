import { TARGET } from '../src/core/limits.ts';
import type { RankPlot } from '../src/view/figure/rank-plot.ts';
import type { Intent } from './rank-gestures.ts';
import { targetAt } from './rank-pointer.ts';
import type { Hit } from './rank-pointer.ts';

/**
 * What a key on the handle of the target line means; `null` for nothing.
 *
 * @param at - where it stands
 * @param isFast - with the shift key
 */
export function handleKeyIntent(
  plot: RankPlot,
  key: string,
  at: number,
  isFast: boolean,
): Intent | null {
  const step = isFast ? 10 : 1;
  const values: Readonly<Record<string, number>> = {
    ArrowLeft: at - step,
    ArrowDown: at - step,
    ArrowRight: at + step,
    ArrowUp: at + step,
    PageDown: at - 10,
    PageUp: at + 10,
    Home: targetAt(plot, plot.left),
    End: targetAt(plot, plot.right),
  };
  return key in values ? { target: values[key]! } : null;
}

/** A target as an address has it: in tenths below 10 tok/s/user, in ones from there, and within {@link TARGET}. */
export function settableTarget(value: number, before: number | null): number {
  const { min, max } = TARGET;
  const perUnit = Math.max(before ?? 0, value) < 10 ? 10 : 1;
  return Math.min(Math.max(Math.round(value * perUnit) / perUnit, min), max);
}

/**
 * What a key on the chart means; `null` for nothing. Left and right lead along a curve, up and down to
 * the curve drawn next to it, at the nearest speed; from no point, to the curve drawn last.
 *
 * @param hit - the point that is looked at
 */
export function chartKeyIntent(
  { lines }: RankPlot,
  key: string,
  hit: Hit | null,
  isZoomed: boolean,
): Intent | null {
  const index = hit?.index ?? -1;
  const place = lines.findIndex((one) => one.key === hit?.key);
  const line = lines.at(place)!;
  const { key: own, knots } = line;
  const end = knots.length - 1;
  if (key === 'ArrowRight') return { hit: { key: own, index: Math.min(index + 1, end) } };
  if (key === 'ArrowLeft') return { hit: { key: own, index: Math.max(index - 1, 0) } };
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const other = lines[place + (key === 'ArrowUp' ? 1 : -1)] ?? line;
    const { x } = knots[Math.max(index, 0)]!;
    const distances = other.knots.map((knot) => Math.abs(knot.x - x));
    return { hit: { key: other.key, index: distances.indexOf(Math.min(...distances)) } };
  }
  if (key === 'Enter' && hit) return { pick: hit.key };
  if (key === 'Escape') return isZoomed ? { hit: null, zoom: null } : { hit: null };
  return null;
}
