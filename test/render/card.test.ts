import { en } from '../../src/view/words/en/index.ts';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { encodePng } from '../../src/render/palette-png.ts';
import { renderPixels, renderPng } from '../../src/render/png.ts';
import { renderSvg } from '../../src/render/svg.ts';
import { comparisonCard, fallbackCard } from '../../src/view/card/card.ts';
import { CARD_SIZE } from '../../src/view/card/size.ts';
import type { CardElement } from '../../src/view/card/element.ts';
import { DARK, LIGHT } from '../../src/view/brand.ts';
import { textsOf } from '../view/fixtures/card-texts.ts';
import { REFERENCE } from '../view/fixtures/comparison.ts';
import type { Comparison } from '../../src/core/comparison-types.ts';
import { HARD_CARDS } from '../view/fixtures/hard-cards.ts';
import { TANGLED, foursOfGpus, shipped } from '../view/fixtures/shipped-comparisons.ts';
import { PICTURE_THEMES, underPictureName } from './picture-brand.ts';

const THEMES = { light: LIGHT, dark: DARK };

const cases = Object.keys(HARD_CARDS).flatMap((name) =>
  (['light', 'dark'] as const).map((theme) => ({ name, theme })),
);

describe('every hard card', () => {
  test.each(cases)('$name, $theme: flat, true, small', async ({ name, theme }) => {
    const card = comparisonCard(HARD_CARDS[name]!, THEMES[theme], en);
    const svg = await renderSvg(card, CARD_SIZE);
    const drawn = await renderPixels(svg, 1);
    expect({ width: drawn.width, height: drawn.height }).toEqual(CARD_SIZE);
    expectFlat(await encodePng(drawn), drawn.rgba);
  });
});

/** Small, with a palette, and as it was drawn: to the bit, or to 4 of 255 where colours are many. */
function expectFlat(png: Uint8Array, drawn: Uint8Array): void {
  expect(png.byteLength).toBeLessThanOrEqual(60_000);
  const read = PNG.sync.read(Buffer.from(png)).data;
  expect(coloursOf(read)).toBeLessThanOrEqual(256);
  if (coloursOf(drawn) <= 256) {
    expect(Buffer.compare(read, drawn)).toBe(0);
  } else {
    let change = 0;
    for (let i = 0; i < read.length; i++) change = Math.max(change, Math.abs(read[i]! - drawn[i]!));
    expect(change).toBeLessThanOrEqual(4);
  }
}

function coloursOf(rgba: Uint8Array): number {
  const colours = new Set<number>();
  let last: number | null = null;
  for (const pixel of new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.length / 4)) {
    if (pixel !== last) colours.add(pixel);
    last = pixel;
  }
  return colours.size;
}

const fours = ['gptoss-120b', 'deepseek-r1'].flatMap(foursOfGpus);
const someFours = [...TANGLED.map(shipped), ...fours.filter((_, i) => i % 3 === 0)];

test('cards of two to four GPUs with real curves are small too', async () => {
  expect(someFours.length).toBeGreaterThan(12);
  for (const [i, c] of someFours.entries()) {
    const svg = await renderSvg(comparisonCard(c, i % 2 ? DARK : LIGHT, en), CARD_SIZE);
    const drawn = await renderPixels(svg, 1);
    expectFlat(await encodePng(drawn), drawn.rgba);
  }
});

test('scale 2 is twice the size of the same picture', async () => {
  const svg = await renderSvg(comparisonCard(HARD_CARDS['tie']!, LIGHT, en), CARD_SIZE);
  const { width, height } = PNG.sync.read(Buffer.from(await renderPng(svg, 2)));
  expect([width, height]).toEqual([2400, 1260]);
});

test('the same comparison gives the same bytes', async () => {
  const draw = () => renderSvg(comparisonCard(HARD_CARDS['undecided']!, DARK, en), CARD_SIZE);
  expect(await draw()).toBe(await draw());
});

test('markup in a name stays text', async () => {
  const svg = await renderSvg(comparisonCard(HARD_CARDS['markup in names']!, LIGHT, en), CARD_SIZE);
  expect(svg).not.toMatch(/<script|<b>|<i>/);
});

