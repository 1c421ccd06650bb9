/**
 * The number at 9 significant digits, which is what knots carry from the moment a release is built
 * and what every document prints.
 */
export function round9(value: number): number {
  return Number(value.toPrecision(9));
}
