/** What the site is called, wherever it names itself. Tags, events and headers keep their own names. */
export const SITE_NAME = 'Matchpoint';

/** Every colour of a theme. A test holds that each ink can be read on each ground. */
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

/**
 * The site's mark, which is its icon in a tab: two sides read at one target. Paths in a box of 16
 * with the classes that colour them, drawn in this order.
 */
export const MARK = [
  { class: 'target', d: 'M8 0v16' },
  { class: 'marker side-1', d: 'M5.5 4a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0z' },
  { class: 'marker hollow side-2', d: 'M5.5 9.5h5v5h-5z' },
] as const;
