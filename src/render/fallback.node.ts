import { readFileSync } from 'node:fs';

/** The card of an address that has none, as PNG. */
export const fallbackPng: ArrayBuffer = new Uint8Array(
  readFileSync(new URL('fallback.png', import.meta.url)),
).buffer;
