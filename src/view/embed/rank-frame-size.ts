/** Rows that a frame shows of a ranking; the others stand on its page. */
export const FRAME_ROWS = 8;

/**
 * Both charts of a frame, of which one is in sight, px: size of the drawing, `most` = greatest width
 * shown, `from` = width inside the frame from which the wide one is shown.
 */
export const FRAME_CHARTS = {
  wide: { width: 700, height: 400, most: 900, from: 560 },
  narrow: { width: 344, height: 400, most: 440 },
} as const;
