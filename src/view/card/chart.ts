import type { Words } from '../words/words.ts';
import type { Comparison } from '../../core/comparison-types.ts';
import type { Range } from '../../core/range.ts';
import { box, drawing, label, shape } from './element.ts';
import type { CardElement, CardStyle } from './element.ts';
import { axisTitles } from '../figure/axis-titles.ts';
import type { Size } from '../figure/plot-frame.ts';
import { marksOf } from '../figure/plot-marks.ts';
import type { PlotMarks } from '../figure/plot-marks.ts';
import { plotOf } from '../figure/plot.ts';
import { LINE } from '../figure/value-axis.ts';
import type { Plot } from '../figure/plot.ts';
import { DASHES, MARKERS } from '../figure/theme.ts';
import type { Theme } from '../brand.ts';
import { metricSeries, clippedSeries } from '../figure/series.ts';
import type { Series } from '../figure/series.ts';
import { headlineMetrics } from '../../core/metrics.ts';

/** The plot is laid out at this part of the card's pixels, so that its text comes out larger. */
const SCALE = 1.55;

/**
 * The page's own chart, drawn for a card: curves, band, targets, knots and direct labels.
 *
 * Flat: the band is a bar on the axis, straight lines are not smoothed.
 */
export function cardChart(
  c: Comparison,
  theme: Theme,
  { width, height }: Size,
  words: Words['figure'],
): CardElement {
  const size = { width: width / SCALE, height: height / SCALE };
  const [metric] = headlineMetrics(c.sides);
  const all = metricSeries(c, metric);
  const series = all.flatMap((one) => clippedSeries(one, cardXRange(c)) ?? []);
  const plot = plotOf(series, { yScale: null, band: c.band, ...size });
  const frame = { position: 'relative', width, height };
  if (plot === null) return box(frame);
  // A card says its ratio in large type, and none in the chart.
  const marks = marksOf(plot, { ...c, values: [] }, metric);
  return box(
    frame,
    drawing(width, height, shapes(plot, marks, all, theme, isSmooth(c))),
    ...texts(plot, marks, theme, axisTitles(plot, metric, words)),
  );
}

/**
 * The interactivities (tok/s/user) that a card's chart shows: the shared band with half its width on each
 * side, and every target within reach of a curve. Those of all curves where the band has no width.
 */
export function cardXRange({ band, targets, sides }: Comparison): Range {
  const ends = sides.flatMap(({ range }) => (range ? [range.min, range.max] : []));
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  if (band === null || band.min === band.max) return { min: first, max: last };
  const margin = (band.max - band.min) / 2;
  const shown = targets.filter((target) => target >= first && target <= last);
  return {
    min: Math.max(first, Math.min(band.min - margin, ...shown)),
    max: Math.min(last, Math.max(band.max + margin, ...shown)),
  };
}

/** The smoothed edges of more curves, or of curves that lie on each other, would not fit a palette. */
function isSmooth({ sides, values }: Comparison): boolean {
  return (
    sides.length <= 2 &&
    values.every(({ best }) => best[headlineMetrics(sides)[0]]?.outcome !== 'level')
  );
}

function shapes(
  plot: Plot,
  { targets, labels }: PlotMarks,
  series: readonly Series[],
  theme: Theme,
  smooth: boolean,
): CardElement[] {
  const { left, right, bottom } = plot;
  const line = (d: string, stroke: string, strokeWidth: number) =>
    shape('path', { d, stroke, strokeWidth, fill: 'none', shapeRendering: 'crispEdges' });
  const band = plot.band && [
    shape('path', {
      d: `M${plot.band[0]} ${bottom}H${Math.max(plot.band[1], plot.band[0] + 1)}v3H${plot.band[0]}z`,
      fill: theme.muted,
      shapeRendering: 'crispEdges',
    }),
  ];
  const [first, last] = plot.xDomain;
  const curves = plot.lines.flatMap(({ style, path }) => {
    const { knots } = series.find((one) => one.style === style)!;
    const colour = theme.sides[style]!;
    const { path: mark, isHollow } = MARKERS[style]!;
    const dash = DASHES[style];
    return [
      shape('path', {
        d: path,
        stroke: colour,
        strokeWidth: 2.25,
        strokeLinecap: 'round',
        fill: 'none',
        shapeRendering: smooth ? 'auto' : 'crispEdges',
        ...(dash == null ? {} : { strokeDasharray: dash }),
      }),
      ...knots
        .filter(({ x }) => x >= first && x <= last)
        .map(({ x, y }) =>
          shape('path', {
            d: mark,
            transform: `translate(${plot.x(x)} ${plot.y(y)})`,
            stroke: colour,
            strokeWidth: 1.75,
            fill: isHollow ? theme.page : colour,
          }),
        ),
    ];
  });
  const scaled = {
    type: 'g',
    key: null,
    props: {
      transform: `scale(${SCALE})`,
      children: [
        ...(band ?? []),
        ...plot.yTicks.map(({ at }) => line(`M${left} ${at}H${right}`, theme.hairline, 0.75)),
        line(`M${left} ${bottom}H${right}`, theme.muted, 0.75),
        ...targets.map((target) => line(target.line, theme.ink, 0.75)),
        ...curves,
        ...labels.flatMap(({ style, leader }) =>
          leader === null ? [] : line(leader, theme.sides[style]!, 1),
        ),
      ],
    },
  };
  return [scaled];
}

function texts(
  plot: Plot,
  { targets, labels }: PlotMarks,
  theme: Theme,
  [xTitle, yTitle]: readonly [string, string],
): CardElement[] {
  const WIDE = 200;
  const at = (x: number, y: number, style: CardStyle, text: string) =>
    box(
      {
        position: 'absolute',
        left: x * SCALE,
        top: y * SCALE - 14,
        height: 28,
        alignItems: 'center',
        ...style,
      },
      label({ whiteSpace: 'nowrap' }, text),
    );
  const centred = { width: WIDE, justifyContent: 'center', marginLeft: -WIDE / 2 };
  const ended = { width: WIDE, justifyContent: 'flex-end', marginLeft: -WIDE };
  const small = { fontSize: 18, color: theme.muted };
  return [
    at(0, 6, small, yTitle),
    at(plot.right, plot.bottom + 30, { ...small, ...ended, width: 300, marginLeft: -300 }, xTitle),
    ...plot.yTicks.map((tick) => at(plot.left - 6, tick.at, { ...small, ...ended }, tick.text)),
    ...plot.xTicks.map((tick) =>
      at(tick.at, plot.bottom + 12, { ...small, ...centred }, tick.text),
    ),
    ...targets.map((tick) =>
      at(tick.textAt, plot.top - 14, { fontSize: 18, fontWeight: 600, ...centred }, tick.text),
    ),
    ...labels.flatMap(({ style, lines, box: [x, y] }) => {
      const color = theme.sides[style]!;
      return lines.map((text, i) =>
        at(x, y + 7 + i * LINE, { fontSize: 19, fontWeight: 600, color }, text),
      );
    }),
  ];
}
