import type { SideSource } from '../src/core/comparison-types.ts';
import { MAX_SIDES, MIN_SIDES } from '../src/core/limits.ts';
import { rankMetric } from '../src/core/ranking/rank-metrics.ts';
import type { RankFigure, RankRow } from '../src/core/ranking/ranking-types.ts';
import { n } from '../src/view/figure/curve-path.ts';
import { choice, field, rankControls } from '../src/view/figure/rank-controls.ts';
import { rankName } from '../src/view/figure/rank-name.ts';
import { metricText } from '../src/view/figure/rank-number.ts';
import type { RankLine, RankPlot } from '../src/view/figure/rank-plot.ts';
import { outOfSight } from '../src/view/figure/rank-out-of-sight.ts';
import { rankPlotSvg } from '../src/view/figure/rank-plot-svg.ts';
import { rankTable } from '../src/view/figure/rank-table.ts';
import type { RankRowLook } from '../src/view/figure/rank-table.ts';
import { DASHES } from '../src/view/figure/theme.ts';
import type { Keys } from '../src/view/links.ts';
import { h } from '../src/view/markup/markup.ts';
import type { Child, Markup } from '../src/view/markup/markup.ts';
import { comparisonsOf } from '../src/view/rank-links.ts';
import { rankFigure as words } from '../src/view/words/en/rank-figure.ts';
import type { RankAnswer } from './rank-answer.ts';

/** A point of the chart: a row and one of its knots. */
export interface ChartPoint {
  readonly row: RankRow;
  readonly line: RankLine;
  readonly index: number;
}

/** What the server says of a ranking. */
export interface Said {
  /** absolute address of its page */
  readonly link: string;
  /** `null` before the first one */
  readonly answer: Pick<RankAnswer, 'title' | 'answer' | 'leading' | 'method' | 'source'> | null;
  /** the answer is of what was asked before, or not there */
  readonly isBusy: boolean;
}

/** What is drawn. */
export interface RankView {
  readonly ranking: RankFigure;
  /** that knots name by their place */
  readonly sources: readonly SideSource[];
  /** of the address, encoded */
  readonly keys: Keys;
  /** whether a row stands in front, by its key */
  readonly isPicked: (key: string) => boolean;
  /** `null` without a curve that has the metric */
  readonly plot: RankPlot | null;
  readonly drawn: Markup | null;
  /** {@link rankTableView} of it */
  readonly table: Markup;
  readonly point: ChartPoint | null;
  /** px: what a drag marks */
  readonly brush: readonly [x: number, y: number, x2: number, y2: number] | null;
  /** a reader has opened or closed the filters; before that whether some are set */
  readonly isOpen: boolean | undefined;
  /** what is on screen answers another question than the controls, whose curves are on their way */
  readonly isBusy: boolean;
  /** what it is and where it is from; `null` where the page around says so */
  readonly said: Said | null;
  readonly theme: string | null;
  readonly behind: string;
  /** controls of its page, whose server can draw more; none elsewhere */
  readonly own: readonly HTMLSelectElement[];
  readonly isOnDark: boolean;
}

/** The whole figure: controls, chart, what can be done with picked rows, table. */
export function rankView(view: RankView): Markup {
  const { ranking: r, keys, plot, drawn, table, theme, said } = view;
  const label = words.chartTitle(words.metrics[r.chart.y ?? r.by].name);
  return h(
    'div',
    {
      lang: 'en',
      dir: 'ltr',
      part: 'figure',
      class: theme === null ? 'whole' : 'whole themed',
      '--scheme': theme?.replace('system', 'light dark') ?? (view.isOnDark ? 'dark' : 'inherit'),
      '--behind': view.behind,
      'aria-busy': String(view.isBusy),
    },
    said && caption(r, said),
    h(
      'div',
      { part: 'controls' },
      rankControls(r, keys, words, view.own[0] ? copied(view.own, keys) : null, null, view.isOpen),
    ),
    plot &&
      drawn &&
      h(
        'figure',
        { class: 'rank-chart', part: 'chart' },
        h('figcaption', null, h('h2', null, label)),
        h(
          'div',
          { class: 'stage', '--height': `${plot.height}px` },
          rankPlotSvg(plot, drawn, label),
          overlay(view, plot),
          pad(plot, label),
          handle(r, plot),
          tip(view, plot),
        ),
        h('p', { class: 'fine-print' }, words.chartNote),
      ),
    actions(view),
    h('section', { class: 'ranking', part: 'table' }, h('h2', null, words.tableTitle), table),
    said?.answer &&
      h(
        'p',
        { class: 'fine-print', part: 'source' },
        `${said.answer.method} ${said.answer.source}`,
      ),
  );
}

