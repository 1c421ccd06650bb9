import type { Words } from '../words/words.ts';
import { axisTitles } from './axis-titles.ts';
import { n } from './curve-path.ts';
import { markPath } from './mark.ts';
import { h } from '../markup/markup.ts';
import type { Attrs, Child, Markup } from '../markup/markup.ts';
import type { PlotMarks } from './plot-marks.ts';
import type { Plot } from './plot.ts';
import { DASHES } from './theme.ts';
import type { Comparison } from '../../core/comparison-types.ts';
import type { Rated } from '../../core/metrics.ts';

/** What of a chart no target changes, as SVG: what lies under the targets, and what over them. */
export type PlotGround = readonly [under: Markup, over: Markup];

/**
 * The chart as an SVG tree with real text. Colours come from classes and custom properties.
 *
 * @param label - what the chart shows, for those who do not see it
 */
export function plotSvg(
  plot: Plot,
  { targets, bracket }: PlotMarks,
  label: string,
  [under, over]: PlotGround,
): Markup {
  const { width, height, top, bottom } = plot;
  return h(
    'svg',
    { class: 'plot', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label },
    under,
    targets.map(({ at, text, textAt }) => [
      h('path', { class: 'target', d: `M${n(at)} ${top - 6}V${bottom}` }),
      h('circle', { class: 'ink', cx: n(at), cy: top - 6, r: 3 }),
      textIn('ink bold', textAt, top - 14, text, 'middle'),
    ]),
    over,
    bracket && gap(bracket, plot),
  );
}

/** The axes, the band, the curves with their lenses, knots and labels. */
export function plotGround(
  plot: Plot,
  metric: Rated,
  words: Words['figure'],
  knotTitle: (side: number, knot: number) => Child = () => null,
): PlotGround {
  const { height, left, right, top, bottom, band, xTicks, yTicks, lines: series } = plot;
  const [xTitle, yTitle] = axisTitles(plot, metric, words);
  const under = h(
    'g',
    null,
    band &&
      h('path', {
        class: 'band',
        d: `M${n(band[0])} ${top}H${n(Math.max(band[1], band[0] + 1))}V${bottom}H${n(band[0])}`,
      }),
    yTicks.map(({ at, text }) => [
      h('path', { class: 'grid', d: `M${left} ${n(at)}H${n(right)}` }),
      textIn('', left - 8, at + 4, text, 'end'),
    ]),
    h('path', { class: 'axis', d: `M${left} ${bottom}H${n(right)}` }),
    xTicks.map(({ at, text }) => textIn('', at, bottom + 17, text, 'middle')),
    textIn('ink', 0, 12, yTitle),
    textIn('ink', right, height - 6, xTitle, 'end'),
  );
  const over = h(
    'g',
    null,
    series.map(({ style, lens }) => h('path', { class: `lens side-${style + 1}`, d: lens })),
    series.map(({ style, path, knots, label: { x, y, lines } }) =>
      h(
        'g',
        { class: `side-${style + 1}` },
        h('path', { class: 'curve', d: path, 'stroke-dasharray': DASHES[style] ?? null }),
        knots.map((at, i) =>
          markPath(style, { transform: `translate(${n(at.x)} ${n(at.y)})` }, knotTitle(style, i)),
        ),
        lines.map((text, i) =>
          textIn('label bold halo', x, y + (i - (lines.length - 1) / 2) * 15 + 4.5, text),
        ),
      ),
    ),
  );
  return [under, over];
}

function gap(
  { x, from, to, text, range }: NonNullable<PlotMarks['bracket']>,
  { right }: Plot,
): Markup {
  // A gap too small for the text has it above the upper curve.
  const y = to - from < 34 ? from - (range === null ? 12 : 26) : (from + to) / 2 + 5;
  const isAtEdge = x + 30 > right;
  const place = [x + (isAtEdge ? -9 : 9), isAtEdge ? 'end' : 'start'] as const;
  return h(
    'g',
    null,
    h('path', { class: 'bracket', d: `M${n(x - 4)} ${n(from)}h8m-4 0V${n(to)}m-4 0h8` }),
    textIn('ink halo bold', place[0], y, text, place[1], { 'font-size': 15 }),
    range !== null && textIn('halo', place[0], y + 14, range, place[1]),
  );
}

function textIn(
  classes: string,
  x: number,
  y: number,
  text: string,
  anchor: string | null = null,
  attrs: Attrs | null = null,
): Markup {
  return h(
    'text',
    { class: classes || null, x: n(x), y: n(y), 'text-anchor': anchor, ...attrs },
    text,
  );
}

/** What each knot says on hover: its side and its figures. */
export function knotTitles({ sides }: Pick<Comparison, 'sides'>, words: Words['chart']) {
  return (side: number, knot: number): Markup => {
    const { label, knots } = sides[side]!;
    const { interactivity, throughput } = knots[knot]!;
    return h('title', null, words.knot(label, interactivity, throughput));
  };
}
