import type { Ranking } from '../../core/ranking/ranking-types.ts';
import type { ThemeChoice } from '../../core/theme-names.ts';
import { rankName } from '../figure/rank-name.ts';
import { leadersSentence, rankAnswer, rankQuestion } from '../text/ranking-summary.ts';
import { rankSource } from '../text/rank-source.ts';
import type { Words } from '../words/words.ts';
import { THEME_INSET } from './height.ts';

/** px by which the estimate may be short: a line that another font breaks */
const SLACK = 40;
/** px: least width of the table with a line a row, of its columns but the names, and around a name */
const TABLE = { least: 1022, others: 851, before: 41 };
/** px of a line of the table, and around the lines of a row */
const ROW = { line: 19, around: 11 };
/** px of a character of 14 px and of 12 px, on the generous side */
const CHARACTER = 7.8;
const SMALL_CHARACTER = 6.8;
/** controls, and px of the least width of one with the gap after it, and of its height with that */
const CONTROLS = { count: 8, width: 164, height: 62 };
/** px of what has the same height in every column: chart, heads, margins, filters, what picked rows can do */
const FIXED = 770;

/** Widths of a column at which the room for the figure bends, or turns with the controls of a line, px. */
const BENDS = [280, 311, 312, 475, 476, 639, 640, 1022, 1250];
/** px of a viewport from which on a row of the table has one line, and of columns in narrower ones */
const WIDE_VIEWPORT = 600;
const PHONE = 320;
const NARROW = 568;

/**
 * The style of the link around the picture that stands in for a ranking's element: below the picture
 * it keeps free what the figure will be higher, so that nothing moves when it is drawn.
 *
 * A padding in percent follows the width of the column, between whose bends the height is taken as
 * straight; that the rows have two lines on a phone goes by the width of the viewport. Where a policy
 * drops the style there is the picture alone.
 */
export function rankReservingStyle(r: Ranking, theme: ThemeChoice, all: Words): string {
  const inset = theme === 'auto' ? 0 : THEME_INSET;
  const heights = BENDS.map((width) => rankElementHeight(r, width, false, all));
  const more = (column: number) => {
    const width = column - inset;
    return rankElementHeight(r, width, true, all) - rankElementHeight(r, width, false, all);
  };
  const narrow = more(NARROW);
  const bends = heights.slice(1).map((height, i) => {
    const [from, to] = [BENDS[i]!, BENDS[i + 1]!];
    return slope(`100% - ${from + inset}px`, height - heights[i]!, to - from);
  });
  const parts = [
    `${heights[0]! + inset}px`,
    ...bends,
    slope(`${WIDE_VIEWPORT}px - 100vw`, narrow, 1),
    slope(`${WIDE_VIEWPORT}px - 100vw`, more(PHONE) - narrow, NARROW - PHONE),
    ' - min(52.5%,630px)',
  ];
  return `display:block;padding-bottom:calc(${parts.join('')})`;
}

/** px that are added (or taken, where negative) evenly as a length grows from 0 to a span (px). */
function slope(length: string, height: number, span: number): string {
  if (height === 0) return '';
  const factor = Number((Math.abs(height) / span).toFixed(2));
  return ` ${height < 0 ? '-' : '+'} clamp(0px,(${length})*${factor},${Math.abs(height)}px)`;
}

/**
 * About the height (px) of a ranking's element in a column of a width (px), rather more than less.
 *
 * @param isNarrow - in a viewport in which a row of the table has two lines
 */
export function rankElementHeight(
  r: Ranking,
  width: number,
  isNarrow: boolean,
  all: Words,
): number {
  const lines = (text: string, character: number) => Math.ceil((text.length * character) / width);
  const words = all.ranking;
  const metrics = Object.values(words.metrics).map(({ name }) => `${name} · `);
  const columns = Math.max(1, Math.floor((width + 16) / CONTROLS.width));
  return Math.round(
    FIXED +
      SLACK +
      25 * lines(rankQuestion(r, all), 11.5) +
      21 * lines(rankAnswer(r, all), CHARACTER) +
      18 * lines(leadersSentence(r, all) ?? '', SMALL_CHARACTER) +
      CONTROLS.height * Math.ceil(CONTROLS.count / columns) +
      (Object.keys(r.asked).length > 0 ? filtersHeight(r, width, isNarrow) : 0) +
      18 * lines(words.chartNote, SMALL_CHARACTER) +
      21 * lines(`${words.form.by}: ${metrics.join('')}`, CHARACTER) +
      tableHeight(r, width, isNarrow, all) +
      18 * lines(`${words.method} ${rankSource(r, words)}`, SMALL_CHARACTER),
  );
}

/** Unfolded, as they are where some are set. */
function filtersHeight(r: Ranking, width: number, isNarrow: boolean): number {
  const groups = Object.values(r.filters).filter(({ length }) => length > 0);
  const linesOf = (values: (typeof groups)[number]) => {
    const room = isNarrow ? width : width - 168; // beside their name, or under it
    const across = values.reduce(
      (sum, { label, key }) => sum + 70 + (label ?? key).length * 7.6,
      0,
    );
    return Math.ceil(across / room) + Number(isNarrow);
  };
  return groups.reduce((sum, values) => sum + 8 + 23 * linesOf(values), 0);
}

function tableHeight(r: Ranking, width: number, isNarrow: boolean, all: Words): number {
  const room = isNarrow ? width - 36 : Math.max(TABLE.least, width) - TABLE.others;
  const heights = r.rows.map((row) => {
    const name = rankName(row, r, all.ranking);
    const lines = Math.ceil((name.length * 7.2 + TABLE.before) / room);
    if (isNarrow) return lines * ROW.line + 23 + ROW.around;
    const isLong = row.bound !== null || row.status === 'end' || row.status === 'late';
    return Math.max(lines, isLong ? 2 : 1) * ROW.line + ROW.around;
  });
  return heights.reduce((sum, height) => sum + height, isNarrow ? 0 : 2 * ROW.line + ROW.around);
}
