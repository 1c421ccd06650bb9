import type { Comparison } from '../../../core/comparison-types.ts';
import { SITE_NAME } from '../../brand.ts';
import { percentText, throughputText } from '../../format.ts';
import { figure } from './figure.ts';

/** What a chart of the server says beside the words that the browser element has too. */
export const chart = {
  /** a point of a curve, on hover */
  knot: (label: string, interactivity: number, throughput: number) =>
    `${label}, ${figure.at(interactivity)}: ${throughputText(throughput)} tok/s/GPU`,
  /** what a point is that was measured more than once, after the point */
  median: (repeats: number, spread: number) =>
    `, the median of ${repeats} runs ${percentText(spread - 1)} apart`,
  /** the line under a chart that is a picture of its own */
  source: ({ sides, basis, release }: Pick<Comparison, 'sides' | 'basis' | 'release'>) => {
    const from = figure.credits(sides);
    return `${from && `Source: ${from} · `}${basis} figures · ${SITE_NAME}, release ${release.id}`;
  },
};
