import { MAX_SIDES, MIN_SIDES } from '../src/core/limits.ts';
import type { RankFigure } from '../src/core/ranking/ranking-types.ts';
import { choice, field, rankControls } from '../src/view/figure/rank-controls.ts';
import { rankPlotSvg } from '../src/view/figure/rank-plot-svg.ts';
import type { RankPlot } from '../src/view/figure/rank-plot.ts';
import type { Keys } from '../src/view/links.ts';
import { h } from '../src/view/markup/markup.ts';
import type { Child, Markup } from '../src/view/markup/markup.ts';
import { comparisonsOf } from '../src/view/rank-links.ts';
import { rankFigure as words } from '../src/view/words/en/rank-figure.ts';
import type { RankAnswer } from './rank-answer.ts';
import { handle, overlay, pad, tip } from './rank-overlay.ts';
import type { ChartOverlay } from './rank-overlay.ts';

/** What the server says of a ranking. */
export interface Said {
  /** absolute address of its page */
  readonly link: string;
  /** `null` before the first one */
  readonly answer: Omit<RankAnswer, 'leaders'> | null;
  /** the answer is of what was asked before, or not there */
  readonly isBusy: boolean;
}

/** What is drawn. */
export interface RankView extends ChartOverlay {
  /** of the address, encoded */
  readonly keys: Keys;
  /** whether a row stands in front, by its key */
  readonly isPicked: (key: string) => boolean;
  /** `null` without a curve that has the metric */
  readonly plot: RankPlot | null;
  readonly drawn: Markup | null;
  /** `rankPickTable` of it */
  readonly table: Child;
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
    said?.answer && [
      said.answer.notices[0] && notices(said.answer.notices),
      h(
        'p',
        { class: 'fine-print', part: 'source' },
        `${said.answer.method} ${said.answer.source}`,
      ),
    ],
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

/** What is to be known of the figures: known issues, what is left out. */
function notices(said: RankAnswer['notices']): Markup {
  return h(
    'details',
    { class: 'fine-print', part: 'notices' },
    h('summary', null, words.noteCount(said.length)),
    said.map(({ text }) => h('p', null, text)),
  );
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
