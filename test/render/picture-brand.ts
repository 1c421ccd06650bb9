import { SITE_NAME } from '../../src/view/brand.ts';
import type { Theme } from '../../src/view/brand.ts';
import type { CardElement } from '../../src/view/card/element.ts';

/** The colours of the pictures in `expected/`, whatever those of the site are. */
export const PICTURE_THEMES: Readonly<Record<'light' | 'dark', Theme>> = {
  light: {
    page: '#ffffff',
    ink: '#14181f',
    muted: '#566170',
    panel: '#f3f5f8',
    hairline: '#d9dee5',
    sides: ['#1b5fc1', '#b0480a', '#0a7357', '#7a3fb8'],
  },
  dark: {
    page: '#0f141b',
    ink: '#e8edf3',
    muted: '#98a4b3',
    panel: '#18202a',
    hairline: '#2c3541',
    sides: ['#7db4ff', '#ffab6b', '#5fd3a8', '#c9a2ff'],
  },
};

/** The card with the name that the pictures in `expected/` have, in place of the site's. */
export function underPictureName({ type, props }: CardElement): CardElement {
  const named = (child: CardElement | string) => {
    if (typeof child !== 'string') return underPictureName(child);
    return child === SITE_NAME ? 'Matchpoint' : child;
  };
  const { children } = props;
  const renamed = typeof children === 'string' ? named(children) : children?.map(named);
  return { type, key: null, props: { ...props, ...(renamed && { children: renamed as string }) } };
}
