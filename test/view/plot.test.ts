import { curveMonotoneX, line } from 'd3-shape';
import { describe, expect, test } from 'vitest';
import { fitCurve } from '../../src/core/curve.ts';
import { curvePath } from '../../src/view/curve-path.ts';
import { plotOf } from '../../src/view/plot.ts';
import type { PlotOptions } from '../../src/view/plot.ts';
import { placeLabels } from '../../src/view/plot-labels.ts';
import { linearTicks, logScale } from '../../src/view/scale.ts';
import { MEASURED, REFERENCE, UNDECIDED, comparison, side } from './fixtures/comparison.ts';

const OPTIONS: PlotOptions = { metric: 'throughput', yScale: null, width: 640, height: 450 };

type Pair = readonly [number, number];

/** The Bézier pieces of a path of relative commands, in absolute coordinates. */
function pieces(path: string): Pair[][] {
  const [start = '', ...curves] = path.split('c');
  let pen = numbers(start) as [number, number];
  return curves.map((curve) => {
    const n = numbers(curve);
    const [px, py] = pen;
    const corners = [0, 2, 4].map((i): [number, number] => [px + n[i]!, py + n[i + 1]!]);
    const piece = [pen, ...corners];
    pen = corners[2]!;
    return piece;
  });
}

function numbers(text: string): number[] {
  return (text.match(/-?[\d.]+/g) ?? []).map(Number);
}

function bezier([a, b, c, d]: Pair[], t: number): Pair {
  const u = 1 - t;
  const at = (k: 0 | 1) =>
    u * u * u * a![k] + 3 * u * u * t * b![k] + 3 * u * t * t * c![k] + t * t * t * d![k];
  return [at(0), at(1)];
}

describe('curvePath', () => {
  test.each([REFERENCE, MEASURED, UNDECIDED].flatMap(({ sides }) => sides))(
    'on linear axes $label is d3’s path',
    ({ knots }) => {
      const x = (value: number) => 20 + value * 3;
      const y = (value: number) => 500 - value / 50;
      const d3 = line<(typeof knots)[number]>(
        (k) => x(k.interactivity),
        (k) => y(k.throughput),
      ).curve(curveMonotoneX)(knots)!;
      const truth = d3.split('C').slice(1).map(numbers);
      const ours = pieces(curvePath(knots, { x, y, isLinear: true }));
      expect(ours).toHaveLength(truth.length);
      for (const [i, [, ...corners]] of ours.entries()) {
        for (const [j, value] of corners.flat().entries()) {
          expect(Math.abs(value - truth[i]![j]!)).toBeLessThan(0.16); // both are rounded
        }
      }
    },
  );

  test('on a logarithmic axis it stays within half a pixel of the curve', () => {
    for (const { knots } of MEASURED.sides) {
      const x = (value: number) => 40 + value * 3;
      const y = logScale([400, 24_000], [400, 40]).at;
      const curve = fitCurve(knots);
      for (const piece of pieces(curvePath(knots, { x, y, isLinear: false }))) {
        for (const t of [0, 0.25, 0.5, 0.75, 1]) {
          const [px, py] = bezier(piece, t);
          const inside = Math.min(Math.max((px - 40) / 3, curve.min), curve.max);
          expect(Math.abs(py - y(curve.at(inside)!))).toBeLessThan(0.6);
        }
      }
    }
  });

  test('one knot draws nothing', () => {
    const { knots } = side('a', '50:900');
    expect(curvePath(knots, { x: Number, y: Number, isLinear: true })).toBe('M50 900');
  });
});

