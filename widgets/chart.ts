import { h } from '../src/view/markup/markup.ts';
import type { Child, Markup } from '../src/view/markup/markup.ts';
import { marksOf } from '../src/view/figure/plot-marks.ts';
import { plotOf } from '../src/view/figure/plot.ts';
import type { Plot, AxisScale } from '../src/view/figure/plot.ts';
import { plotGround, plotSvg } from '../src/view/figure/plot-svg.ts';
import { shortAnswer } from '../src/view/figure/short-answer.ts';
import { figure as figureWords } from '../src/view/words/en/figure.ts';
import { element as words } from '../src/view/words/en/element.ts';
import type { ComparisonDocument } from '../src/view/text/json.ts';
import type { TableMetric } from '../src/core/metrics.ts';
import { metricSeries } from '../src/view/figure/series.ts';
import type { ChartBackground, FigureState } from './figure-state.ts';
import { chartHeight } from '../src/view/embed/height.ts';

/**
 * What of the chart stays while a target moves.
 *
 * @param yScale - `null` leaves it to the data
 * @param width - px
 */
export function chartBackground(
  comparison: Pick<ComparisonDocument, 'sides' | 'util' | 'band'>,
  metric: TableMetric,
  yScale: AxisScale,
  width: number,
): ChartBackground {
  const { band } = comparison;
  const series = metricSeries(comparison, metric);
  const plot = plotOf(series, { yScale, band, width, height: chartHeight(width) });
  return plot && [plot, plotGround(plot, metric, figureWords)];
}

/** As much as a chart of a width takes, px. */
function room(width: number): Markup {
  return h('svg', { class: 'plot', viewBox: `0 0 ${width} ${chartHeight(width)}` });
}

/** The chart, or room for it, with a slider over each target line where it may be moved. */
export function chart(state: FigureState): Child {
  const { comparison: c, isEditable, metric, ground, width } = state;
  if (!ground) return ground !== null && h('div', { class: 'chart' }, room(width));
  const [plot, still] = ground;
  const label = figureWords.chart(c, figureWords.measures[metric][0]);
  return h(
    'div',
    { class: 'chart' },
    plotSvg(plot, marksOf(plot, c, metric), label, still),
    isEditable && sliders(state, plot),
  );
}

/**
 * A range input over the whole chart for each target, so that the browser itself handles pointer,
 * touch and keyboard. Only their thumbs, which lie over the target lines, take the pointer.
 */
function sliders(
  { comparison: c, at }: FigureState,
  { x, xDomain: [, last], width, top, bottom, height }: Plot,
): Markup {
  const first = Math.min(...c.sides.map(({ range }) => range?.min ?? last));
  // In tenths too where a target is none of the whole numbers, on which its thumb could not stand.
  const perUnit = at.some((target) => target % 1) || last - first < 10 ? 10 : 1;
  const [min, max] = [Math.ceil(first * perUnit) / perUnit, Math.floor(last * perUnit) / perUnit];
  return h(
    'div',
    {
      class: 'sliders',
      '--inset': [(top - 14) / height, 1 - x(max) / width, 1 - bottom / height, x(min) / width]
        .map((share) => `${share * 100}%`)
        .join(' '),
    },
    at.map((target, i) => {
      const read = c.values.find(({ interactivity }) => interactivity === target);
      return h('input', {
        type: 'range',
        name: 'at',
        part: 'handle',
        min,
        max,
        step: 1 / perUnit,
        value: target,
        hidden: target < min || target > max, // its line is not on the chart
        'aria-label': words.target(i),
        'aria-valuetext': read ? shortAnswer(c, read, figureWords) : null,
      });
    }),
  );
}