/** What is asked, as a link to its page, and the answer. */
function caption({ model, workload }: RankFigure, { link, answer, isBusy }: Said): Markup {
  return h(
    'div',
    { part: 'caption', 'aria-busy': String(isBusy) },
    h(
      'h2',
      null,
      h(
        'a',
        { href: link, target: '_top' },
        answer ? answer.title : `${model.label} · ${workload.label}`,
      ),
    ),
    answer && [h('p', null, answer.answer), h('p', { class: 'fine-print' }, answer.leading)],
  );
}

/** The table, whose rows can be picked. */
export function rankTableView(
  { ranking: r, keys, plot, isPicked }: Pick<RankView, 'ranking' | 'keys' | 'plot' | 'isPicked'>,
  rowAt: RankRowLook['rowAt'],
): Markup {
  const styles = new Map(plot?.lines.map(({ key, style }) => [key, style]));
  const before = (row: RankRow) =>
    h('input', {
      type: 'checkbox',
      name: 'rows',
      value: row.key,
      checked: isPicked(row.key),
      'aria-label': words.pick(rankName(row, r, words)),
    });
  return rankTable(r, keys, words, { styleOf: (key) => styles.get(key) ?? null, before, rowAt });
}

/** Controls as they are, but with what is asked for now. */
function copied(selects: readonly HTMLSelectElement[], keys: Keys): Child {
  return selects.map(({ name, options, previousSibling }) => {
    const texts = new Map(Array.from(options, ({ value, text }) => [value, text]));
    return field(
      previousSibling!.textContent!,
      choice(name, keys[name] ?? '', [...texts.keys()], (value) => texts.get(value)!),
    );
  });
}

/** What lies over the curves: the one that is looked at, what a drag marks, and what is out of sight. */
function overlay({ point, brush }: RankView, plot: RankPlot): Markup {
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
function pad({ left, right, top, bottom, width, height }: RankPlot, label: string): Markup {
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
function handle(r: RankFigure, { target, top, bottom, x }: RankPlot): Child {
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
function tip(view: RankView, plot: RankPlot): Markup {
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

function pointTexts({ ranking: r, sources }: RankView, { row, index }: ChartPoint) {
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

/** What can be done with the rows that are picked, and with a part of the chart. */
function actions({ ranking: r, keys, isPicked, plot }: RankView): Markup {
  const rows = r.rows.filter(({ key }) => isPicked(key));
  const isEnough = rows.length >= MIN_SIDES && rows.length <= MAX_SIDES;
  const href = isEnough ? comparisonsOf(r, keys)(...rows) : null;
  const button = (name: string, text: string) => h('button', { type: 'button', name }, text);
  return h(
    'div',
    { class: 'actions', part: 'actions' },
    href === null
      ? h('span', { class: 'muted' }, isEnough ? words.incomparable : words.comparable)
      : h('a', { href, class: 'compare' }, words.compare),
    rows.length > 0 && [
      h('span', { class: 'muted' }, words.picked(rows.length)),
      button('all', words.all),
      button('invert', words.invert),
    ],
    plot !== null && plot.isZoomed && button('whole', words.whole),
  );
}