describe('what a card says', () => {
  const says = [
    {
      name: 'two sides, published',
      texts: ['3.3×', '69.7\u00a0% lower cost per token', '4,729.0', '966.3'],
    },
    { name: 'two sides, published', texts: ['B300 FP4: MTP vs Off', 'Qwen 3.5 397B-A17B · 1k/1k'] },
    {
      name: 'two sides, published',
      texts: [
        '$2.34/GPU-hr (hyperscaler, 2025-08) · published figures · InferenceX by SemiAnalysis',
      ],
    },
    { name: 'undecided', texts: ['~1.3×', 'not settled: likely 0.5 to 2.3×'] },
    { name: 'tie', texts: ['Level', 'MTP and Off: the difference is likely below 5 %'] },
    { name: 'disjoint', texts: ['No shared range', '10–29 tok/s/user', '40–80 tok/s/user'] },
    { name: 'absent side', texts: ['4.4×', 'MI325X', '—'] },
    { name: 'no price', texts: ['price not known · InferenceX by SemiAnalysis'] },
    { name: 'one knot', texts: ['262×', '25'] },
    { name: 'out of range', texts: ['—', 'fewer than two sides have a figure here'] },
    { name: 'cost leads elsewhere', texts: ['MI300X: 69.9\u00a0% lower cost per token'] },
    { name: 'four sides, five targets', texts: ['1.9×', '~18,077', 'MI300X'] },
  ];
  test.each(says)('$name: $texts', ({ name, texts }) => {
    const said = textsOf(comparisonCard(HARD_CARDS[name]!, LIGHT, en));
    for (const text of texts) expect(said).toContain(text);
  });

  test('what was asked and what was matched stands at its foot', () => {
    const asked: Comparison = {
      ...REFERENCE,
      ttftLimit: 0.5,
      pool: true,
      util: 0.6,
      ownPrices: ['b300'],
      mismatch: ['framework'],
      matched: { precision: 'fp8', specMethod: 'off', deployment: 'multi' },
      labels: { fp8: 'FP8', off: 'Off', multi: 'multi-node' },
    };
    expect(textsOf(comparisonCard(asked, LIGHT, en)).at(-2)).toBe(
      'not like for like: engine · first token within 0.5 s · best recipe of each side · ' +
        '$2.34/GPU-hr (own prices), GPUs busy 60\u00a0% of the time · FP8 · ' +
        'no speculative decoding · multi-node · published figures · InferenceX by SemiAnalysis',
    );
  });

  test('the release stands on it only where the picture is of that one for good', () => {
    const foot = (isPinned: boolean) =>
      textsOf(comparisonCard(REFERENCE, LIGHT, en, { isPinned })).at(-2);
    expect(foot(true)).toMatch(/ · InferenceX by SemiAnalysis · release 9f2c41d$/);
    expect(foot(false)).toMatch(/ · InferenceX by SemiAnalysis$/);
  });

  test('disjoint sides have no ratio', () => {
    const said = textsOf(comparisonCard(HARD_CARDS['disjoint']!, LIGHT, en));
    expect(said.filter((text) => text.includes('×'))).toEqual([]);
  });
});

describe('pictures', () => {
  const looks = [
    { name: 'two sides, published', theme: 'light' },
    { name: 'four sides, five targets', theme: 'dark' },
    { name: 'undecided', theme: 'light' },
    { name: 'disjoint', theme: 'dark' },
    { name: 'very long names', theme: 'light' },
    { name: 'two pairs of curves, twelve knots', theme: 'light' },
    { name: 'twenty knots, ends far apart', theme: 'dark' },
    { name: 'a narrow shared range, targets close', theme: 'light' },
  ] as const;
  test.each(looks)('$name, $theme', async ({ name, theme }) => {
    const card = comparisonCard(HARD_CARDS[name]!, PICTURE_THEMES[theme], en);
    await expectPicture(card, `${name}-${theme}`);
  });
  test('fallback, which ships as it was looked at', async () => {
    await expectPicture(fallbackCard(PICTURE_THEMES.light, en), 'fallback');
    const [looked, ships] = ['expected/fallback.png', '../../src/render/fallback.png'].map((path) =>
      readFileSync(new URL(path, import.meta.url)),
    );
    expect(ships!.equals(looked!)).toBe(true);
  });
});

/**
 * Compares with the picture that was looked at; a failing one is left beside it as `.actual.png`.
 * `UPDATE_PICTURES=1` takes the new ones.
 */
async function expectPicture(card: CardElement, name: string): Promise<void> {
  const file = (kind: string) =>
    fileURLToPath(new URL(`expected/${name.replaceAll(/\W+/g, '-')}${kind}.png`, import.meta.url));
  const png = await renderPng(await renderSvg(underPictureName(card), CARD_SIZE), 1);
  if (process.env['UPDATE_PICTURES'] === '1') writeFileSync(file(''), png);
  if (!existsSync(file(''))) throw new Error(`no picture ${file('')}: run with UPDATE_PICTURES=1`);
  const [expected, actual] = [readFileSync(file('')), Buffer.from(png)].map((bytes) =>
    PNG.sync.read(bytes),
  );
  const { width, height } = CARD_SIZE;
  const different = pixelmatch(expected!.data, actual!.data, undefined, width, height, {
    threshold: 0.05,
  });
  if (different > 0) writeFileSync(file('.actual'), png);
  expect(different).toBe(0);
}
