import type { Pointer } from '../core/release.ts';

/** Why the store gives no release. */
export type StoreRefusal =
  | { readonly kind: 'unlisted' | 'gone'; readonly release: string; readonly pointer: Pointer }
  | { readonly kind: 'unavailable'; readonly detail: string };

/** No release can be read for this request; what to answer follows from `refusal`. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly refusal: StoreRefusal;

  constructor(refusal: StoreRefusal) {
    super(refusal.kind === 'unavailable' ? refusal.detail : `${refusal.kind}: ${refusal.release}`);
    this.refusal = refusal;
  }
}

/** Content that a pointer or a manifest names cannot be had: absent, damaged, or KV is down. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
}
