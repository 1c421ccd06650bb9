import type { Comparison } from '../core/comparison-types.ts';
import { targetText, throughputText } from './format.ts';
import { h } from './markup.ts';
import type { Markup } from './markup.ts';

/** What each knot says on hover: its side and its figures. */
export function knotTitles({ sides }: Pick<Comparison, 'sides'>) {
  return (side: number, knot: number): Markup => {
    const { label, knots } = sides[side]!;
    const { interactivity, throughput } = knots[knot]!;
    const text = `${targetText(interactivity)} tok/s/user: ${throughputText(throughput)} tok/s/GPU`;
    return h('title', null, `${label}, ${text}`);
  };
}
