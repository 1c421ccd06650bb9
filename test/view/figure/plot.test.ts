import { curveMonotoneX, line } from 'd3-shape';
import { describe, expect, test } from 'vitest';
import { fitCurve } from '../../../src/core/curve.ts';
import { curvePoints, lensPath, linePath } from '../../../src/view/figure/curve-path.ts';
import { plotOf } from '../../../src/view/figure/plot.ts';
import type { PlotOptions, Plot } from '../../../src/view/figure/plot.ts';
import { marksOf } from '../../../src/view/figure/plot-marks.ts';
import { linearTicks, logTicks, scale } from '../../../src/view/figure/scale.ts';
import { spread } from '../../../src/view/figure/spread.ts';
import { MEASURED, REFERENCE, UNDECIDED, comparison, side } from '../fixtures/comparison.ts';
import { metricSeries } from '../../../src/view/figure/series.ts';
import type { ComparedSide } from '../../../src/core/comparison-types.ts';
import type { Series } from '../../../src/view/figure/series.ts';
import type { TableMetric } from '../../../src/core/metrics.ts';

const OPTIONS = { metric: 'throughput', yScale: null, width: 640, height: 450 } as const;

interface Options extends Omit<PlotOptions, 'band'> {
  readonly metric: TableMetric;
}

/** The chart of a comparison, as the page draws it. */
function plotFrom(c: typeof REFERENCE, { metric, ...options }: Options): Plot | null {
  return plotOf(metricSeries(c, metric), { ...options, band: c.band });
}

type Pair = readonly [number, number];

/** The points of a path of straight pieces, each relative to the one before. */
function pointsOf(path: string): Pair[] {
  const [x = NaN, y = NaN, ...steps] = numbers(path);
  const points: Pair[] = [[x, y]];
  for (let i = 0; i < steps.length; i += 2) {
    const [px, py] = points.at(-1)!;
    points.push([px + steps[i]!, py + steps[i + 1]!]);
  }
  return points;
}

function numbers(text: string): number[] {
  return (text.match(/-?[\d.]+/g) ?? []).map(Number);
}

/** Where the Béziers of a path are at an x, by bisection. */
function bezierAt(path: string, x: number): number {
  const [start, ...curves] = path.replace('M', '').split('C').map(numbers);
  let pen = start!;
  for (const [a, b, c, d, e, f] of curves as [number, number, number, number, number, number][]) {
    if (x <= e + 1e-9) {
      const on = (p: number, q: number, r: number, s: number, t: number) =>
        p * (1 - t) ** 3 + 3 * q * t * (1 - t) ** 2 + 3 * r * t * t * (1 - t) + s * t ** 3;
      let [low, high] = [0, 1];
      for (let i = 0; i < 50; i++) {
        const middle = (low + high) / 2;
        if (on(pen[0]!, a, c, e, middle) < x) low = middle;
        else high = middle;
      }
      return on(pen[1]!, b, d, f, low);
    }
    pen = [e, f];
  }
  return pen[1]!;
}

/** A curve as an SVG path. */
const curvePath = (...[series, projection]: Parameters<typeof curvePoints>) =>
  linePath(curvePoints(series, projection));

/** The throughput of one side as a series. */
function seriesOf(knots: ComparedSide['knots']): Series {
  return metricSeries({ sides: [{ ...REFERENCE.sides[0]!, knots }], util: 1 }, 'throughput')[0]!;
}

