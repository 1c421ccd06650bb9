import fallback from './fallback.png';

/** The card of an address that has none, as PNG. */
export const fallbackPng: ArrayBuffer = fallback;
