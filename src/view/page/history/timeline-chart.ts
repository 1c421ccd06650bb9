import type { History } from '../../../core/history/history-types.ts';
import { n } from '../../figure/curve-path.ts';
import { numberText } from '../../format.ts';
import type { Size } from '../../figure/plot-frame.ts';
import { plotText } from '../../figure/plot-text.ts';
import { h } from '../../markup/markup.ts';
import type { Markup } from '../../markup/markup.ts';
import { historyName, historyDecimals } from '../../text/history-summary.ts';
import type { Words } from '../../words/words.ts';
import { timelineOf } from './timeline.ts';
import type { TimePoint } from './timeline.ts';

/**
 * The throughput at the target over time: a dot a run with a bar where it likely lies, and a line that
 * breaks where a run has no number.
 *
 * @param size - px
 * @returns `null` where there is nothing to draw
 */
export function timelineChart(history: History, size: Size, all: Words): Markup | null {
  const { at } = history;
  const line = timelineOf(history, size);
  if (line === null || at === null) return null;
  const { left, right, top, bottom, xTicks, yTicks, points } = line;
  const words = all.history;
  return h(
    'svg',
    {
      class: 'plot',
      viewBox: `0 0 ${size.width} ${size.height}`,
      role: 'img',
      'aria-label': words.timelineLabel(historyName(history, all), at),
    },
    yTicks.map(({ at: y, text }) => [
      h('path', { class: 'grid', d: `M${left} ${n(y)}H${n(right)}` }),
      plotText(left - 8, y + 4, text, 'end'),
    ]),
    h('path', { class: 'axis', d: `M${left} ${bottom}H${n(right)}` }),
    xTicks.map(({ at: x, text }) => plotText(x, bottom + 17, text, 'middle')),
    plotText(0, 12, words.timelineAxis),
    points.map(
      ({ x, letter }) =>
        letter && [
          h('path', { class: 'image-change', d: `M${n(x)} ${top - 8}V${bottom}` }),
          plotText(x, top - 14, letter, 'middle', 'ink bold'),
        ],
    ),
    h('path', { class: 'time-line', d: linePathOf(points) }),
    points.map((point) => mark(point, history, bottom, all)),
  );
}

/** Straight pieces between runs that follow each other and both have a number. */
function linePathOf(points: readonly TimePoint[]): string {
  return points
    .map(({ x, read }, i) =>
      read === null ? '' : `${points[i - 1]?.read ? 'L' : 'M'}${n(x)} ${n(read.y)}`,
    )
    .join('');
}

function mark(
  { run, x, read }: TimePoint,
  { basis, runs }: History,
  bottom: number,
  { history: words, figure }: Words,
): Markup {
  const { side, value, isShown } = run;
  if (read === null) {
    const why = value === null ? '' : figure.origin(value.status, side, value.between ?? []);
    return h(
      'path',
      { class: 'gap', d: `M${n(x - 4)} ${bottom - 4}l8 8m0-8l-8 8` },
      h('title', null, words.gap(side.label, why)),
    );
  }
  const [low, high] = read.bar;
  const decimals = historyDecimals(runs);
  const throughput = numberText(read.throughput, decimals.throughput);
  const likely = words.likely(read.likely, decimals.likely);
  return h(
    'g',
    { class: isShown ? 'side-1' : 'earlier' },
    h('title', null, words.point({ label: side.label, throughput }, likely)),
    h('path', { class: 'bar', d: `M${n(x)} ${n(low)}V${n(high)}` }),
    h('circle', {
      class: value!.status === basis ? 'marker' : 'marker hollow',
      cx: n(x),
      cy: n(read.y),
      r: isShown ? 5 : 4,
    }),
  );
}
