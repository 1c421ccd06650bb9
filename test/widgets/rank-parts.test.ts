import { beforeAll, describe, expect, test } from 'vitest';
import type { RankFigure } from '../../src/core/ranking/ranking-types.ts';
import { sidesOf } from '../../src/view/figure/rank-chart-document.ts';
import type { Markup } from '../../src/view/markup/markup.ts';
import { rankMade } from '../../widgets/rank-made.ts';
import { rankParts } from '../../widgets/rank-parts.ts';
import { questionOf } from '../../widgets/rank-question.ts';
import { manyRankCurves } from '../many-rank-curves.ts';

const ROWS = 120;
const WIDTH = 900;
const QUESTION = questionOf(new URL('https://a.example/rank/deepseek-r1/8k1k?show=all'));
const NOTHING_DRAWN = () => NaN;

let ranking: RankFigure;
let moved: RankFigure;
let fewer: RankFigure;
beforeAll(async () => {
  const document = await manyRankCurves(ROWS, 6);
  const made = (search: string) => {
    const question = questionOf(new URL(`https://a.example/rank/deepseek-r1/8k1k${search}`));
    return rankMade(document, sidesOf(document), question, []);
  };
  ranking = made('?show=all');
  moved = made('?show=all&at=61');
  fewer = made(`?show=all&hardware=${ranking.rows[0]!.hardware}`);
});

/** The rows of a drawn table, by their place; absent where there are none yet. */
function rowsOf(table: Markup | null): readonly Markup[] {
  const body = [table!].flatMap(descendants).find(({ tag }) => tag === 'tbody')!;
  return body.children as readonly Markup[];
}

function descendants(tree: Markup): Markup[] {
  return [
    tree,
    ...tree.children.flatMap((child) => (typeof child === 'string' ? [] : descendants(child))),
  ];
}

/** Curves without a colour, as one path. */
function hasMuted(drawn: Markup | null): boolean {
  return descendants(drawn!).some(({ attrs }) => attrs['class'] === 'other');
}

/** A figure of which everything is drawn. */
function whole() {
  const { parts, expire, draw } = rankParts();
  for (let isTurn = false; draw(ranking, QUESTION, WIDTH, isTurn, NOTHING_DRAWN); isTurn = true);
  return { parts, expire, draw };
}

describe('the first time', () => {
  test('curves with a colour and forty rows come at once', () => {
    const { parts, draw } = rankParts();
    expect(draw(ranking, QUESTION, WIDTH, false, NOTHING_DRAWN)).toBe(true);
    expect([parts.end, rowsOf(parts.table).length]).toEqual([40, 40]);
    expect(hasMuted(parts.drawn)).toBe(false);
  });

  test('then muted curves, and then rows part by part until all are there', () => {
    const { parts, draw } = rankParts();
    draw(ranking, QUESTION, WIDTH, false, NOTHING_DRAWN);
    const ends = Array.from({ length: 4 }, () => {
      const isLeft = draw(ranking, QUESTION, WIDTH, true, NOTHING_DRAWN);
      return [isLeft, hasMuted(parts.drawn), rowsOf(parts.table).length];
    });
    expect(ends).toEqual([
      [true, true, 40],
      [true, true, 72],
      [true, true, 104],
      [false, true, ROWS],
    ]);
  });

  test('what is drawn when it is no turn of what is left is left as it is', () => {
    const { parts, draw } = rankParts();
    draw(ranking, QUESTION, WIDTH, false, NOTHING_DRAWN);
    const { drawn, table } = parts;
    expect(draw(ranking, QUESTION, WIDTH, false, NOTHING_DRAWN)).toBe(true);
    expect([parts.drawn === drawn, parts.table === table]).toEqual([true, true]);
  });

  test('a chart without muted curves is whole at once', () => {
    const { parts, draw } = rankParts();
    const few = { ...ranking, rows: ranking.rows.slice(0, 3) };
    expect(draw(few, QUESTION, WIDTH, false, NOTHING_DRAWN)).toBe(false);
    expect(rowsOf(parts.table).length).toBe(3);
  });

  test('without a curve that has the metric there are rows and no chart', () => {
    const { parts, draw } = rankParts();
    const none = { ...ranking, rows: ranking.rows.map((row) => ({ ...row, knots: [] })) };
    draw(none, QUESTION, WIDTH, false, NOTHING_DRAWN);
    expect([parts.plot, parts.drawn, rowsOf(parts.table).length]).toEqual([null, null, 40]);
    const isLeft = Array.from({ length: 3 }, () =>
      draw(none, QUESTION, WIDTH, true, NOTHING_DRAWN),
    );
    expect(isLeft).toEqual([true, true, false]);
  });
});

