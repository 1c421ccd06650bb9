import type { ThemeName } from '../../core/theme-names.ts';
import { DARK, LIGHT } from '../brand.ts';
import type { Theme } from '../brand.ts';

export const themes: Readonly<Record<ThemeName, Theme>> = { light: LIGHT, dark: DARK };

/** Of a side's curve, by position: solid, long dash, dash-dot, dots (of a round line end). */
export const DASHES = [null, '9 5', '10 4 1 4', '0.1 5'] as const;

/**
 * Of a side's knots and labels, by position: filled circle, hollow square, filled triangle, hollow
 * diamond, as paths around 0,0 within a box of 10.
 */
export const MARKERS = [
  { path: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z', isHollow: false },
  { path: 'M-3.2-3.2h6.4v6.4h-6.4z', isHollow: true },
  { path: 'M0-4.6L4.4 3.4h-8.8z', isHollow: false },
  { path: 'M0-4.5L4.5 0L0 4.5L-4.5 0z', isHollow: true },
] as const;

/** Rules that give what is selected the colours of the theme that its reader prefers. */
export function themeRules(selector: string): string {
  const dark = `@media(prefers-color-scheme:dark){${selector}{${themeVariables(DARK)}}}`;
  return `${selector}{${themeVariables(LIGHT)}}${dark}`;
}

/** The theme as declarations of CSS custom properties: `--page`, `--ink`, … `--side-4`. */
export function themeVariables({ page, ink, muted, panel, hairline, sides }: Theme): string {
  const variables = { page, ink, muted, panel, hairline };
  const colours = sides.map((colour, i) => [`side-${i + 1}`, colour] as const);
  return [...Object.entries(variables), ...colours]
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}
