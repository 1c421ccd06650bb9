import type { Ranking } from '../../core/ranking/ranking-types.ts';
import type { ThemeChoice } from '../../core/theme-names.ts';
import { RANK_COLUMNS, rankColumns } from '../figure/rank-columns.ts';
import { rankName } from '../figure/rank-name.ts';
import { rankNumber } from '../figure/rank-number.ts';
import { leadersSentence, rankAnswer, rankQuestion } from '../text/ranking-summary.ts';
import { rankSource } from '../text/rank-source.ts';
import { numberOrBound, withoutNumber } from '../text/rank-value-text.ts';
import type { Words } from '../words/words.ts';
import { THEME_INSET } from './height.ts';

/** px by which the estimate may be short: a line that another font breaks */
const SLACK = 40;
/** px before the name of a row: what picks it, and its mark */
const BEFORE_NAME = 41;
/** px of a line of the table, and around the lines of a row of one and of two */
const ROW = { line: 19, around: 13, aroundTwo: 19 };
/** px of a character in a name, the heavier hardware included, and in what stands for a number */
const NAME_CHARACTER = 7.6;
const NUMBER_CHARACTER = 7.4;
/** px of the column before that of the numbers, with the gap */
const WHISKER = 162;
/** px of a character of 14 px and of 12 px, on the generous side */
const CHARACTER = 7.8;
const SMALL_CHARACTER = 6.8;
/** controls, and px of the least width of one with the gap after it, and of its height with that */
const CONTROLS = { count: 8, width: 164, height: 62 };
/** px of what has the same height in every column: chart, heads, margins, filters, what picked rows can do */
const FIXED = 770;

/** px of the line that unfolds the notices, with the gap before it */
const NOTICES = 26;

/**
 * Widths of a column (px) between which the room for the figure is taken as straight: where the controls
 * of a line get more, and where the columns of the table do.
 */
const BENDS = [
  280,
  311,
  312,
  475,
  476,
  639,
  640,
  1250,
  ...RANK_COLUMNS.flatMap(({ from }) => [from - 1, from]),
].toSorted((a, b) => a - b);

/**
 * The `style` attribute of the link around the picture that stands in for a ranking's element: below the
 * picture it keeps free what the figure will be higher, so that nothing moves when it is drawn.
 *
 * A padding in percent follows the width of the column, between whose bends the height is taken as
 * straight. Where a policy drops the style there is the picture alone.
 */
export function rankReservingStyle(r: Ranking, theme: ThemeChoice, all: Words): string {
  const inset = theme === 'auto' ? 0 : THEME_INSET;
  const heights = BENDS.map((width) => rankElementHeight(r, width, all));
  const bends = heights.slice(1).map((height, i) => {
    const [from, to] = [BENDS[i]!, BENDS[i + 1]!];
    return slope(`100% - ${from + inset}px`, height - heights[i]!, to - from);
  });
  const parts = [`${heights[0]! + inset}px`, ...bends, ' - min(52.5%,630px)'];
  return `display:block;padding-bottom:calc(${parts.join('')})`;
}

/** px that are added (or taken, where negative) evenly as a length grows from 0 to a span (px). */
function slope(length: string, height: number, span: number): string {
  if (height === 0) return '';
  const factor = Number((Math.abs(height) / span).toFixed(2));
  return ` ${height < 0 ? '-' : '+'} clamp(0px,(${length})*${factor},${Math.abs(height)}px)`;
}

/** About the height (px) of a ranking's element in a column of a width (px), rather more than less. */
function rankElementHeight(r: Ranking, width: number, all: Words): number {
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
      (Object.keys(r.asked).length > 0 ? filtersHeight(r, width) : 0) +
      18 * lines(words.chartNote, SMALL_CHARACTER) +
      21 * lines(`${words.form.by}: ${metrics.join('')}`, CHARACTER) +
      tableHeight(r, width, all) +
      (r.notices.length > 0 ? NOTICES : 0) +
      18 * lines(`${words.method} ${rankSource(r, words)}`, SMALL_CHARACTER),
  );
}

/** Unfolded, as they are where some are set. */
function filtersHeight(r: Ranking, width: number): number {
  const isNarrow = rankColumns(width) === null;
  const groups = Object.values(r.filters).filter(({ length }) => length > 0);
  const linesOf = (values: (typeof groups)[number]) => {
    const room = isNarrow ? width : width - 168; // beside their name, or under it
    const across = values.reduce(
      (sum, { label, key }) => sum + 64 + (label ?? key).length * 7.6,
      0,
    );
    return Math.ceil(across / room) + Number(isNarrow);
  };
  return groups.reduce((sum, values) => sum + 8 + 23 * linesOf(values), 0);
}

function tableHeight(r: Ranking, width: number, all: Words): number {
  const columns = rankColumns(width);
  const { beside, number: numbers } = columns ?? { beside: 42, number: width - 38 };
  const heights = r.rows.map((row) => {
    const name = rankName(row, r, all.ranking);
    const names = Math.ceil((name.length * NAME_CHARACTER + BEFORE_NAME) / (width - beside));
    const number = rankNumber(row, r);
    const [text, room] =
      number === null
        ? [withoutNumber(row, all.ranking), columns ? WHISKER + numbers : numbers]
        : [numberOrBound(r, row, number, all.ranking), numbers];
    const lines = Math.ceil((text.length * NUMBER_CHARACTER) / room);
    return columns
      ? Math.max(names, lines) * ROW.line + ROW.around
      : (names + lines) * ROW.line + ROW.aroundTwo;
  });
  return heights.reduce((sum, height) => sum + height, columns ? 2 * ROW.line + ROW.around : 0);
}
