/** Rows that a frame shows of a ranking; the others stand on its page. */
export const FRAME_ROWS = 8;

/**
 * The charts of a frame: what each is drawn for, how wide it shows at most, and from which width of
 * the frame's inside on it is the wide one; px.
 */
export const FRAME_CHARTS = {
  wide: { width: 700, height: 400, most: 900, from: 560 },
  narrow: { width: 344, height: 400, most: 440 },
} as const;
