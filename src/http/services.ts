import type { Store } from '../kv/store.ts';
import type { Markup } from '../view/markup/markup.ts';
import type { Turns } from './turns.ts';

/** Objects that one isolate shares between all of its requests. */
export interface Services {
  readonly store: Store;
  /** of those who want a card drawn */
  readonly turns: Turns;
  /** a whole page as text */
  readonly toDocument: (page: Markup) => string;
  /** the Content-Security-Policy of pages of a site, worked out once; see `originOf` */
  readonly pagePolicy: (origin: string) => Promise<string>;
  /** that of pages which any other page may frame */
  readonly embedPolicy: (origin: string) => Promise<string>;
}
