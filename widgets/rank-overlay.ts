import type { SideSource } from '../src/core/comparison-types.ts';
import { rankMetric } from '../src/core/ranking/rank-metrics.ts';
import type { RankFigure, RankRow } from '../src/core/ranking/ranking-types.ts';
import { n } from '../src/view/figure/curve-path.ts';
import { rankName } from '../src/view/figure/rank-name.ts';
import { metricText } from '../src/view/figure/rank-number.ts';
import { outOfSight } from '../src/view/figure/rank-out-of-sight.ts';
import type { RankLine, RankPlot } from '../src/view/figure/rank-plot.ts';
import { DASHES } from '../src/view/figure/theme.ts';
import { h } from '../src/view/markup/markup.ts';
import type { Child, Markup } from '../src/view/markup/markup.ts';
import { rankFigure as words } from '../src/view/words/en/rank-figure.ts';

/** A point of the chart: a row and one of its knots. */
export interface ChartPoint {
  readonly row: RankRow;
  readonly line: RankLine;
  readonly index: number;
}

/** What lies over a chart, and what its words are made from. */
export interface ChartOverlay {
  readonly ranking: RankFigure;
  /** that knots name by their place */
  readonly sources: readonly SideSource[];
  /** the one that is looked at */
  readonly point: ChartPoint | null;
  /** px: what a drag marks */
  readonly brush: readonly [x: number, y: number, x2: number, y2: number] | null;
}

/** What lies over the curves: the one that is looked at, what a drag marks, and what is out of sight. */
export function overlay({ point, brush }: ChartOverlay, plot: RankPlot): Markup {
  const { width, height } = plot;
  const [x = 0, y = 0, x2 = 0, y2 = 0] = brush ?? [];
  const { line } = point ?? {};
  const place = point && point.line.knots[point.index]!;
  const isSide = line && line.style !== null && line.style < DASHES.length;
  return h(
    'svg',
    { class: 'plot over', viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' },
    line &&
      h(
        'g',
        { class: isSide ? `side-${line.style! + 1}` : 'ink-line' },
        h('path', { class: 'curve looked', d: line.path, 'clip-path': 'inset(0)' }),
        line.knots.map((knot) =>
          h('circle', { class: 'dot', cx: n(knot.x), cy: n(knot.y), r: 2.5 }),
        ),
        h('circle', { class: 'ring', cx: n(place!.x), cy: n(place!.y), r: 7 }),
      ),
    brush &&
      h('rect', {
        class: 'brush',
        x: Math.min(x, x2),
        y: Math.min(y, y2),
        width: Math.abs(x2 - x),
        height: Math.abs(y2 - y),
      }),
    outOfSight(plot, words),
  );
}

/** What takes pointers and keys: the one stop of the chart. */
export function pad({ left, right, top, bottom, width, height }: RankPlot, label: string): Markup {
  return h('div', {
    class: 'pad',
    tabindex: 0,
    role: 'application',
    'aria-roledescription': 'chart',
    'aria-label': `${label}. ${words.walk}`,
    '--inset': [top, width - right, height - bottom, left].map((px) => `${n(px)}px`).join(' '),
  });
}

/** What the target line is dragged by. */
export function handle(r: RankFigure, { target, top, bottom, x }: RankPlot): Child {
  const first = r.rows[0];
  return (
    target &&
    h('div', {
      class: 'handle',
      part: 'handle',
      tabindex: 0,
      role: 'slider',
      'aria-label': words.target,
      'aria-valuenow': r.at,
      'aria-valuetext':
        `${target.text} ${words.interactivityUnit}` +
        (first && first.rank === 1 ? `: ${rankName(first, r, words)}` : ''),
      '--inset': `${top - 30}px auto auto ${n(x(r.at!)) - 12}px`,
      '--tall': `${bottom - top + 30}px`,
    })
  );
}

/** What the point that is looked at says. */
export function tip(view: ChartOverlay, plot: RankPlot): Markup {
  const { point } = view;
  const shown = point && pointTexts(view, point);
  const place = point && point.line.knots[point.index]!;
  // beside it, where there is more room
  const shift = (isFar: boolean, px: number) => (isFar ? `calc(-100% - ${px}px)` : `${px}px`);
  return h(
    'div',
    {
      class: shown ? 'tip' : 'visually-hidden',
      role: 'status',
      '--inset': place && `${n(place.y)}px auto auto ${n(place.x)}px`,
      '--shift':
        place && `${shift(place.x > plot.width / 2, 16)} ${shift(place.y > plot.height / 2, -24)}`,
    },
    shown && [
      h('b', null, shown.name),
      shown.lines.map((line) => h('span', null, line)),
      shown.url !== null && h('a', { href: shown.url }, words.run),
    ],
  );
}

function pointTexts({ ranking: r, sources }: ChartOverlay, { row, index }: ChartPoint) {
  const knot = row.knots[index]!;
  const source = sources[knot.source]!;
  const by = r.chart.y ?? r.by;
  const outputShare = r.tokenShares && r.tokenShares.output;
  const value = rankMetric(by).of({ ...row, ...knot, util: r.util, outputShare });
  const unit = words.metrics[by].unit.replace(/^USD /, '');
  const number = value === null ? '' : `${metricText(value, by)} ${unit}`;
  return {
    name: rankName(row, r, words),
    lines: words
      .point(number, knot.interactivity, knot, source)
      .map((line) => line.filter(Boolean).join(' · '))
      .filter(Boolean),
    url: source.url,
  };
}
