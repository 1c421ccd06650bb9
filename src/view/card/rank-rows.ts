import type { Ranking, RankRow } from '../../core/ranking/ranking-types.ts';
import type { Theme } from '../brand.ts';
import { rankName } from '../figure/rank-name.ts';
import { isLowerRanked, metricText, rankNumber } from '../figure/rank-number.ts';
import type { RankNumber } from '../figure/rank-number.ts';
import type { Size } from '../figure/plot-frame.ts';
import type { Scale } from '../figure/scale.ts';
import { DASHES } from '../figure/theme.ts';
import { whiskerScale } from '../figure/whisker-scale.ts';
import { NONE, targetText } from '../format.ts';
import { withoutNumber } from '../text/rank-value-text.ts';
import type { Words } from '../words/words.ts';
import { box, cardMark, drawing, label, shape } from './element.ts';
import type { CardElement } from './element.ts';

const HEAD = 32;
const ROW = 58;
const REST = 32;
/** px of the columns beside the name, which has the rest */
const COLUMNS = { rank: 54, mark: 34, whisker: 150, number: 222, range: 208 } as const;

/**
 * The first rows of a ranking, as many as there is room for, and how many more there are. Rows that
 * are not told apart have no line between them.
 */
export function rankCardRows(
  r: Ranking,
  theme: Theme,
  { width, height }: Size,
  all: Words,
): CardElement {
  const { ranking: words, card } = all;
  const room = Math.floor((height - HEAD) / ROW);
  const count = r.rows.length <= room ? room : Math.floor((height - HEAD - REST) / ROW);
  const rows = r.rows.slice(0, count);
  const rest = r.rows.length - rows.length;
  const numbers = rows.map((row) => rankNumber(row, r));
  const x = whiskerScale(numbers, COLUMNS.whisker);
  const unit = r.cost === null ? words.metrics[r.by].unit : words.columns.reached;
  return box(
    { flexDirection: 'column', width },
    rows.length === 0
      ? null
      : box(
          {
            height: HEAD,
            justifyContent: 'space-between',
            fontSize: 20,
            color: theme.muted,
            borderBottom: `1px solid ${theme.ink}`,
          },
          label({}, words.columns.configuration),
          label({}, `${unit}, ${words.columns.likely}`),
        ),
    rows.map((row, i) => rowElement(r, row, i, numbers[i]!, x, theme, all)),
    rest > 0
      ? label(
          { fontSize: 20, color: theme.muted, height: REST, paddingTop: 6 },
          card.rank.rest(rest),
        )
      : null,
  );
}

function rowElement(
  r: Ranking,
  row: RankRow,
  index: number,
  number: RankNumber | null,
  x: Scale | null,
  theme: Theme,
  all: Words,
): CardElement {
  const before = r.rows[index - 1];
  const isOfGroup = row.isTied && before?.isTied === true && before.rank === row.rank;
  const isFirst = index === 0;
  const rank = row.rank === null ? NONE : `${row.rank}${row.isTied ? '=' : ''}`;
  const line = isFirst || isOfGroup ? 'none' : `1px solid ${theme.hairline}`;
  return box(
    { height: ROW, alignItems: 'center', borderTop: line },
    label(
      {
        width: COLUMNS.rank,
        fontSize: 28,
        ...(row.rank === null ? { color: theme.muted } : { fontWeight: 600 }),
      },
      rank,
    ),
    box({ width: COLUMNS.mark }, index < DASHES.length ? cardMark(index, theme, 24) : null),
    nameElement(r, row, theme, all),
    number === null || x === null
      ? box(
          { justifyContent: 'flex-end' },
          label({ fontSize: 20, color: theme.muted }, withoutNumber(row, all.ranking)),
        )
      : [
          whisker(number, x, isLowerRanked(r), theme),
          box(
            { width: COLUMNS.number, justifyContent: 'flex-end', alignItems: 'baseline', gap: 8 },
            number.isBound
              ? label(
                  { fontSize: 20, color: theme.muted, whiteSpace: 'nowrap', flexShrink: 0 },
                  all.card.rank.bound(isLowerRanked(r)),
                )
              : null,
            label({ fontSize: 28, fontWeight: 600, flexShrink: 0 }, number.text),
          ),
          box(
            { width: COLUMNS.range, justifyContent: 'flex-end' },
            label({ fontSize: 20, color: theme.muted }, rangeOf(r, row, number, all)),
          ),
        ],
  );
}

/** The hardware with its precision and method; the engine and the deployment below. */
function nameElement(r: Ranking, row: RankRow, theme: Theme, { ranking }: Words): CardElement {
  const part = { ...row, framework: null, deployment: null };
  const first = rankName(part, r, ranking);
  const second = rankName(row, r, ranking)
    .slice(first.length)
    .replace(/^[ ,]+/, '');
  return box(
    { flexDirection: 'column', flexGrow: 1, flexShrink: 1, flexBasis: 0, overflow: 'hidden' },
    label({ fontSize: 26, fontWeight: 600, lineHeight: 1.15, lineClamp: 1 }, first),
    second === ''
      ? null
      : label({ fontSize: 20, color: theme.muted, lineHeight: 1.15, lineClamp: 1 }, second),
  );
}

/** Where a number likely lies, or why it is only a bound. */
function rangeOf(r: Ranking, row: RankRow, number: RankNumber, { card }: Words): string {
  if (row.bound !== null) return card.rank.from(row.bound.interactivity);
  if (number.isBound) return card.rank.end;
  const [low, high] = number.likely.map((end) =>
    end === null ? null : r.cost === null ? metricText(end, r.by) : targetText(end),
  ) as [string | null, string | null];
  return card.rank.likely(low, high);
}

/** A dot at the value and a line over where it likely lies; a bound is an open arrowhead. */
function whisker(
  { value, likely, isBound }: RankNumber,
  x: Scale,
  isLower: boolean,
  theme: Theme,
): CardElement {
  const { whisker: width } = COLUMNS;
  const [height, middle] = [24, 12];
  const [at, side] = [x(value), isLower ? -9 : 9];
  const [low, high] = likely;
  const line = { stroke: theme.ink, strokeWidth: 3, fill: 'none', shapeRendering: 'crispEdges' };
  return drawing(
    width,
    height,
    isBound
      ? shape('path', { ...line, d: `M${at} ${middle - 8}l${side} 8l${-side} 8` })
      : [
          shape('path', {
            ...line,
            d: `M${low === null ? 0 : x(low)} ${middle}H${high === null ? width : x(high)}`,
          }),
          shape('circle', { cx: at, cy: middle, r: 7, fill: theme.ink }),
        ],
  );
}