describe('curvePath', () => {
  const x = (value: number) => 20 + value * 3;

  test.each([REFERENCE, MEASURED, UNDECIDED].flatMap(({ sides }) => sides))(
    'on linear axes $label runs on d3’s path',
    ({ knots }) => {
      const y = (value: number) => 500 - value / 50;
      const d3 = line<(typeof knots)[number]>(
        (k) => x(k.interactivity),
        (k) => y(k.throughput),
      ).curve(curveMonotoneX)(knots)!;
      const points = pointsOf(curvePath(seriesOf(knots), { x, y }));
      const [first, last] = [knots[0]!, knots.at(-1)!];
      expect(points[0]![0]).toBeCloseTo(x(first.interactivity), 0);
      expect(points.at(-1)![0]).toBeCloseTo(x(last.interactivity), 0);
      for (const [i, [px, py]] of points.entries()) {
        const steepness = Math.abs(bezierAt(d3, px + 0.5) - bezierAt(d3, px - 0.5));
        // both coordinates are rounded to a tenth
        expect(Math.abs(py - bezierAt(d3, px))).toBeLessThan(0.16 + 0.06 * steepness);
        const [fromX, fromY] = points[i - 1] ?? [px, py];
        for (const share of [0.2, 0.4, 0.5, 0.6, 0.8]) {
          const [at, chord] = [fromX + (px - fromX) * share, fromY + (py - fromY) * share];
          expect(Math.abs(chord - bezierAt(d3, at))).toBeLessThan(0.5 + 0.06 * steepness);
        }
      }
    },
  );

  test('on a logarithmic axis it runs on the curve', () => {
    for (const { knots } of MEASURED.sides) {
      const y = scale([400, 24_000], [400, 40], true);
      const curve = fitCurve(knots);
      for (const [px, py] of pointsOf(curvePath(seriesOf(knots), { x, y }))) {
        const inside = Math.min(Math.max((px - 20) / 3, curve.min), curve.max);
        expect(Math.abs(py - y(curve.at(inside)!))).toBeLessThan(0.6);
      }
    }
  });

  test('it runs through every knot', () => {
    const places = pointsOf(curvePath(seriesOf(MEASURED.sides[0]!.knots), { x, y: Number }));
    for (const knot of MEASURED.sides[0]!.knots) {
      const found = places.some(([px, py]) => {
        const [dx, dy] = [Math.abs(px - x(knot.interactivity)), Math.abs(py - knot.throughput)];
        return dx < 0.06 + 1e-9 && dy < 5; // a coordinate is rounded to a tenth, again and again
      });
      expect(found).toBe(true);
    }
  });

  test('one knot draws nothing', () => {
    const { knots } = side('a', '50:900');
    expect(curvePath(seriesOf(knots), { x: Number, y: Number })).toBe('m50 900');
  });
});

describe('lensPath', () => {
  const project = { x: (value: number) => value * 4, y: (value: number) => 1000 - value / 5 };

  /** The lenses as they are drawn: the y of both edges, and the curve's, at a share of each stretch. */
  function edges(share: number) {
    const series = seriesOf(REFERENCE.sides[0]!.knots);
    const numbers = (lensPath(series, project).match(/-?[\d.]+/g) ?? []).map(Number);
    const stretches = series.knots.length - 1;
    let [x, y] = numbers as [number, number];
    // along one edge and back along the other, four numbers a stretch
    const pieces = Array.from({ length: 2 * stretches }, (_, i) => {
      const [over, controlY, width, rise] = numbers.slice(2 + 4 * i, 6 + 4 * i) as [
        number,
        number,
        number,
        number,
      ];
      const piece = { x, y, over, controlY, width, rise };
      [x, y] = [x + width, y + rise];
      return piece;
    });
    expect([x, y]).toEqual(numbers.slice(0, 2));
    const edge = ({ y: from, controlY, rise }: (typeof pieces)[number], part: number) =>
      from + 2 * part * (1 - part) * controlY + part * part * rise;
    return pieces.slice(0, stretches).map((there, i) => {
      const back = pieces[2 * stretches - 1 - i]!;
      expect([there.x, there.x + there.width]).toEqual(
        [0, 1].map((k) => Math.round(series.knots[i + k]!.x * 4)),
      );
      const at = there.x / 4 + (share * there.width) / 4;
      return { low: edge(there, share), high: edge(back, 1 - share), at, series };
    });
  }

  test.each([0.25, 0.5, 0.75])(
    'at %d of a stretch it holds the curve and the likely range',
    (share) => {
      for (const { low, high, at, series } of edges(share)) {
        const inside = Math.min(154, Math.max(93, at));
        const [top, bottom] = [...series.likely(inside)].map(project.y).toSorted((a, b) => a - b);
        const curve = project.y(series.at(inside));
        expect(Math.min(low, high)).toBeLessThan(curve + 1);
        expect(Math.max(low, high)).toBeGreaterThan(curve - 1);
        const room = share === 0.5 ? 1.5 : 0.3 * (bottom! - top!);
        expect(Math.abs(Math.min(low, high) - top!)).toBeLessThan(room);
        expect(Math.abs(Math.max(low, high) - bottom!)).toBeLessThan(room);
      }
    },
  );

  test('it is pinched at its knots', () => {
    for (const share of [0, 1]) {
      for (const { low, high } of edges(share)) expect(Math.abs(low - high)).toBeLessThan(0.01);
    }
  });

  test('one knot has none', () => {
    expect(lensPath(seriesOf(side('a', '50:900').knots), project)).toBe('');
  });
});

