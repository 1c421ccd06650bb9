import type { Store } from '../kv/store.ts';

/** What one isolate has for all of its requests. */
export interface Services {
  readonly store: Store;
  /** the Content-Security-Policy of pages, worked out once */
  readonly pagePolicy: () => Promise<string>;
  /** that of pages which any other page may frame */
  readonly embedPolicy: () => Promise<string>;
}
