/** What every chart calls its horizontal axis, and a scale on which a ratio is a distance. */
export const INTERACTIVITY = 'Interactivity';
export const INTERACTIVITY_UNIT = 'tok/s/user';
export const LOG_SCALE = 'log scale';