describe('plotOf', () => {
  const plot = plotFrom(REFERENCE, OPTIONS)!;
  const marks = marksOf(plot, REFERENCE, 'throughput');

  test('higher throughput stands higher, faster stands to the right', () => {
    const [mtp, off] = plot.lines;
    expect(mtp!.knots[0]!.y).toBeLessThan(off!.knots[0]!.y);
    expect(mtp!.knots[0]!.x).toBeLessThan(mtp!.knots[2]!.x);
  });

  test('targets carry their values', () => {
    expect(marks.targets.map(({ text }) => text)).toEqual(['93', '124', '154']);
  });

  test('values of close targets stand apart, each about its line', () => {
    const c = comparison(REFERENCE.sides, { targets: [120, 122, 124] });
    const close = marksOf(plotFrom(c, OPTIONS)!, c, 'throughput');
    const places = close.targets.map(({ textAt }) => textAt);
    expect(places[1]! - places[0]!).toBeGreaterThanOrEqual(20);
    expect(places[2]! - places[1]!).toBeGreaterThanOrEqual(20);
    expect(places[1]).toBeCloseTo(close.targets[1]!.at, 0);
    expect(marks.targets.every(({ at, textAt }) => at === textAt)).toBe(true);
  });

  // 3193.8 / 966.3 = 3.305
  test('the bracket says the ratio at the middle target, between the two curves', () => {
    expect(marks.labels[0]).toMatchObject({ style: -1, lines: ['3.3×'] });
    const ends = pointsOf(marks.bracket!);
    expect(ends[0]![0]).toBeCloseTo(marks.targets[1]!.at, 0);
    expect(ends[0]![1]).toBeCloseTo(plot.lines[0]!.knots[1]!.y, 0);
    expect(ends.at(-1)![1]).toBeCloseTo(plot.lines[1]!.knots[1]!.y, -1);
  });

  test('where it is open, the bracket says about and its range', () => {
    const [gap] = marksOf(plotFrom(UNDECIDED, OPTIONS)!, UNDECIDED, 'throughput').labels;
    const [low, high] = UNDECIDED.values[1]!.best.throughput!.ratioRange;
    expect(gap!.lines[0]).toMatch(/^~/);
    expect(low).toBeLessThan(1);
    expect(gap!.lines[1]).toBe(`${low.toFixed(1)} to ${high.toFixed(1)}×`);
  });

  test('everything lies in the picture', () => {
    for (const c of [REFERENCE, MEASURED, UNDECIDED]) {
      for (const [width, height] of [
        [640, 450],
        [344, 340],
      ] as const) {
        const { lines, xTicks, left, right, top, bottom } = plotFrom(c, {
          ...OPTIONS,
          width,
          height,
        })!;
        const knots = lines.flatMap((s) => s.knots);
        expect(Math.min(...knots.map((k) => k.x))).toBeGreaterThanOrEqual(left);
        expect(Math.max(...knots.map((k) => k.x))).toBeLessThanOrEqual(right + 1e-9);
        expect(Math.min(...knots.map((k) => k.y))).toBeGreaterThanOrEqual(top);
        expect(Math.max(...knots.map((k) => k.y))).toBeLessThanOrEqual(bottom);
        expect(xTicks.length).toBeGreaterThanOrEqual(2);
        expect(right).toBeLessThanOrEqual(width);
      }
    }
  });

  test('few values are linear from zero, many decades are logarithmic', () => {
    expect(plot.isLog).toBe(false);
    expect(plot.yTicks[0]).toMatchObject({ text: '0', at: plot.bottom });
    expect(plotFrom(MEASURED, OPTIONS)!.isLog).toBe(true);
  });

  test.each([
    ['20:990 50:100', false],
    ['20:1010 50:100', true],
  ])('values %s apart: logarithmic by itself beyond a factor of ten', (points, isLog) => {
    const c = comparison([side('a', points), side('b', points)]);
    expect(plotFrom(c, OPTIONS)!.isLog).toBe(isLog);
  });

  test('cost rises to the right', () => {
    const { lines } = plotFrom(REFERENCE, { ...OPTIONS, metric: 'costPerMillionTokens' })!;
    expect(lines[0]!.knots[2]!.y).toBeLessThan(lines[0]!.knots[0]!.y);
  });

  test('without a price there is no chart of cost', () => {
    const free = REFERENCE.sides.map((s) => ({ ...s, usdPerGpuHour: null }));
    expect(plotFrom(comparison(free), { ...OPTIONS, metric: 'costPerMillionTokens' })).toBeNull();
  });

  test('a side without data is not drawn and keeps the others’ places', () => {
    const c = comparison([side('a', ''), side('b', '20:900 50:400')]);
    expect(plotFrom(c, OPTIONS)!.lines.map(({ style }) => style)).toEqual([1]);
  });
});

