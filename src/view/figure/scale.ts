/** From a number to its place on the screen. */
export type Scale = (value: number) => number;

/**
 * A linear or a logarithmic scale from `from` to `to` on the screen.
 *
 * @param domain - two numbers, ascending, positive where logarithmic; all at `from` when equal
 */
export function scale(
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
  isLog: boolean,
): Scale {
  const read = isLog ? Math.log : Number;
  const start = read(low);
  const perUnit = (to - from) / (read(high) - start || 1);
  return (value) => from + (read(value) - start) * perUnit;
}

/** The step of 1, 2 or 5 times a power of ten that cuts a span into at most `count` pieces. */
export function tickStep(span: number, count: number): number {
  const power = 10 ** Math.floor(Math.log10(span / count));
  return power * [1, 2, 5, 10].find((factor) => span / (power * factor) <= count)!;
}

/** Multiples of one {@link tickStep} within [low, high]; the one number when both are equal. */
export function linearTicks(low: number, high: number, count: number): number[] {
  const step = high > low ? tickStep(high - low, count) : low;
  const first = Math.ceil(round(low / step));
  return Array.from({ length: count + 2 }, (_, i) => round((first + i) * step)).filter(
    (tick) => tick <= high,
  );
}

/**
 * 1, 2 and 5 times the powers of ten within [low, high], both positive; where so many stand too close,
 * the powers alone, or only some of them.
 *
 * @param count - of ticks that have room next to each other
 */
export function logTicks(low: number, high: number, count: number): number[] {
  const room = Math.log10(high / low) / count; // that a tick needs, in powers of ten
  const digits = room < 0.3 ? [1, 2, 5] : [1]; // log10(2) ≈ 0.3
  const step = Math.ceil(room) || 1;
  const ticks: number[] = [];
  const first = Math.floor(Math.log10(low) / step) * step;
  for (let power = first; 10 ** power <= high; power += step) {
    ticks.push(...digits.map((digit) => round(digit * 10 ** power)));
  }
  return ticks.filter((tick) => tick >= low && tick <= high);
}

/** To 12 digits, lest 3 × 0.1 miss a tick at 0.3. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}
