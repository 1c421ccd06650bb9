import type { Ranking } from '../../core/ranking/ranking-types.ts';
import type { Words } from '../words/words.ts';
import { speedSeries } from './rank-plot.ts';
import type { ChartSource } from './rank-plot.ts';
import type { Place } from './series.ts';

/**
 * What a chart shows that needs more than the frontiers of its rows: points that others beat, or a
 * latency as its horizontal axis. Only the server has all points.
 */
export function chartSource({ chart, stat }: Ranking, words: Words['ranking']): ChartSource {
  const { x, curves } = chart;
  return {
    xTitle: x === 'interactivity' ? null : words.latencyTitles[x](stat),
    seriesOf(r, row) {
      const own = curves[row.key];
      const beaten = own?.beaten ?? [];
      if (x === 'interactivity') {
        const series = speedSeries(r, row);
        return series && { ...series, beaten };
      }
      const knots = own?.frontier;
      return knots ? { row, knots, at: null, beaten } : null;
    },
    dotsPath,
  };
}

/** Dots as one path, to the whole pixel: a line of no length has round ends. Each step is from the one before. */
function dotsPath(places: readonly Place[]): string {
  const dots = places.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
  const inOrder = dots.toSorted((a, b) => a.x - b.x || a.y - b.y);
  const steps = inOrder.map(({ x, y }, i) => {
    const before = inOrder[i - 1] ?? { x: 0, y: 0 };
    return `m${x - before.x} ${y - before.y}h0`.replace(' -', '-');
  });
  return steps.filter((step) => step !== 'm0 0h0').join(''); // one that lies upon another
}
