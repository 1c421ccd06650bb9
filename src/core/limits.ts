/** What a reader may ask for, and where it ends: each limit once, for address, form and element. */

/** A number that a reader can set: least and greatest value, and how many decimals it may have. */
export interface NumberLimit {
  readonly min: number;
  readonly max: number;
  readonly decimals: number;
}

/** tok/s/user */
export const TARGET = { min: 0.1, max: 10_000, decimals: 1 } as const satisfies NumberLimit;
/** Targets of one comparison at most. */
export const MAX_TARGETS = 5;
/** $/GPU-hr */
export const PRICE = { min: 0.01, max: 1000, decimals: 4 } as const satisfies NumberLimit;
/** share of the time that the GPUs are busy */
export const UTILISATION = { min: 0.01, max: 1, decimals: 3 } as const satisfies NumberLimit;
/** limit of the median time to first token, s */
export const TTFT = { min: 0.001, max: 1000, decimals: 3 } as const satisfies NumberLimit;

/** limit of the cost, $/M tokens */
export const COST = { min: 0.0001, max: 10_000, decimals: 6 } as const satisfies NumberLimit;

/** Sides of a comparison, at least and at most. */
export const MIN_SIDES = 2;
export const MAX_SIDES = 4;

/** Characters of a comparison id; more than any needs, so longer ones are not parsed. */
export const MAX_ID_LENGTH = 400;
/**
 * Characters of an address, path and query together; longer ones are refused unread. What passes an
 * address on is asked to take as many (RFC 9110, 4.1), and a ranking can name some 170 picked rows.
 */
export const MAX_ADDRESS_LENGTH = 8000;
/** px that the width or height of an embedded frame may be asked to have at most */
export const MAX_FRAME_PX = 10_000;

/**
 * Least share of the output that concurrency times interactivity has to account for: together they
 * make all of it or more, because a request also waits for its first token. A factor of 1000 off is a unit.
 */
export const MIN_LOAD_SHARE = 1 / 30;

/** Most characters of a price tier's key. */
export const MAX_TIER_LENGTH = 40;
