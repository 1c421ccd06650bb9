import type { RankNumber } from './rank-number.ts';
import { scale } from './scale.ts';
import type { Scale } from './scale.ts';

/** It is logarithmic where the largest number is so many times the smallest. */
const LOG_FROM = 4;
/** px that a mark reaches beyond its value */
const MARK = 7;

/**
 * One scale for the numbers of all rows and where they likely lie.
 *
 * @param width - px
 * @returns `null` without a number
 */
export function whiskerScale(numbers: readonly (RankNumber | null)[], width: number): Scale | null {
  const ends = numbers.flatMap((number) =>
    number === null ? [] : [number.value, ...number.likely.flatMap((end) => end ?? [])],
  );
  if (ends.length === 0) return null;
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const isLog = most / least > LOG_FROM;
  return scale([isLog ? least : 0, most], [MARK, width - MARK], isLog);
}
