import type { Pair } from './curve-path.ts';
import type { Box } from './placement.ts';
import type { PlotFrame } from './plot-frame.ts';
import type { Place } from './series.ts';
import { LINE } from './value-axis.ts';

/** px before a label in the column */
export const LABEL_GAP = 14;
/** px from an end to the label beside it, and that a label keeps from all else that is drawn */
const NEAR_END = 9;
const ROOM = 4;

/** Where the label of a curve stands, px. */
export interface LabelPlace {
  /** the left of its middle line */
  readonly at: Place;
  /** the end of its curve in sight, to which a line leads; `null` where it stands beside that */
  readonly leadsTo: Place | null;
}

type Axes = Pick<PlotFrame, 'left' | 'right' | 'top' | 'bottom'>;

/** A label to be placed, and the end of its curve, px. */
export interface LabelToPlace {
  readonly end: Place;
  /** its curve leaves the axes upwards or downwards, and its end is at their edge */
  readonly isCut: boolean;
  readonly width: number;
  readonly height: number;
}

/** Where a label may stand beside an end, best first: 1 = on its right, or below; -1 = on its left, or above. */
const SIDES_OF_END = [
  [1, 0],
  [1, -1],
  [1, 1],
  [0, -1],
  [-1, -1],
  [-1, 0],
  [0, 1],
] as const;

/**
 * Places for the labels of curves, in their order: each beside the end of its curve where neither a
 * labelled curve nor another label is, or else in a column on the right, as near to that end as the
 * others in the column leave room. That of a curve that is cut off is in the column.
 *
 * @param curves - those that have a label, as points (px), x ascending
 * @param axes - px; a label that would reach beyond their right is in the column
 */
export function placeLabels(
  labels: readonly LabelToPlace[],
  curves: readonly (readonly Pair[])[],
  axes: Axes,
): LabelPlace[] {
  const { left, right, top, bottom } = axes;
  const taken = [...curves];
  const beside = new Map<LabelToPlace, Place>();
  for (const label of labels) {
    const { end, isCut, width, height } = label;
    for (const [h, v] of SIDES_OF_END) {
      const x = end.x + h * NEAR_END + ((h - 1) * width) / 2;
      const y = end.y + v * (height / 2 + (h ? 0 : NEAR_END));
      const box: Box = [x, y - height / 2, x + width, y + height / 2];
      const isWithin =
        !isCut && x > left && box[2] < right && box[1] > top - LINE && box[3] < bottom;
      if (!isWithin || taken.some((line) => isMet(line, box))) continue;
      taken.push([
        [x, box[1]],
        [box[2], box[3]],
      ]);
      beside.set(label, { x, y });
      break;
    }
  }
  const middles = stacked(
    labels.filter((label) => !beside.has(label)),
    axes,
  );
  return labels.map((label): LabelPlace => {
    const at = beside.get(label);
    if (at) return { at, leadsTo: null };
    return { at: { x: right + LABEL_GAP, y: middles.get(label)! }, leadsTo: label.end };
  });
}

/**
 * The middles of labels that stand in one column, in the order of their ends: each as near to its own as
 * those above it leave room, and all of them above the bottom.
 */
function stacked(
  labels: readonly LabelToPlace[],
  { top, bottom }: Axes,
): ReadonlyMap<LabelToPlace, number> {
  const inOrder = labels.toSorted((a, b) => a.end.y - b.end.y);
  const middles = new Map<LabelToPlace, number>();
  let above = top - LINE;
  for (const label of inOrder) {
    const half = label.height / 2;
    middles.set(label, Math.max(label.end.y, above + half));
    above = middles.get(label)! + half;
  }
  let below = bottom;
  for (const label of inOrder.toReversed()) {
    const half = label.height / 2;
    middles.set(label, Math.min(middles.get(label)!, below - half));
    below = middles.get(label)! - half;
  }
  return middles;
}

/** Whether a line of points, x ascending, comes into a box, or near it; of each piece all of its extent counts. */
function isMet(line: readonly Pair[], [left, top, right, bottom]: Box): boolean {
  return line.some(([x, y], i) => {
    const [toX, toY] = line[i + 1] ?? [x, y];
    return (
      x < right + ROOM &&
      toX > left - ROOM &&
      Math.min(y, toY) < bottom + ROOM &&
      Math.max(y, toY) > top - ROOM
    );
  });
}