describe('plotOf', () => {
  const plot = plotOf(REFERENCE, OPTIONS)!;

  test('higher throughput stands higher, faster stands to the right', () => {
    const [mtp, off] = plot.sides;
    expect(mtp!.knots[0]!.y).toBeLessThan(off!.knots[0]!.y);
    expect(mtp!.knots[0]!.x).toBeLessThan(mtp!.knots[2]!.x);
  });

  test('targets carry their values', () => {
    expect(plot.targets.map(({ text }) => text)).toEqual(['93', '124', '154']);
  });

  test('values of close targets stand apart, each about its line', () => {
    const close = plotOf(comparison(REFERENCE.sides, { targets: [120, 122, 124] }), OPTIONS)!;
    const places = close.targets.map(({ textAt }) => textAt);
    expect(places[1]! - places[0]!).toBeGreaterThanOrEqual(20);
    expect(places[2]! - places[1]!).toBeGreaterThanOrEqual(20);
    expect(places[1]).toBeCloseTo(close.targets[1]!.at, 0);
    expect(plot.targets.every(({ at, textAt }) => at === textAt)).toBe(true);
  });

  // 3193.8 / 966.3 = 3.305
  test('the bracket says the ratio at the middle target, between the two curves', () => {
    expect(plot.bracket).toMatchObject({ text: '3.3×', range: null, x: plot.targets[1]!.at });
    expect(plot.bracket!.from).toBeCloseTo(plot.sides[0]!.knots[1]!.y, 6);
    expect(plot.bracket!.to).toBeCloseTo(plot.sides[1]!.knots[1]!.y, 6);
  });

  test('where it is open, the bracket says about and its range', () => {
    const { bracket } = plotOf(UNDECIDED, OPTIONS)!;
    const [low, high] = UNDECIDED.values[1]!.best.throughput!.ratioRange;
    expect(bracket!.text).toMatch(/^~/);
    expect(low).toBeLessThan(1);
    expect(bracket!.range).toBe(`${low.toFixed(1)} to ${high.toFixed(1)}×`);
  });

  test('everything lies in the picture', () => {
    for (const c of [REFERENCE, MEASURED, UNDECIDED]) {
      for (const [width, height] of [
        [640, 450],
        [344, 340],
      ] as const) {
        const { sides, xTicks, left, right, top, bottom } = plotOf(c, {
          ...OPTIONS,
          width,
          height,
        })!;
        const knots = sides.flatMap((s) => s.knots);
        expect(Math.min(...knots.map((k) => k.x))).toBeGreaterThanOrEqual(left);
        expect(Math.max(...knots.map((k) => k.x))).toBeLessThanOrEqual(right + 1e-9);
        expect(Math.min(...knots.map((k) => k.y))).toBeGreaterThanOrEqual(top);
        expect(Math.max(...knots.map((k) => k.y))).toBeLessThanOrEqual(bottom);
        expect(xTicks.length).toBeGreaterThanOrEqual(2);
        expect(right).toBeLessThanOrEqual(width);
        for (const { label } of sides) {
          const longest = Math.max(...label.lines.map((text) => text.length));
          expect(label.x + longest * 8.2).toBeLessThanOrEqual(width); // px a character
        }
      }
    }
  });

  test('few values are linear from zero, many decades are logarithmic', () => {
    expect(plot.isLog).toBe(false);
    expect(plot.yTicks[0]).toMatchObject({ text: '0', at: plot.bottom });
    expect(plotOf(MEASURED, OPTIONS)!.isLog).toBe(true);
  });

  test('cost rises to the right', () => {
    const { sides } = plotOf(REFERENCE, { ...OPTIONS, metric: 'costPerMillionTokens' })!;
    expect(sides[0]!.knots[2]!.y).toBeLessThan(sides[0]!.knots[0]!.y);
  });

  test('without a price there is no chart of cost', () => {
    const free = REFERENCE.sides.map((s) => ({ ...s, usdPerGpuHour: null }));
    expect(plotOf(comparison(free), { ...OPTIONS, metric: 'costPerMillionTokens' })).toBeNull();
  });

  test('a side without data is not drawn and keeps the others’ places', () => {
    const c = comparison([side('a', ''), side('b', '20:900 50:400')]);
    expect(plotOf(c, OPTIONS)!.sides.map(({ index }) => index)).toEqual([1]);
  });
});

test('labels that would cover each other move apart, in their order', () => {
  const box = (y: number) => ({ x: 10, y, width: 40, height: 15, lines: ['x'] });
  const placed = placeLabels([box(104), box(100), box(300)], [0, 400]);
  expect(placed[0]!.y - placed[1]!.y).toBeGreaterThanOrEqual(15);
  expect(placed[2]!.y).toBe(300);
});

test('labels at the floor are pushed up', () => {
  const box = (y: number) => ({ x: 10, y, width: 40, height: 15, lines: ['x'] });
  const [a, b] = placeLabels([box(398), box(399)], [0, 400]);
  expect(b!.y).toBe(392.5);
  expect(b!.y - a!.y).toBe(15);
});

test.each([
  { low: 0, high: 4729, count: 5, ticks: [0, 1000, 2000, 3000, 4000] },
  { low: 0, high: 0.3, count: 5, ticks: [0, 0.1, 0.2, 0.3] },
  { low: 93, high: 154, count: 8, ticks: [100, 110, 120, 130, 140, 150] },
  { low: 5, high: 5, count: 5, ticks: [5] },
])('ticks from $low to $high', ({ low, high, count, ticks }) => {
  expect(linearTicks(low, high, count)).toEqual(ticks);
});
