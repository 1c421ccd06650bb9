import type { ThemeName } from '../../core/theme-names.ts';

/** Every colour of a theme. A rebrand changes only this file. */
export interface Theme {
  readonly page: string;
  readonly ink: string;
  readonly muted: string;
  readonly panel: string;
  readonly hairline: string;
  /** by position of the side */
  readonly sides: readonly [string, string, string, string];
}

export const LIGHT: Theme = {
  page: '#ffffff',
  ink: '#14181f',
  muted: '#566170',
  panel: '#f3f5f8',
  hairline: '#d9dee5',
  sides: ['#1b5fc1', '#b0480a', '#0a7357', '#7a3fb8'],
};

export const DARK: Theme = {
  page: '#0f141b',
  ink: '#e8edf3',
  muted: '#98a4b3',
  panel: '#18202a',
  hairline: '#2c3541',
  sides: ['#7db4ff', '#ffab6b', '#5fd3a8', '#c9a2ff'],
};

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

/** The theme as CSS custom properties. */
export function themeVariables({ page, ink, muted, panel, hairline, sides }: Theme): string {
  const variables = { page, ink, muted, panel, hairline };
  const colours = sides.map((colour, i) => [`s${i}`, colour] as const);
  return [...Object.entries(variables), ...colours]
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}
