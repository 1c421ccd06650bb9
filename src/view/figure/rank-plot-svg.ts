import type { RankFigure } from '../../core/ranking/ranking-types.ts';
import { h } from '../markup/markup.ts';
import type { Child, Markup } from '../markup/markup.ts';
import type { RankFigureWords } from '../words/words.ts';
import { n } from './curve-path.ts';
import { markPath } from './mark.ts';
import type { LeadBar, RankLine, RankPlot } from './rank-plot.ts';
import { plotText } from './plot-text.ts';
import { DASHES } from './theme.ts';
import { LINE } from './value-axis.ts';

/** Height of the strip of leaders, px, and how far under the axis it begins. */
const STRIP = { height: 6, below: 24 };

/**
 * The chart of a ranking as an SVG tree with real text. Colours come from classes and custom
 * properties.
 *
 * @param drawn - {@link rankPlotDrawn} of the plot
 */
export function rankPlotSvg(
  { width, height, top, bottom, target }: RankPlot,
  drawn: Child,
  label: string,
): Markup {
  return h(
    'svg',
    { class: 'plot', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label },
    // labels lie over its line
    target && h('path', { class: 'target', d: `M${n(target.at)} ${top - 10}V${bottom}` }),
    drawn,
    target && [
      h('circle', { class: 'ink', cx: n(target.at), cy: top - 10, r: 3 }),
      plotText(target.at, top - 17, target.text, 'middle', 'ink bold'),
    ],
  );
}

/**
 * What of the chart stays while its target moves: axes, curves, labels and the strip of leaders.
 *
 * @param id - unique on its page, for the hatch of stretches that are not told apart
 * @param mutedAs - how muted curves are drawn
 */
export function rankPlotDrawn(
  plot: RankPlot,
  { by, chart }: Pick<RankFigure, 'by' | 'chart'>,
  id: string,
  words: RankFigureWords,
  mutedAs = asOne,
): Markup {
  const { height, left, right, bottom, xTicks, yTicks, lines, strip } = plot;
  const { name, unit } = words.metrics[chart.y ?? by];
  const muted = lines.filter(({ style }) => style === null);
  const curves = [
    muted.length > 0 && mutedAs(muted),
    lines.map((one) => one.style !== null && curve(one, one.style)),
  ];
  const log = (isLog: boolean) => (isLog ? `, ${words.logScale}` : '');
  return h(
    'g',
    null,
    yTicks.map(({ at, text }) => [
      h('path', { class: 'grid', d: `M${left} ${n(at)}H${n(right)}` }),
      plotText(left - 8, at + 4, text, 'end'),
    ]),
    h('path', { class: 'axis', d: `M${left} ${bottom}H${n(right)}` }),
    xTicks.map(({ at, text }) => plotText(at, bottom + 17, text, 'middle')),
    plotText(0, 12, `${name}, ${unit}${log(plot.isLogY)}`, null, 'ink'),
    plotText(right, height - 6, `${plot.xTitle ?? words.xTitle}${log(plot.isLogX)}`, 'end', 'ink'),
    plot.isZoomed ? clipped(plot, id, curves) : curves,
    labels(lines),
    bars(strip, bottom + STRIP.below, id),
  );
}

/** Muted curves as one path, which costs a browser a fraction of many. */
function asOne(muted: readonly RankLine[]): Child {
  return h('path', { class: 'other', d: muted.map(({ path }) => `M0 0${path}`).join('') });
}

/** A curve with its points. */
function curve({ path, knots, beaten }: RankLine, style: number): Markup {
  const isSide = style < DASHES.length;
  return h(
    'g',
    { class: classOf(style) },
    h('path', { class: 'curve', d: path, 'stroke-dasharray': DASHES[style] ?? null }),
    beaten && h('path', { class: 'beaten', d: beaten }),
    knots.map(({ x, y }) =>
      isSide
        ? markPath(style, { transform: `translate(${n(x)} ${n(y)})` })
        : h('circle', { class: 'dot', cx: n(x), cy: n(y), r: 2 }),
    ),
  );
}

/** The names of curves; those beside their ends lie over the lines from the others to theirs. */
function labels(lines: readonly RankLine[]): Child {
  const isBeside = ({ label }: RankLine) => label?.leadsTo === null;
  const inOrder = lines.toSorted((a, b) => Number(isBeside(a)) - Number(isBeside(b)));
  return inOrder.map(({ style, label }) => {
    if (style === null || label === null) return null;
    const { at, leadsTo: end, lines: texts } = label;
    return h(
      'g',
      { class: classOf(style) },
      end &&
        h('path', { class: 'leader', d: `M${n(end.x + 5)} ${n(end.y)}L${n(at.x - 4)} ${n(at.y)}` }),
      texts.map((text, i) =>
        plotText(at.x, at.y + (i - (texts.length - 1) / 2) * LINE + 4.5, text, null, 'label halo'),
      ),
    );
  });
}

function classOf(style: number): string {
  return style < DASHES.length ? `side-${style + 1}` : 'ink-line';
}

/** What is drawn, within the axes. */
function clipped({ left, right, top, bottom }: RankPlot, id: string, drawn: Child): Child {
  const clip = `clip-${id}`;
  const [width, height] = [right - left, bottom - top];
  return [
    h('clipPath', { id: clip }, h('rect', { x: left, y: top - 6, width, height: height + 6 })),
    h('g', { 'clip-path': `url(#${clip})` }, drawn),
  ];
}

/** Who leads at each speed: a bar in the colour of its row, hatched where the data do not tell. */
function bars(strip: readonly LeadBar[], y: number, id: string): Child {
  if (strip.length === 0) return null;
  const hatch = `hatch-${id}`;
  return h(
    'g',
    { class: 'strip' },
    h(
      'defs',
      null,
      h(
        'pattern',
        {
          id: hatch,
          width: 5,
          height: 5,
          patternUnits: 'userSpaceOnUse',
          patternTransform: 'rotate(45)',
        },
        h('path', { class: 'axis', d: 'M0 0V5' }),
      ),
    ),
    strip.map(({ from, to, style, isDecided, text }) =>
      h(
        'rect',
        {
          class: isDecided && style !== null && style < DASHES.length ? `side-${style + 1}` : null,
          x: n(from),
          y,
          width: n(Math.max(to - from, 0.5)),
          height: STRIP.height,
          fill: isDecided ? 'currentColor' : `url(#${hatch})`,
        },
        h('title', null, text),
      ),
    ),
  );
}
