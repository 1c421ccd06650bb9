import { h } from '../src/view/markup/markup.ts';
import type { Markup } from '../src/view/markup/markup.ts';
import { marksOf } from '../src/view/figure/plot-marks.ts';
import { plotOf } from '../src/view/figure/plot.ts';
import type { Plot, AxisScale } from '../src/view/figure/plot.ts';
import { plotGround, plotSvg } from '../src/view/figure/plot-svg.ts';
import type { PlotGround } from '../src/view/figure/plot-svg.ts';
import { shortAnswer } from '../src/view/figure/short-answer.ts';
import { figure as figureWords } from '../src/view/words/en/figure.ts';
import { element as words } from '../src/view/words/en/element.ts';
import type { Shown } from './figure.ts';
import type { ComparisonDocument } from '../src/view/text/json.ts';
import { metricSeries } from '../src/view/figure/series.ts';
import type { Rated } from '../src/core/metrics.ts';

/** What of the chart a moved target leaves as it is; `null` where no side has the metric. */
export type Ground = readonly [Plot, PlotGround] | null;

export function groundOf(
  comparison: Pick<ComparisonDocument, 'sides' | 'util' | 'band'>,
  metric: Rated,
  yScale: AxisScale,
  width: number,
): Ground {
  const { band } = comparison;
  const series = metricSeries(comparison, metric);
  const plot = plotOf(series, { yScale, band, width, height: chartHeight(width) });
  return plot && [plot, plotGround(plot, metric, figureWords)];
}

/** The chart, with a slider over each target line where it may be moved. */
export function chart(shown: Shown, [plot, ground]: NonNullable<Ground>): Markup {
  const { comparison: c, isEditable, metric } = shown;
  const label = figureWords.chart(c, figureWords.measures[metric][0]);
  return h(
    'div',
    { class: 'ch' },
    plotSvg(plot, marksOf(plot, c, metric), label, ground),
    isEditable && sliders(shown, plot),
  );
}

/** Of a chart so wide, px. */
export function chartHeight(width: number): number {
  return Math.round(Math.min(452, Math.max(320, width * 0.62)));
}

/** Native range inputs laid over each other, so that pointer, touch and keyboard are the browser's. */
function sliders(
  { comparison: c, at }: Shown,
  { x, xDomain: [, last], width, top, bottom, height }: Plot,
): Markup {
  const first = Math.min(...c.sides.map(({ range }) => range?.min ?? last));
  const step = last - first < 10 ? 0.1 : 1;
  const [min, max] = [Math.ceil(first / step) * step, Math.floor(last / step) * step];
  return h(
    'div',
    {
      class: 'rs',
      '--in': [(top - 14) / height, 1 - x(max) / width, 1 - bottom / height, x(min) / width]
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
        step,
        value: target,
        hidden: target < min || target > max, // its line is not on the chart
        'aria-label': words.target(i),
        'aria-valuetext': read ? shortAnswer(c, read, figureWords) : null,
      });
    }),
  );
}
