import { en as words } from '../src/view/element-words.ts';
import { h } from '../src/view/markup.ts';
import type { Markup } from '../src/view/markup.ts';
import { plotOf } from '../src/view/plot.ts';
import type { Plot } from '../src/view/plot.ts';
import { plotSvg } from '../src/view/plot-svg.ts';
import { shortAnswer } from '../src/view/short-answer.ts';
import { en as tableWords } from '../src/view/words.ts';
import type { Shown } from './shown.ts';

/** The chart's geometry at the width it has; `null` where no side has the metric. */
export function plotFor({ comparison, metric, yScale, width }: Shown): Plot | null {
  return plotOf(comparison, { metric, yScale, width, height: chartHeight(width) });
}

/** The chart, with a slider over each target line where it may be moved. */
export function chart(shown: Shown, plot: Plot): Markup {
  const { comparison: c, metric, isEditable } = shown;
  const label = tableWords.chart(c, tableWords.measures[metric][0]);
  return h(
    'div',
    { class: 'ch' },
    plotSvg(plot, { label, sides: c.sides }),
    isEditable && sliders(shown, plot),
  );
}

/** Of a chart so wide, px. */
export function chartHeight(width: number): number {
  return Math.round(Math.min(452, Math.max(320, width * 0.62)));
}

/** Native range inputs laid over each other, so that pointer, touch and keyboard are the browser's. */
function sliders({ comparison: c, at }: Shown, plot: Plot): Markup {
  const [first, last] = plot.xDomain;
  const xs = c.sides.flatMap(({ range }) => range ?? []);
  const step = last - first < 10 ? 0.1 : 1;
  const min = Math.ceil(Math.min(...xs.map((range) => range.min)) / step) * step;
  const max = Math.floor(last / step) * step;
  const place = (value: number) =>
    plot.left + ((value - first) / (last - first)) * (plot.right - plot.left);
  return h(
    'div',
    {
      class: 'rs',
      '--l': place(min) / plot.width,
      '--w': (place(max) - place(min)) / plot.width,
      '--t': (plot.top - 14) / plot.height,
      '--h': (plot.bottom - plot.top + 14) / plot.height,
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
        'aria-label': words.target(i),
        'aria-valuetext': read ? shortAnswer(c, read) : null,
      });
    }),
  );
}
