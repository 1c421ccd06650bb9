/** A direct label: its lines, and the middle of its left edge (px). */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
}
export interface LabelBox extends Label {
  readonly width: number;
  readonly height: number;
}

/**
 * Labels moved up and down until none covers another, as little as their order allows, within the
 * frame. Labels that do not stand above each other stay where they are.
 *
 * @param frame - top and bottom, px
 * @returns in the order given
 */
export function placeLabels(
  boxes: readonly LabelBox[],
  [top, bottom]: readonly [number, number],
): Label[] {
  const placed = boxes.map(({ x, y, lines }) => ({ x, y, lines }));
  const order = boxes.map((_, i) => i).toSorted((a, b) => boxes[a]!.y - boxes[b]!.y);
  const meet = (i: number, j: number) =>
    boxes[i]!.x < boxes[j]!.x + boxes[j]!.width && boxes[j]!.x < boxes[i]!.x + boxes[i]!.width;
  const apart = (i: number, j: number) => (boxes[i]!.height + boxes[j]!.height) / 2;
  for (const [position, i] of order.entries()) {
    const above = order.slice(0, position).filter((j) => meet(i, j));
    const floor = Math.max(
      top + boxes[i]!.height / 2,
      ...above.map((j) => placed[j]!.y + apart(i, j)),
    );
    placed[i]!.y = Math.max(placed[i]!.y, floor);
  }
  for (const [position, i] of [...order.entries()].toReversed()) {
    const below = order.slice(position + 1).filter((j) => meet(i, j));
    const ceiling = Math.min(
      bottom - boxes[i]!.height / 2,
      ...below.map((j) => placed[j]!.y - apart(i, j)),
    );
    placed[i]!.y = Math.min(placed[i]!.y, ceiling);
  }
  return placed;
}
