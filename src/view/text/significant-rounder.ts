/** A document has thousands of numbers, and printing one to round it takes most of its time. */

/** The exact powers of ten from 1 to 10^22. */
const POWERS = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
/** How near (in units of the last digit kept) a number may be to a tie before it is printed. */
const NEAR_TIE = 1e-6;

/**
 * A rounding to significant digits with the very result of one that prints, without printing most
 * numbers.
 *
 * A positive number times a power of ten that leaves so many digits before the point is off by less
 * than 2e-7, so that unless a tie is near its nearest whole number is the one that printing finds;
 * and a whole number through an exact power of ten is the double that the digits stand for.
 *
 * @param digits - at most 9
 * @param printed - rounds whatever number there is
 */
export function significantRounder(
  digits: number,
  printed: (value: number) => number,
): (value: number) => number {
  return (value) => {
    const power = digits - 1 - Math.floor(Math.log10(value)); // NaN unless positive
    const scale = POWERS[power];
    if (scale === undefined) return printed(value);
    const scaled = value * scale;
    const whole = Math.round(scaled);
    return Math.abs(Math.abs(scaled - whole) - 0.5) < NEAR_TIE ? printed(value) : whole / scale;
  };
}
