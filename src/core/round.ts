/**
 * The number at 9 significant digits, which is what knots carry from the moment a release is built
 * and what every document prints.
 */
export function round9(value: number): number {
  if (Number.isInteger(value) && Math.abs(value) < 1e9) return value; // printing it takes its time
  return Number(value.toPrecision(9));
}

/** An end of an estimated range, at the 6 significant digits that say something. */
export function roundEstimate(value: number): number {
  return Number(value.toPrecision(6));
}
