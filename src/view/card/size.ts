/** What a card measures, px. */
export const CARD_SIZE = { width: 1200, height: 630 };
