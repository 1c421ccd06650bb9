import type { Words } from '../words/words.ts';
import type { ComparedSide, Comparison, SideValue } from '../../core/comparison-types.ts';
import { leaderOf } from '../../core/lead.ts';
import { box, label, cardMark } from './element.ts';
import type { CardElement, CardStyle } from './element.ts';
import { measureTexts } from '../figure/table-cells.ts';
import { NONE, targetText } from '../format.ts';
import type { Theme } from '../brand.ts';
import { headlineMetrics } from '../../core/metrics.ts';

const HEAD = 34;
const ROW = 34;

/**
 * Each side's throughput at each target: a row per side, a column per target.
 *
 * @returns `null` without targets
 */
export function cardTable(
  c: Comparison,
  theme: Theme,
  width: number,
  { card: words, figure }: Words,
): { element: CardElement; height: number } | null {
  if (c.values.length === 0) return null;
  const isWide = c.values.length > 3;
  const name = isWide ? 170 : 200;
  const height = HEAD + ROW * c.sides.length;
  const column = (width - name) / Math.max(3, c.values.length);
  const [metric] = headlineMetrics(c.sides);
  const [, counted] = figure.measures[metric];
  const figureText = measureTexts(
    metric,
    c.values.flatMap(({ sides }) => sides),
  );
  const textOf = (value: SideValue, side: ComparedSide) =>
    `${value.status === 'interpolated' ? '~' : ''}${figureText(value, side) ?? NONE}`;
  const texts = c.values.flatMap(({ sides }) =>
    sides.map((value, i) => textOf(value, c.sides[i]!).length),
  );
  // a figure of 24 px is some 15 px a character; long ones are set smaller so that they stay apart
  const size = Math.min(24, Math.floor((24 * (column - 12)) / (15 * Math.max(...texts))));
  const cell = (text: string, style: CardStyle = {}) =>
    box({ width: column, justifyContent: 'flex-end', ...style }, label({}, text));
  const unit = isWide ? '' : ` ${words.axis}`;
  const head = box(
    { height: HEAD, alignItems: 'center', fontSize: 20, color: theme.muted },
    label({ width: name }, isWide ? words.perGpuAt(counted) : counted),
    c.values.map(({ interactivity }) => cell(targetText(interactivity) + unit)),
  );
  const rows = c.sides.map((side, i) =>
    box(
      {
        height: ROW,
        alignItems: 'center',
        borderTop: `1px solid ${theme.hairline}`,
        fontSize: size,
      },
      box(
        { width: name, alignItems: 'center', gap: 8 },
        cardMark(i, theme, 20),
        label({ lineClamp: 1, fontSize: 20, fontWeight: 600, maxWidth: name - 36 }, side.label),
      ),
      c.values.map((target) =>
        cell(textOf(target.sides[i]!, side), {
          fontWeight: leaderOf(target.best[metric]) === side.key ? 600 : 400,
        }),
      ),
    ),
  );
  const table = box({ flexDirection: 'column', height }, head, rows);
  return { element: table, height };
}
