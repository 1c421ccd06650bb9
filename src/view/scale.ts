/** A position on the screen for a number, and the numbers worth a tick. */
export interface Scale {
  readonly ticks: readonly number[];
  at(value: number): number;
}

/**
 * A linear scale from `from` to `to` on the screen.
 *
 * @param domain - two numbers, ascending; both at the same place when equal
 */
export function linearScale(
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
  count: number,
): Scale {
  const width = high - low || 1;
  return {
    ticks: linearTicks(low, high, count),
    at: (value) => from + ((value - low) / width) * (to - from),
  };
}

/** A logarithmic scale; both ends of the domain positive. */
export function logScale(
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
): Scale {
  const width = Math.log(high / low) || 1;
  return {
    ticks: logTicks(low, high),
    at: (value) => from + (Math.log(value / low) / width) * (to - from),
  };
}

/** The step of 1, 2 or 5 times a power of ten that cuts a span into at most `count` pieces. */
export function tickStep(span: number, count: number): number {
  const power = 10 ** Math.floor(Math.log10(span / count));
  return power * ([1, 2, 5].find((factor) => span / (power * factor) <= count) ?? 10);
}

/** Multiples of one {@link tickStep} within [low, high]; the one number when both are equal. */
export function linearTicks(low: number, high: number, count: number): number[] {
  if (!(high > low)) return [low];
  const step = tickStep(high - low, count);
  const ticks: number[] = [];
  // To 12 digits, lest 3 × 0.1 miss a tick at 0.3.
  const round = (value: number) => Number(value.toPrecision(12));
  for (let i = Math.ceil(round(low / step)); round(i * step) <= high; i++) {
    ticks.push(round(i * step));
  }
  return ticks;
}

/** Digits times powers of ten within [low, high]: the fewest digits that give four ticks or more. */
function logTicks(low: number, high: number): number[] {
  const sets = [[1], [1, 3], [1, 2, 5], [1, 2, 3, 5, 7]].map((digits) => {
    const ticks: number[] = [];
    for (let power = Math.floor(Math.log10(low)); 10 ** power <= high; power++) {
      ticks.push(...digits.map((digit) => Number((digit * 10 ** power).toPrecision(12))));
    }
    return ticks.filter((tick) => tick >= low && tick <= high);
  });
  return sets.find((ticks) => ticks.length >= 4) ?? sets.at(-1)!;
}
