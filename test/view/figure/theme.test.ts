import { describe, expect, test } from 'vitest';
import { DARK, LIGHT } from '../../../src/view/brand.ts';
import { DASHES, MARKERS, themeRules, themeVariables } from '../../../src/view/figure/theme.ts';

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
])('%s', (_name, theme) => {
  const inks = { ink: theme.ink, muted: theme.muted, ...Object.fromEntries(theme.sides.entries()) };
  const pairs = Object.entries(inks).flatMap(([name, ink]) => [
    { name, on: 'page', ink, ground: theme.page },
    { name, on: 'panel', ink, ground: theme.panel },
  ]);
  test.each(pairs)('$name is readable on $on', ({ ink, ground }) => {
    expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });
});

test('the dark theme wins for readers of dark pages, the light one elsewhere', () => {
  const rules = themeRules('svg');
  const light = `svg{${themeVariables(LIGHT)}}`;
  const dark = `@media(prefers-color-scheme:dark){svg{${themeVariables(DARK)}}}`;
  expect(rules).toBe(`${light}${dark}`); // of equal rules the later one counts
  expect(themeVariables(DARK)).toContain(`--page:${DARK.page};`);
  expect(themeVariables(DARK)).toContain(`--side-4:${DARK.sides[3]}`);
});

test('every side has a mark and a dash of its own', () => {
  expect(new Set(MARKERS.map(({ path }) => path)).size).toBe(4);
  expect(new Set(DASHES).size).toBe(4);
});

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const channel = Number.parseInt(colour.slice(i, i + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
