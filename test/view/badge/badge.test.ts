import { describe, expect, test } from 'vitest';
import { badgeEndpoint } from '../../../src/view/badge/badge-endpoint.ts';
import { badgeSvg } from '../../../src/view/badge/badge-svg.ts';
import { DARK, LIGHT } from '../../../src/view/brand.ts';
import { badgeText } from '../../../src/view/badge/badge-text.ts';
import { fittingText } from '../../../src/view/badge/fitting-text.ts';
import { en } from '../../../src/view/words/en/index.ts';
import type { Comparison } from '../../../src/core/comparison-types.ts';
import { REFERENCE, WORKLOADS, comparison, side } from '../fixtures/comparison.ts';
import { HARD_CARDS } from '../fixtures/hard-cards.ts';

const MAX_BYTES = 1536;
const bytes = (text: string) => new TextEncoder().encode(text).length;

/** The second side leads. */
const SECOND = comparison([
  side('off', '20:1000 60:500', { label: 'Off' }),
  side('mtp', '20:3000 60:1500', { label: 'MTP' }),
]);
const ASKED: Comparison = { ...REFERENCE, ttftLimit: 2, pool: true, mismatch: ['framework'] };
const TWO_OF_THREE = comparison(
  [side('a', '20:1000 60:500'), side('b', '20:1000 60:500'), side('c', '20:100 60:50')],
  { targets: [20] },
);

describe('says what the figures say', () => {
  const cases: readonly (readonly [string, Comparison | undefined, string, string])[] = [
    ['the first of two leads', REFERENCE, 'MTP vs Off', '3.3× at 124 tok/s/user'],
    ['the second leads', SECOND, 'Off vs MTP', 'MTP leads by 3.0× at 40 tok/s/user'],
    [
      'a third has no data',
      HARD_CARDS['absent side'],
      'B200 vs MI300X vs MI325X',
      'B200 leads by 4.4× at 70 tok/s/user',
    ],
    [
      'open',
      HARD_CARDS['undecided'],
      'SGLang vs vLLM',
      'vLLM ~1.3×, not settled, at 66 tok/s/user',
    ],
    ['level', HARD_CARDS['tie'], 'MTP vs Off', 'level at 26 tok/s/user'],
    ['level, one is not', TWO_OF_THREE, 'A vs B vs C', 'A and B level at 20 tok/s/user'],
    ['no band', HARD_CARDS['disjoint'], 'B200 vs MI300X', 'no speed in common'],
    [
      'outside a range',
      HARD_CARDS['out of range'],
      'Alpha vs Beta',
      'fewer than two figures at 120 tok/s/user',
    ],
    ['output tokens', WORKLOADS, '1K1K vs 8K1K', '2.3× at 20 tok/s/user, output tokens'],
    [
      'all that was asked',
      ASKED,
      'MTP vs Off',
      '3.3× at 124 tok/s/user, first token within 2 s, best recipes, not like for like',
    ],
  ];
  test.each(cases)('%s', (_, c, label, message) => {
    expect(badgeText(c!, en)).toMatchObject({ label, message });
    const svg = badgeSvg(c!, en, 'light');
    expect(svg).toContain(`>${label}</text>`);
    expect(svg).toContain(`>${message}</text>`);
    expect(badgeEndpoint(c!, en)).toMatchObject({ schemaVersion: 1, label, message });
  });
});

test('has the colour of the side that is ahead, and of none where none is', () => {
  const colourOf = (c: Comparison) => (badgeEndpoint(c, en) as { color: string }).color;
  expect(colourOf(REFERENCE)).toBe(LIGHT.sides[0]);
  expect(colourOf(SECOND)).toBe(LIGHT.sides[1]);
  for (const name of ['undecided', 'tie', 'disjoint', 'out of range'] as const) {
    expect([name, colourOf(HARD_CARDS[name]!)]).toEqual([name, LIGHT.muted]);
  }
});

describe('is small, and text stays text', () => {
  const evil = '"><script>alert(1)</script>&'.repeat(9);
  const names = ['a', 'b', 'c', 'd'];
  const hostile = comparison(
    names.map((key) => side(key, '20:1000 60:500', { label: `${key}${evil}` })),
    { title: evil, targets: [40] },
  );
  const open = comparison(
    names.map((key, i) =>
      side(key, `20:${1000 - i} 60:${500 + i}`, { label: `${key}千🚀${evil}` }),
    ),
    { ...ASKED, title: evil.repeat(9), targets: [40.5] },
  );
  test.each(Object.entries({ ...HARD_CARDS, hostile, open }))('%s', (_, c) => {
    for (const theme of ['auto', 'light', 'dark'] as const) {
      const svg = badgeSvg(c, en, theme);
      expect(bytes(svg)).toBeLessThanOrEqual(MAX_BYTES);
      const tags = (svg.match(/<[^>]*>/g) ?? []).map((tag) => /^<\/?\w+/.exec(tag)![0]);
      expect(tags.filter((tag) => !/^<\/?(svg|title|style|rect|path|text)$/.test(tag))).toEqual([]);
      expect(svg.match(/<text/g)).toHaveLength(2);
    }
    expect(bytes(JSON.stringify(badgeEndpoint(c, en)))).toBeLessThanOrEqual(600);
  });

  test('follows the reader, or the theme that is asked for', () => {
    expect(badgeSvg(REFERENCE, en, 'auto')).toContain('prefers-color-scheme:dark');
    const [light, dark] = (['light', 'dark'] as const).map((it) => badgeSvg(REFERENCE, en, it));
    expect(light).not.toContain('prefers-color-scheme');
    expect(light).not.toBe(dark);
  });

  test.each([
    ['MTP', 3, 'MTP'],
    ['MI300X', 5, 'MI…'],
    ['a b', 4, 'a b'],
    ['ab cd', 4, 'a…'],
    ['"""', 15, '""…'],
    ['🚀🚀', 7, '🚀…'],
  ])('%s in %i bytes: %s', (text, max, expected) => expect(fittingText(text, max)).toBe(expected));
});

test('a badge without a theme is dark for readers of dark pages only', () => {
  const rulesIn = (svg: string) => /<style>([^]*)<\/style>/.exec(svg)![1]!;
  const [light, dark] = (['light', 'dark'] as const).map((theme) =>
    rulesIn(badgeSvg(REFERENCE, en, theme)),
  );
  expect(light).toContain(LIGHT.page);
  expect(dark).toContain(DARK.page);
  const both = `${light}@media(prefers-color-scheme:dark){${dark}}`;
  expect(rulesIn(badgeSvg(REFERENCE, en, 'auto'))).toBe(both);
});