describe('spread', () => {
  const gap = () => 15;

  test('places that are too close move apart, both by the same; others stay', () => {
    expect(spread([100, 104, 300], [0, 400], gap)).toEqual([94.5, 109.5, 300]);
  });

  test('none leaves the line', () => {
    expect(spread([4, 100, 396], [10, 380], () => 15)).toEqual([10, 100, 380]);
    expect(spread([380, 385], [0, 390], () => 15)[1]).toBeLessThanOrEqual(390);
  });

  test('those that need no gap may be where they are', () => {
    expect(spread([100, 101], [0, 400], () => 0)).toEqual([100, 101]);
  });
});

test.each([
  { low: 400, high: 24_000, ticks: [500, 1000, 2000, 5000, 10_000, 20_000] },
  { low: 0.1, high: 1, ticks: [0.1, 0.2, 0.5, 1] },
])('logarithmic ticks from $low to $high', ({ low, high, ticks }) => {
  expect(logTicks(low, high, 20)).toEqual(ticks);
});

test.each([
  { low: 3, high: 700_000, count: 10, ticks: [10, 100, 1000, 10_000, 100_000] },
  { low: 1, high: 1e9, count: 4, ticks: [1, 1000, 1_000_000, 1e9] },
])('logarithmic ticks from $low to $high where only $count have room', (given) => {
  expect(logTicks(given.low, given.high, given.count)).toEqual(given.ticks);
});

test.each([
  { low: 0, high: 4729, count: 5, ticks: [0, 1000, 2000, 3000, 4000] },
  { low: 0, high: 0.3, count: 5, ticks: [0, 0.1, 0.2, 0.3] },
  { low: 93, high: 154, count: 8, ticks: [100, 110, 120, 130, 140, 150] },
  { low: 5, high: 5, count: 5, ticks: [5] },
])('ticks from $low to $high', ({ low, high, count, ticks }) => {
  expect(linearTicks(low, high, count)).toEqual(ticks);
});
