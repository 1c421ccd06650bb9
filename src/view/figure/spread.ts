/**
 * Places on a line pushed apart until each is as far from the others as it needs, both of a pair by
 * the same, within the line.
 *
 * @param places - px, any order
 * @param gap - px that two of them need between each other
 * @returns px, in the order given
 */
export function spread(
  places: readonly number[],
  gap: (i: number, j: number) => number,
  [low, high]: readonly [number, number] = [-Infinity, Infinity],
): number[] {
  const spaced = [...places];
  const order = [...places.keys()].sort((i, j) => places[i]! - places[j]!);
  for (let round = 0; round < 20; round++) {
    for (const [k, j] of order.entries()) {
      for (const i of order.slice(0, k)) {
        const push = (gap(i, j) - spaced[j]! + spaced[i]!) / 2;
        if (push > 0) {
          spaced[i] = Math.max(low, spaced[i]! - push);
          spaced[j] = Math.min(high, spaced[j]! + push);
        }
      }
    }
  }
  return spaced;
}
