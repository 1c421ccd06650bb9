import type { Store } from '../kv/store.ts';

/** What one isolate has for all of its requests. */
export interface Services {
  readonly store: Store;
  /** the Content-Security-Policy of pages, worked out once */
  readonly pagePolicy: () => Promise<string>;
  /** that of pages which any other page may frame */
  readonly embedPolicy: () => Promise<string>;
}

/** The value that `make` gives, made once it is first asked for; a failure is tried again. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: { readonly value: T } | null = null;
  return async () => {
    made ??= { value: await make() };
    return made.value;
  };
}
