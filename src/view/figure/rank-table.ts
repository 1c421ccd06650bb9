import { RANK_METRIC_NAMES } from '../../core/ranking/rank-metrics.ts';
import { ROW_ORDERS, orderedRows } from '../../core/ranking/row-order.ts';
import type { RowOrder } from '../../core/ranking/row-order.ts';
import type { RankFigure, RankRow } from '../../core/ranking/ranking-types.ts';
import { sideMark } from './mark.ts';
import { rankName } from './rank-name.ts';
import { concurrencyText, isLowerRanked, rankNumber } from './rank-number.ts';
import type { RankNumber } from './rank-number.ts';
import { whiskerScale } from './whisker-scale.ts';
import type { Scale } from './scale.ts';
import { DASHES } from './theme.ts';
import { NONE, ratioText, secondsTexts } from '../format.ts';
import { n } from './curve-path.ts';
import { rankPath } from '../links.ts';
import type { Keys } from '../links.ts';
import { h } from '../markup/markup.ts';
import type { Child, Markup } from '../markup/markup.ts';
import { comparisonsOf } from '../rank-links.ts';
import { numberOrBound, withoutNumber } from '../text/rank-value-text.ts';
import type { RankFigureWords } from '../words/words.ts';

/** px of the drawing of a value and its likely range */
const WHISKER = { width: 150, height: 14 };

/** How a row looks where a reader can do more with it than follow a link. */
export interface RankRowLook {
  /** position among the styles of lines, by the row's key and place; `null` for no mark */
  readonly styleOf: (key: string, index: number) => number | null;
  /** what stands before its name */
  readonly before: (row: RankRow) => Child;
  /** what stands at a place of the table, from the top: the row made now, or what stood there before */
  readonly rowAt: (place: number, make: () => Markup) => Child;
}

/** How it looks on a page that no script makes more of. */
export const PLAIN_LOOK: RankRowLook = {
  styleOf: (_, index) => index,
  before: () => null,
  rowAt: (_, make) => make(),
};

/** The rows of a ranking as a table, and links that rank by something else. */
export function rankTable(
  r: RankFigure,
  keys: Keys,
  words: RankFigureWords,
  look: RankRowLook,
): Markup {
  return h(
    'div',
    { class: 'rank-scroll', tabindex: 0, role: 'region', 'aria-label': words.tableTitle },
    h(
      'p',
      { class: 'small by' },
      `${words.form.by}: `,
      RANK_METRIC_NAMES.map((metric, i) => [
        i > 0 && ' · ',
        metric === r.by && r.cost === null
          ? h('b', null, words.metrics[metric].name)
          : h('a', { href: byHref(r, keys, metric) }, words.metrics[metric].name),
      ]),
    ),
    rankRows(r, orderedRows(r.rows, orderIn(keys)), keys, words, true, look),
  );
}

/** The order that an address asks for. */
function orderIn({ sort }: Keys): RowOrder {
  return ROW_ORDERS.find((order) => order === sort) ?? 'rank';
}

/**
 * Rows of a ranking as a table.
 *
 * @param hasOrders - heads lead to the same question in their order
 */
export function rankRows(
  r: RankFigure,
  rows: readonly RankRow[],
  keys: Keys,
  words: RankFigureWords,
  hasOrders: boolean,
  look: RankRowLook,
): Markup {
  const { columns } = words;
  const numbers = rows.map((row) => rankNumber(row, r));
  const x = whiskerScale(numbers, WHISKER.width);
  const name = r.cost === null ? words.metrics[r.by].unit : columns.reached;
  const comparisonOfRows = comparisonsOf(r, keys);
  const reference = r.against === null ? undefined : r.configurations[r.against];
  const comparisonOf: ComparisonOf =
    reference === undefined ? () => null : (row) => comparisonOfRows(reference, row);

  return h(
    'table',
    { class: 'ranks' },
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        (
          [
            [columns.rank, 'rank'],
            [columns.configuration, 'configuration'],
            [columns.likely],
            [name],
            [columns.ratio],
            [columns.ttft, 'ttft'],
            [columns.concurrency, 'concurrency'],
            [columns.gpus, 'gpus'],
            [columns.date, 'date'],
          ] as const
        ).map(([head, order = null], i) =>
          headMarkup(r, keys, head, hasOrders ? order : null, i > 2 ? 'figure' : null),
        ),
      ),
    ),
    h(
      'tbody',
      null,
      rows.map((row, i) =>
        look.rowAt(i, () =>
          rowMarkup(r, row, rows[i - 1], numbers[i]!, x, comparisonOf, words, look),
        ),
      ),
    ),
  );
}

