import type { Store } from '../kv/store.ts';
import type { Turns } from './turns.ts';

/** What one isolate has for all of its requests. */
export interface Services {
  readonly store: Store;
  /** of those who want a card drawn */
  readonly turns: Turns;
  /** the Content-Security-Policy of pages, worked out once */
  readonly pagePolicy: () => Promise<string>;
  /** that of pages which any other page may frame */
  readonly embedPolicy: () => Promise<string>;
}
