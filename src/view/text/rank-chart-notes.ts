import type { Ranking } from '../../core/ranking/ranking-types.ts';
import type { Words } from '../words/words.ts';

/** How the chart of a ranking is read, and what has no place in it. */
export function rankChartNotes(r: Ranking, words: Words['ranking']): string[] {
  const { x, hasBeaten } = r.chart;
  return [
    x === 'interactivity' ? words.chartNote : words.latencyNote,
    ...(hasBeaten ? [words.beatenNote] : []),
    ...notDrawnNote(r, words),
  ];
}

/** What has no place in the chart, in at most one sentence each; nothing over interactivity. */
export function notDrawnNote({ chart, stat }: Ranking, words: Words['ranking']): string[] {
  const text = words.notDrawn(chart, stat);
  return text === '' ? [] : [text];
}
