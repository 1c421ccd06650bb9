import type { Zoom } from '../src/core/ranking/chart-options.ts';
import type { RankPlot } from '../src/view/figure/rank-plot.ts';
import { nearestPoint, targetAt, zoomOf } from './rank-pointer.ts';
import type { Hit } from './rank-pointer.ts';

/** px that a drag covers at least, each way, to mark a part of the chart */
const LEAST_DRAG = 8;

/** px from the left and the top of the chart */
type Place = readonly [x: number, y: number];

/** Where a reader's eyes and hands are at the chart. */
export interface ChartMarks {
  /** the point that is looked at */
  hit: Hit | null;
  /** what a drag covers, px, from where it began */
  brush: readonly [x: number, y: number, x2: number, y2: number] | null;
  /** pointers that are down, on the chart or the handle of its target line, and where they were last */
  readonly fingers: Map<number, Place>;
}

/** What a reader means by what they do at the chart. */
export interface Intent {
  /** the target line is to stand at this speed, tok/s/user */
  readonly target?: number;
  /** the target line is where it is meant to be */
  readonly isDropped?: boolean;
  /** the point to look at, or none any more */
  readonly hit?: Hit | null;
  /** the part to see */
  readonly zoom?: Zoom | null;
  /** a finger is still choosing it */
  readonly isPassing?: boolean;
  /** the row to bring to the front, or back */
  readonly pick?: string;
}

/** What is told of a pointer, as the browser has it. */
export interface PointerFacts {
  /** `pointerdown`, `pointermove`, … */
  readonly type: string;
  /** one for each finger */
  readonly pointerId: number;
  /** `mouse`, `pen`, `touch` */
  readonly pointerType: string;
  /** that was pressed: 0 the main one */
  readonly button: number;
}

/**
 * What a pointer means, on the chart or on the handle of its target line; `null` for nothing. A mouse or
 * a pen looks at the point nearest to it and drags out a part to zoom into; one finger scrolls the page
 * and taps a point, two zoom.
 *
 * @param hold - has all that the pointer does from now on come here, wherever it is
 */
export function pointerIntent(
  marks: ChartMarks,
  plot: RankPlot,
  { type, pointerId: id, pointerType, button }: PointerFacts,
  at: Place,
  isHandle: boolean,
  hold: () => void,
): Intent | null {
  const { brush, fingers } = marks;
  const isTouch = pointerType === 'touch';
  const before = fingers.get(id);
  if (type === 'pointerdown') {
    if (!isHandle && button) return null;
    fingers.set(id, at);
    if (isHandle || !isTouch) hold();
    if (!isHandle && !isTouch) marks.brush = [...at, ...at];
    return null;
  }
  if (type === 'pointermove') {
    if (isHandle) return before ? { target: targetAt(plot, at[0]) } : null;
    if (before && fingers.size === 2) {
      fingers.set(id, at);
      const [other] = [...fingers].flatMap(([key, place]) => (key === id ? [] : [place]));
      return { zoom: pinched(plot, other!, before, at), isPassing: true };
    }
    if (before && brush) {
      marks.brush = [brush[0], brush[1], ...at];
      return { hit: null };
    }
    return isTouch ? null : { hit: nearestPoint(plot, ...at) };
  }
  fingers.delete(id);
  if (isHandle) return before ? { isDropped: true } : null;
  if (type === 'pointerleave' && !(before && isTouch)) {
    return before || isTouch ? null : { hit: null };
  }
  marks.brush = null;
  if (!before || type !== 'pointerup') return {};
  const [x, y, x2, y2] = brush ?? [...at, ...at];
  const isDrag = Math.abs(x2 - x) > LEAST_DRAG && Math.abs(y2 - y) > LEAST_DRAG;
  return isDrag ? { zoom: zoomOf(plot, brush!) } : { hit: nearestPoint(plot, ...at) };
}

/** The part of a chart in sight when what lay under each of two fingers stays there. */
function pinched(plot: RankPlot, [fixedX, fixedY]: Place, before: Place, at: Place): Zoom {
  const { left, right, top, bottom } = plot;
  const apart = ([x, y]: Place) => Math.hypot(x - fixedX, y - fixedY);
  const factor = Math.min(Math.max(apart(before) / Math.max(apart(at), 1), 0.5), 2);
  const around = (edge: number, fixed: number) => fixed + (edge - fixed) * factor;
  return zoomOf(plot, [
    around(left, fixedX),
    around(bottom, fixedY),
    around(right, fixedX),
    around(top, fixedY),
  ]);
}
