import type { Range } from './range.ts';

/** The interactivities (tok/s/user) at which every range is defined; `null` if there are none. */
export function commonBand(ranges: readonly Range[]): Range | null {
  if (ranges.length === 0) return null;
  const min = Math.max(...ranges.map((range) => range.min));
  const max = Math.min(...ranges.map((range) => range.max));
  return min <= max ? { min, max } : null;
}

/**
 * Whole numbers at a quarter, a half and three quarters of a band, inside it, without repetition.
 *
 * A band without a whole number inside has its middle, to one decimal where that lies inside; a
 * band of one point has that point.
 */
export function defaultTargets({ min, max }: Range): number[] {
  const whole = [0.25, 0.5, 0.75]
    .map((share) => Math.round(min + share * (max - min)))
    .filter((target) => target >= min && target <= max);
  if (whole.length > 0) return [...new Set(whole)];
  const middle = Math.round((min + max) * 5) / 10;
  return [middle >= min && middle <= max ? middle : min];
}

/**
 * The target that headlines speak of: the middle one, the lower of two middles. One that stands
 * there twice, as while a reader moves it over another, counts once.
 */
export function middleTarget(targets: readonly number[]): number | null {
  const distinct = [...new Set(targets)];
  return distinct[(distinct.length - 1) >> 1] ?? null;
}