/** The head of a column; a link where the rows can be in its order. */
function headMarkup(
  { id }: RankFigure,
  keys: Keys,
  head: string,
  order: RowOrder | null,
  classes: string | null,
): Markup {
  const isOwn = order === orderIn(keys);
  const sorted = isOwn ? (order === 'date' ? 'descending' : 'ascending') : null;
  const { sort: _, ...rest } = keys;
  const asked = order === null || order === 'rank' ? rest : { ...rest, sort: order };
  return h(
    'th',
    { scope: 'col', class: classes, 'aria-sort': sorted },
    order === null || isOwn ? head : h('a', { href: rankPath(id, asked) }, head),
  );
}

/** The same question ranked by another metric, at a speed. */
function byHref({ id }: RankFigure, keys: Keys, by: string): string {
  const { cost: _, ...rest } = keys;
  return rankPath(id, { ...rest, by });
}

function rowMarkup(
  r: RankFigure,
  row: RankRow,
  before: RankRow | undefined,
  number: RankNumber | null,
  x: Scale | null,
  comparisonOf: ComparisonOf,
  words: RankFigureWords,
  look: RankRowLook,
): Markup {
  const index = r.rows.indexOf(row); // by which the chart draws it
  const style = look.styleOf(row.key, index);
  const isOfGroup = row.rank !== null && before?.rank === row.rank && row.isTied && before.isTied;
  const classes = [isOfGroup ? 'tied' : '', number === null ? 'out' : ''].filter(Boolean).join(' ');
  const read = row.value ?? row.bound;
  return h(
    'tr',
    { class: classes || null },
    h(
      'td',
      { class: 'rank' },
      row.rank === null ? NONE : String(row.rank),
      row.isTied && [
        h('span', { 'aria-hidden': 'true' }, '='),
        h('span', { class: 'visually-hidden' }, ` ${words.tied}`),
      ],
    ),
    h(
      'th',
      { scope: 'row' },
      look.before(row),
      style !== null && style < DASHES.length && sideMark(style),
      nameOf(r, row, comparisonOf, words),
    ),
    number === null || x === null
      ? h('td', { class: 'why', colspan: 2 }, withoutNumber(row, words))
      : [
          h('td', null, whisker(number, x, isLowerRanked(r))),
          h('td', { class: 'figure' }, numberOrBound(r, row, number, words)),
        ],
    [
      row.ratio === null ? NONE : row.key === r.against ? words.reference : ratioText(row.ratio),
      read?.ttft ? secondsTexts(read.ttft).join('–') : NONE,
      concurrencyText(row) ?? NONE,
      read ? pair(read.gpus.map((end) => (end === null ? NONE : String(end)))) : NONE,
      row.date ?? NONE,
    ].map((text) => h('td', { class: 'figure' }, text)),
  );
}

/** The address of a row's comparison with the reference; `null` where there is none. */
type ComparisonOf = (row: RankRow) => string | null;

/** The configuration, its hardware first and heavier; a link to its comparison with the reference. */
function nameOf(
  r: RankFigure,
  row: RankRow,
  comparisonOf: ComparisonOf,
  words: RankFigureWords,
): Child {
  const whole = rankName(row, r, words);
  const hardware = r.labels[row.hardware] ?? row.hardware;
  const href = comparisonOf(row);
  const parts = [
    h('b', null, hardware),
    h('span', { class: 'muted' }, whole.slice(hardware.length)),
  ];
  return href === null ? parts : h('a', { href }, parts);
}

/** What stands at two knots, once where it is the same. */
function pair(texts: readonly string[]): string {
  return [...new Set(texts)].join('–');
}

/** A dot at the value and a line over where it likely lies; a bound is an open arrowhead. */
function whisker({ value, likely, isBound }: RankNumber, x: Scale, isLower: boolean): Markup {
  const { width, height } = WHISKER;
  const middle = height / 2;
  const [low, high] = likely;
  const at = n(x(value));
  const side = isLower ? -5 : 5;
  return h(
    'svg',
    { class: 'whisker', viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' },
    !isBound &&
      h('path', {
        class: 'range',
        d: `M${low === null ? 0 : n(x(low))} ${middle}H${high === null ? width : n(x(high))}`,
      }),
    isBound
      ? h('path', { class: 'open', d: `M${at} ${middle - 4}l${side} 4l${-side} 4` })
      : h('circle', { class: 'ink', cx: at, cy: middle, r: 4 }),
  );
}
