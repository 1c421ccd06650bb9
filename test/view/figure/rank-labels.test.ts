import { describe, expect, test } from 'vitest';
import type { Pair } from '../../../src/view/figure/curve-path.ts';
import { placeLabels } from '../../../src/view/figure/rank-labels.ts';
import type { LabelPlace } from '../../../src/view/figure/rank-labels.ts';
import { randomFrom } from '../../random.ts';

const AXES = { left: 40, right: 600, top: 44, bottom: 400 };
const SIZE = { width: 80, height: 17 };

/** A label of a curve that ends in its last point. */
function labelOf(curve: readonly Pair[], size = SIZE) {
  const [x, y] = curve.at(-1)!;
  return { end: { x, y }, isCut: false, ...size };
}

function placed(curves: readonly (readonly Pair[])[], size = SIZE): LabelPlace[] {
  return placeLabels(
    curves.map((curve) => labelOf(curve, size)),
    curves,
    AXES,
  );
}

describe('a label', () => {
  test('stands on the right of its end where nothing is', () => {
    const rising: Pair[] = [
      [60, 300],
      [200, 100],
    ];
    expect(placed([rising])).toEqual([{ at: { x: 209, y: 100 }, leadsTo: null }]);
  });

  test('stands above its end where another curve goes on beside it', () => {
    const ends: Pair[] = [
      [60, 300],
      [200, 200],
    ];
    const goesOn: Pair[] = [
      [60, 330],
      [300, 206],
      [590, 190],
    ];
    expect(placed([ends, goesOn])[0]).toEqual({ at: { x: 209, y: 200 - 17 / 2 }, leadsTo: null });
  });

  test('is in the column, with a line to its end, where curves are all around that', () => {
    const shut: Pair[] = [
      [60, 200],
      [200, 200],
    ];
    const around = [-40, -20, -8, 8, 20, 40].map((dy): Pair[] => [
      [50, 200 + dy],
      [590, 200 + dy],
    ]);
    const [first] = placed([shut, ...around]);
    expect(first!.leadsTo).toEqual({ x: 200, y: 200 });
    expect(first!.at.x).toBe(614);
    expect(first!.at.y).toBe(214); // those of 160, 180 and 192 stand above it, from 180 on each 17 px
  });

  test('does not stand on the numbers of the axis, where nothing else would be', () => {
    const early: Pair[] = [
      [68, 330],
      [70, 200],
    ];
    const after = [-40, -20, -8, 8, 20, 40].map((dy): Pair[] => [
      [75, 200 + dy],
      [590, 200 + dy],
    ]);
    const [first] = placed([early, ...after], { width: 30, height: 17 });
    expect(first!.leadsTo).toEqual({ x: 70, y: 200 });
  });

  test('of a curve that ends at the right is in the column, beside it', () => {
    const whole: Pair[] = [
      [60, 300],
      [600, 100],
    ];
    expect(placed([whole], { width: 700, height: 17 })).toEqual([
      { at: { x: 614, y: 100 }, leadsTo: { x: 600, y: 100 } },
    ]);
  });

  test('of a curve that is cut off is in the column', () => {
    const cut: Pair[] = [
      [60, 300],
      [200, 44],
    ];
    const label = { ...labelOf(cut), isCut: true };
    expect(placeLabels([label], [cut], AXES)[0]!.leadsTo).toEqual({ x: 200, y: 44 });
  });

  test('gives way in the column: those in one place from above on, none beyond the axes', () => {
    const toRight = (y: number): Pair[] => [
      [60, 300],
      [600, y],
    ];
    const places = placed([210, 200, 205, 399, 30].map(toRight), { width: 700, height: 17 });
    const middles = places.map((place) => place!.at.y);
    expect(middles).toEqual([234, 200, 217, 391.5, 37.5]);
  });
});

test('no label lies on a labelled curve or on another label, and each is as near as it can be', () => {
  const next = randomFrom(20261126);
  let beside = 0;
  for (let round = 0; round < 100; round++) {
    const curves = Array.from({ length: 8 }, () => curveOf(next));
    const size = { width: 40 + next() * 160, height: next() < 0.5 ? 17 : 32 };
    const places = placed(curves, size);
    const boxes = places.map((place) => place && boxOf(place, size));
    for (const [i, box] of boxes.entries()) {
      expect(box).not.toBe(null); // 8 of 32 px have room in 356
      for (const curve of curves) expect(isOn(curve, box!)).toBe(false);
      for (const other of boxes.slice(0, i)) expect(areOnEachOther(box!, other!)).toBe(false);
      expect(box![1]).toBeGreaterThanOrEqual(AXES.top - 15);
      expect(box![3]).toBeLessThanOrEqual(AXES.bottom);
      const [x, y] = curves[i]!.at(-1)!;
      const { at, leadsTo } = places[i]!;
      if (leadsTo === null) {
        beside++;
        const gapX = Math.max(box![0] - x, x - box![2], 0);
        const gapY = Math.max(box![1] - y, y - box![3], 0);
        expect(Math.max(gapX, gapY)).toBeLessThan(10);
      } else {
        expect(leadsTo).toEqual({ x, y });
        expect(at.x).toBe(AXES.right + 14);
      }
    }
  }
  expect(beside).toBeGreaterThan(200); // of 800
});

/** A curve that rises, of a length of its own. */
function curveOf(next: () => number): Pair[] {
  const [from, to] = [50 + next() * 200, 260 + next() * 330];
  const [low, high] = [240 + next() * 150, 60 + next() * 170];
  return Array.from({ length: 12 }, (_, i): Pair => {
    const share = i / 11;
    return [from + (to - from) * share, low + (high - low) * share ** 2];
  });
}

function boxOf({ at }: LabelPlace, { width, height }: typeof SIZE) {
  return [at.x, at.y - height / 2, at.x + width, at.y + height / 2] as const;
}

type Box = ReturnType<typeof boxOf>;

/** By points of the curve a pixel apart: a slow definition. */
function isOn(curve: readonly Pair[], [left, top, right, bottom]: Box): boolean {
  return curve.slice(1).some(([toX, toY], i) => {
    const [x, y] = curve[i]!;
    return Array.from({ length: 100 }, (_, step) => step / 99).some((share) => {
      const [px, py] = [x + (toX - x) * share, y + (toY - y) * share];
      return px > left && px < right && py > top && py < bottom;
    });
  });
}

function areOnEachOther(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
