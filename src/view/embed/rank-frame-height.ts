import type { Ranking } from '../../core/ranking/ranking-types.ts';
import { rankColumns } from '../figure/rank-columns.ts';
import { rankName } from '../figure/rank-name.ts';
import { leadersSentence, rankAnswer, rankQuestion } from '../text/ranking-summary.ts';
import type { Words } from '../words/words.ts';
import { FRAME_PADDING } from './frame.ts';
import { rankFrameFoot } from './rank-frame-foot.ts';
import { FRAME_CHARTS, FRAME_ROWS } from './rank-frame-size.ts';

/** px by which the estimate may be short: a line that another font breaks */
const SLACK = 24;
/** px of a row's line, and around the lines of a row */
const ROW = { line: 19, around: 11 };
/**
 * About the height (px) of a ranking in a frame of a width (px), rather more than less: what is in
 * sight of it on a page that does not listen to the height it reports.
 */
export function rankFrameHeight(r: Ranking, width: number, all: Words): number {
  const inner = width - 2 * FRAME_PADDING;
  const lines = (text: string, character: number, room = inner) =>
    Math.ceil((text.length * character) / room);
  const leaders = leadersSentence(r, all);
  const hasRest = r.rows.length > FRAME_ROWS;
  return Math.round(
    24 * lines(rankQuestion(r, all), 10.4) +
      21 * lines(rankAnswer(r, all), 8.1) +
      (leaders === null ? 0 : 8 + 18 * lines(leaders, 7.1)) +
      chartHeight(inner) +
      tableHeight(r, inner, all) +
      (hasRest ? 29 : 0) +
      (r.notices.length > 0 ? 26 : 0) +
      (8 + 18 * lines(rankFrameFoot(r, all.ranking), 7.1)) +
      2 * FRAME_PADDING +
      SLACK,
  );
}

/** Widths of a frame at which its height turns, px, from a phone's column on. */
const TURNS = [340, 480, 583, 584, 599, 600, 720, 879, 880, 924, 1119, 1120, 1200];

/** The height (px) at which a ranking is cut in no column from 340 to 1200 px. */
export function tallestRankFrame(r: Ranking, all: Words): number {
  return Math.max(...TURNS.map((width) => rankFrameHeight(r, width, all)));
}

function chartHeight(inner: number): number {
  const { wide, narrow } = FRAME_CHARTS;
  const { width, height, most } = inner < wide.from ? narrow : wide;
  return (Math.min(inner, most) * height) / width + 24;
}

function tableHeight(r: Ranking, inner: number, all: Words): number {
  const columns = rankColumns(inner);
  const isNarrow = columns === null; // there a row has a line for its number, and one for its name
  const heights = r.rows.slice(0, FRAME_ROWS).map((row) => {
    const name = rankName(row, r, all.ranking);
    const lines = Math.ceil(((name.length + 3) * 8) / (inner - (columns?.beside ?? 40)));
    return isNarrow ? lines * 23 + 36 : lines * ROW.line + ROW.around;
  });
  const head = isNarrow ? 0 : 4 * ROW.line + ROW.around;
  return heights.reduce((sum, height) => sum + height, head);
}
