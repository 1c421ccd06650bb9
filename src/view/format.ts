/** What stands where a number is not known. */
export const NONE = '—';
/** Between a number and its sign: thin, and never a line break. */
export const THIN = '\u202f';

/** A number with thousands separated, `1,583.6`. */
export function numberText(value: number, decimals: number): string {
  // before every three digits up to the end of the whole part, never behind the point
  return value.toFixed(decimals).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');
}

/**
 * How many decimals show at least so many significant digits of every one of the numbers, so that
 * they can stand under each other on the decimal. Zero for none; at most 6.
 */
export function decimalsFor(values: readonly (number | null)[], digits: number): number {
  const least = Math.min(...values.map(Number).filter((value) => value > 0));
  return Math.min(6, Math.max(0, digits - 1 - Math.floor(Math.log10(least))));
}

/** One number at its own precision: four significant digits, whole from 1,000 on. */
export function throughputText(value: number): string {
  return numberText(value, decimalsFor([value], 4)).replace(/\.0+$|(\.\d*?)0+$/, '$1');
}

/** A price, `$0.137`: three significant digits, and two to four decimals. */
export function usdText(value: number): string {
  return `$${numberText(value, Math.max(2, Math.min(4, decimalsFor([value], 3))))}`;
}

/** What a GPU-hour costs, `$0.95`: in cents. */
export function hourlyPriceText(usd: number): string {
  return `$${numberText(usd, 2)}`;
}

/** An interactivity, with a decimal only where it has one. */
export function targetText(value: number): string {
  return numberText(value, 1).replace(/\.0$/, '');
}

/** `3.0×`; whole from 10 on, two decimals near 1, where one would hide the difference. */
export function ratioText(ratio: number): string {
  return `${ratioNumber(ratio)}×`;
}

/** `0.8 to 6.0×`: where a ratio likely lies. */
export function ratioRangeText([low, high]: readonly [number, number]): string {
  return `${ratioNumber(low)} to ${ratioText(high)}`;
}

function ratioNumber(ratio: number): string {
  const nearOne = ratio > 0.95 && ratio < 1.095;
  return numberText(ratio, nearOne || ratio < 0.095 ? 2 : ratio < 9.95 ? 1 : 0);
}

/** `66.5 %`. A saving is 1 − 1/ratio, so always below 100 %, and never printed as 100. */
export function percentText(share: number): string {
  const decimals = share > 0.9995 ? 3 : share > 0.9895 ? 2 : 1;
  return `${numberText(share * 100, decimals)}${THIN}%`;
}

interface MoreOrLess {
  readonly more: (percent: string) => string;
  readonly less: (percent: string) => string;
}

/** `12.0 % more`, `3.1 % less`; from twice as much on whole percents. */
export function changeText(share: number, words: MoreOrLess): string {
  return moreOrLess(share, changeNumber(share), words);
}

/** `7.0 to 13.1 % more`, `between 3.1 % less and 12.0 % more`: where a change likely lies. */
export function changeRangeText(
  [least, most]: readonly [number, number],
  words: MoreOrLess & { readonly between: (low: string, high: string) => string },
): string {
  if (least < 0 !== most < 0) {
    return words.between(changeText(least, words), changeText(most, words));
  }
  const ends = [least, most].toSorted((a, b) => Math.abs(a) - Math.abs(b)).map(changeNumber);
  return moreOrLess(most, [...new Set(ends)].join(' to '), words);
}

function moreOrLess(share: number, number: string, { more, less }: MoreOrLess): string {
  return (share < 0 ? less : more)(`${number}${THIN}%`);
}

function changeNumber(share: number): string {
  const size = Math.abs(share);
  return numberText(size * 100, size < 0.9995 ? 1 : 0);
}

/**
 * The ends of a range as printed: inside it, whole where that leaves something, else to one
 * decimal. Ends too close for that are printed to the nearest decimal.
 */
function rangeEnds({ min, max }: { readonly min: number; readonly max: number }): string[] {
  for (const unit of [1, 10]) {
    const [low, high] = [Math.ceil(min * unit) / unit, Math.floor(max * unit) / unit];
    if (low <= high) return [targetText(low), targetText(high)];
  }
  return [targetText(min), targetText(max)];
}

/** `63–140`, or one number where both ends print alike. */
export function rangeText(range: { readonly min: number; readonly max: number }): string {
  return [...new Set(rangeEnds(range))].join('–');
}

/** `63 to 140`, for sentences. */
export function rangeWords(range: { readonly min: number; readonly max: number }): string {
  return [...new Set(rangeEnds(range))].join(' to ');
}

/** A tick of an axis, `2,500` or `1.5M`. */
export function tickText(value: number): string {
  const [unit, sign] = value >= 1e6 ? [1e6, 'M'] : [1, ''];
  return numberText(value / unit, 6).replace(/\.?0+$/, '') + sign;
}

/** `1.24 s`, `12.4 s`. */
export function secondsText(seconds: number): string {
  return numberText(seconds, seconds < 9.995 ? 2 : 1);
}

/** Seconds at two neighbouring points, the shorter first, once where they are the same. */
export function secondsTexts(pair: readonly (number | null)[]): string[] {
  const ascending = pair.toSorted((a, b) => a! - b!);
  return [...new Set(ascending.map((s) => (s === null ? NONE : secondsText(s))))];
}

/** `A`, `A and B`, `A, B and C`. */
export function listText(items: readonly string[], last = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}
