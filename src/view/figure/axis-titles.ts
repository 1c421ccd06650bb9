import type { TableMetric } from '../../core/metrics.ts';
import type { Words } from '../words/words.ts';
import type { Plot } from './plot.ts';

/** What the axes of a chart of a metric over interactivity show, with their units. */
export function axisTitles(
  { isLog }: Pick<Plot, 'isLog'>,
  metric: TableMetric,
  words: Words['figure'],
): readonly [x: string, y: string] {
  const [name, unit] = words.measures[metric];
  return [
    `${words.interactivity}, ${words.interactivityUnit}`,
    `${name}, ${unit}${isLog ? `, ${words.logScale}` : ''}`,
  ];
}
