import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { renderPng } from '../../src/render/png.ts';
import { renderSvg } from '../../src/render/svg.ts';
import { DARK, LIGHT } from '../../src/view/brand.ts';
import { rankCard } from '../../src/view/card/rank-card.ts';
import type { CardElement } from '../../src/view/card/element.ts';
import { CARD_SIZE } from '../../src/view/card/size.ts';
import { isLowerRanked, metricText, rankNumber } from '../../src/view/figure/rank-number.ts';
import { ratioText, targetText } from '../../src/view/format.ts';
import { rankQuestion } from '../../src/view/text/ranking-summary.ts';
import { en } from '../../src/view/words/en/index.ts';
import { sweep } from '../core/fixtures.ts';
import { inventedRanking } from '../core/ranking/slow-ranking.ts';
import { textsOf } from '../view/fixtures/card-texts.ts';
import { HARD_RANKINGS, shippedRanking } from '../view/fixtures/shipped-rankings.ts';

const cases = Object.entries(HARD_RANKINGS).map(([name, r]) => ({ name, r }));

describe.each(cases)('$name', ({ r }) => {
  test.each([
    ['light', LIGHT],
    ['dark', DARK],
  ] as const)('%s: small, with a palette', async (_, theme) => {
    const png = await renderPng(await renderSvg(rankCard(r, theme, en), CARD_SIZE), 1);
    expect(png.byteLength).toBeLessThanOrEqual(60_000);
    const { width, height, data } = PNG.sync.read(Buffer.from(png));
    expect({ width, height }).toEqual(CARD_SIZE);
    expect(new Set(new Uint32Array(data.buffer, 0, data.length / 4)).size).toBeLessThanOrEqual(256);
  });

  test('says the question and, of each row that it shows, rank, number and likely range', () => {
    const said = textsOf(rankCard(r, LIGHT, en));
    expect(said).toContain(rankQuestion(r, en));
    const ranks = said.filter((text) => /^(\d+=?|—)$/.test(text));
    const shown = r.rows.slice(0, ranks.length);
    expect(shown).toHaveLength(Math.min(r.rows.length, ranks.length));
    expect(ranks).toEqual(
      shown.map(({ rank, isTied }) => (rank === null ? '—' : `${rank}${isTied ? '=' : ''}`)),
    );
    const rest = r.rows.length - shown.length;
    expect(said.includes(`and ${rest} more`)).toBe(rest > 0);
    for (const row of shown) {
      const number = rankNumber(row, r);
      if (number === null) continue;
      expect(said).toContain(number.text);
      const ends = number.likely.map((end) => {
        if (end === null) return null;
        return r.cost === null ? metricText(end, r.by) : targetText(end);
      });
      if (number.isBound) expect(said).toContain(isLowerRanked(r) ? 'at most' : 'at least');
      else if (!ends.includes(null)) expect(said).toContain(ends.join('–'));
    }
  });
});

const saysOf = (name: string) => textsOf(rankCard(HARD_RANKINGS[name]!, LIGHT, en));

test.each([
  ['one ahead', 'The first is decidedly ahead: 23.3\u00a0% less than the next'],
  ['not told apart', 'The data do not tell which: 4 are not told apart'],
  ['not told apart', 'measured from 44.8'],
  ['some slower, own prices', 'Only one has a number here'],
  ['some slower, own prices', 'measured up to 121 tok/s/user only'],
  ['within a cost, a limit', 'above the limit at every measured speed'],
  ['no row fits', 'No configuration has a number at '],
])('%s: %s', (name, text) => {
  expect(saysOf(name).some((said) => said.startsWith(text))).toBe(true);
});

describe('what was asked stands on it', () => {
  test('filters, with those of one dimension as alternatives', () => {
    const [eyebrow] = saysOf('within a cost, a limit');
    expect(eyebrow).toContain('B200, H200 or MI355X · FP8');
  });

  test('limit, prices, basis, dates and whose figures they are', () => {
    const foot = saysOf('within a cost, a limit').find((text) => text.includes('first token'));
    expect(foot).toBe(
      'first token within 2 s (median) · prices: hyperscaler, 2026-07 · measured figures · ' +
        'Runs of 2025-12-31 to 2026-01-14 · SemiAnalysis InferenceX',
    );
    const own = saysOf('some slower, own prices').find((text) => text.startsWith('prices:'));
    expect(own).toContain('prices: own prices · GPUs busy 60\u00a0% of the time');
  });

  test('the release only where it is chosen', () => {
    const r = HARD_RANKINGS['one ahead']!;
    const foot = (isPinned: boolean) => textsOf(rankCard(r, LIGHT, en, { isPinned })).join(' ');
    expect(foot(true)).toContain('release 0123456');
    expect(foot(false)).not.toContain('release');
  });
});

test('within a cost the first is ahead by how fast it is, not by what it saves', () => {
  const sweeps = [
    { hardware: 'g1', points: '10:1000 100:900 120:100' },
    { hardware: 'g2', points: '10:1100 30:500' },
  ].map(({ hardware, points }) => sweep({ key: { hardware }, points }));
  const r = inventedRanking(sweeps, { cost: 1 })!;
  expect(r.lead).toMatchObject({ outcome: 'ahead' });
  const said = textsOf(rankCard(r, LIGHT, en)).find((text) => text.includes('decidedly ahead'));
  expect(said).toBe(en.card.rank.times(ratioText(r.lead!.ratio!)));
});

test('rows that are not told apart have no line between them', () => {
  const r = shippedRanking('deepseek-r1/8k1k', { at: 60, show: 'all' });
  const lines = rowsOf(rankCard(r, LIGHT, en)).map(({ props }) => props.style!['borderTop']);
  const isTied = r.rows.map(({ rank, isTied: tied }, i) => tied && r.rows[i - 1]?.rank === rank);
  expect(lines.length).toBeGreaterThan(3);
  expect(lines).toEqual(
    lines.map((_, i) => (i === 0 || isTied[i] ? 'none' : `1px solid ${LIGHT.hairline}`)),
  );
  expect(isTied.slice(0, lines.length)).toContain(true);
});

/** The boxes that begin with a rank. */
function rowsOf(element: CardElement | string): CardElement[] {
  if (typeof element === 'string' || !Array.isArray(element.props.children)) return [];
  const children = element.props.children as readonly (CardElement | string)[];
  const [first] = children;
  const text = typeof first === 'object' ? first.props.children : '';
  if (typeof text === 'string' && /^(\d+=?|—)$/.test(text)) return [element];
  return children.flatMap(rowsOf);
}

test('the same ranking gives the same bytes', async () => {
  const draw = () => renderSvg(rankCard(HARD_RANKINGS['one ahead']!, DARK, en), CARD_SIZE);
  expect(await draw()).toBe(await draw());
});
