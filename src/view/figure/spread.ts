/**
 * Places on a line pushed apart, between its ends, until each is as far from its neighbours as it needs, both of a pair
 * by the same.
 *
 * @param places - px, ascending
 * @param ends - px, where the line ends: no place is outside, even where that leaves too little room
 * @param gap - px that a position and the one before it need between each other
 * @returns px, in the order given
 */
export function spread(
  places: readonly number[],
  [first, last]: readonly [number, number],
  gap: (position: number) => number,
): number[] {
  const spaced = [...places];
  for (let round = 0; round < 50; round++) {
    for (let i = 1; i < spaced.length; i++) {
      const push = Math.max(0, gap(i) - spaced[i]! + spaced[i - 1]!) / 2;
      spaced[i - 1]! -= push;
      spaced[i]! += push;
    }
    spaced.forEach((place, i) => (spaced[i] = Math.min(Math.max(place, first), last)));
  }
  return spaced;
}