describe('while the target moves', () => {
  test('rows in sight and the target line follow; the chart stays, and so do the other rows for now', () => {
    const { parts, expire, draw } = whole();
    const before = rowsOf(parts.table);
    const { drawn, plot } = parts;
    expire('target', moved);
    // a twentieth of the table, begun
    expect(draw(moved, QUESTION, WIDTH, false, () => 0.055)).toBe(true);
    expect(parts.end).toBe(7);
    const after = rowsOf(parts.table);
    expect(after.map((row, i) => row === before[i])).toEqual(
      Array.from({ length: ROWS }, (_, i) => i >= 7),
    );
    expect(parts.drawn).toBe(drawn);
    expect(parts.plot!.lines).toBe(plot!.lines);
    expect(parts.plot!.target!.text).toBe('61');
    expect(parts.plot!.target!.at).toBeCloseTo(plot!.x(61), 9);
  });

  test('rows that are out of sight follow in turns', () => {
    const { parts, expire, draw } = whole();
    const before = rowsOf(parts.table);
    expire('target', moved);
    draw(moved, QUESTION, WIDTH, false, () => 0.25);
    const ends = [parts.end];
    while (draw(moved, QUESTION, WIDTH, true, () => 0.25)) ends.push(parts.end);
    expect(ends).toEqual([30, 62, 94]);
    expect(rowsOf(parts.table).filter((row, i) => row === before[i])).toEqual([]);
  });

  test('with the table above or below what is in sight one row follows at once', () => {
    const { parts, expire, draw } = whole();
    expire('target', moved);
    draw(moved, QUESTION, WIDTH, false, () => -2);
    expect(parts.end).toBe(1);
  });

  test('a limit of the cost has no target line', () => {
    const { parts, expire } = whole();
    expire('target', { ...ranking, at: null });
    expect(parts.plot!.target).toBeNull();
  });

  test('before there is a chart it is drawn', () => {
    const { parts, expire, draw } = rankParts();
    expire('target', moved);
    draw(moved, QUESTION, WIDTH, false, NOTHING_DRAWN);
    expect(parts.plot).not.toBeNull();
  });
});

describe('of what is asked otherwise', () => {
  test.each(['load', 'all'] as const)('%s: chart and rows are drawn anew', (stale) => {
    const { parts, expire, draw } = whole();
    const before = rowsOf(parts.table);
    const { drawn } = parts;
    expire(stale, ranking);
    expect(parts.plot).toBeNull();
    draw(ranking, QUESTION, WIDTH, false, () => 1);
    expect(parts.drawn).not.toBe(drawn);
    expect(hasMuted(parts.drawn)).toBe(false);
    expect(rowsOf(parts.table).filter((row, i) => row === before[i])).toEqual([]);
  });

  test('who leads: the chart alone is', () => {
    const { parts, expire, draw } = whole();
    const { drawn, table } = parts;
    expire('chart', ranking);
    expect(draw(ranking, QUESTION, WIDTH, false, () => 1)).toBe(true);
    expect([parts.drawn === drawn, parts.table === table]).toEqual([false, true]);
    expect(draw(ranking, QUESTION, WIDTH, true, () => 1)).toBe(false);
    expect(hasMuted(parts.drawn)).toBe(true);
    expect(parts.table).toBe(table);
  });

  test('rows that a filter takes away are gone, and come back drawn anew', () => {
    const { parts, expire, draw } = whole();
    const { length } = fewer.rows;
    expect(length).toBeGreaterThan(1);
    expect(length).toBeLessThan(ROWS);
    expire('all', fewer);
    while (draw(fewer, QUESTION, WIDTH, true, () => 1));
    expect(rowsOf(parts.table).length).toBe(length);
    expire('all', ranking);
    draw(ranking, QUESTION, WIDTH, false, () => 0.1);
    expect(rowsOf(parts.table).length).toBe(length);
    while (draw(ranking, QUESTION, WIDTH, true, () => 1));
    expect(rowsOf(parts.table).length).toBe(ROWS);
  });
});
