import type { ComparedSide } from '../core/comparison-types.ts';
import { targetText, throughputText } from './format.ts';
import { markPath } from './mark.ts';
import { h } from './markup.ts';
import type { Markup } from './markup.ts';
import type { Plot, PlotSide } from './plot.ts';
import { DASHES } from './theme.ts';
import { en } from './words.ts';
import type { Words } from './words.ts';

export interface PlotWords {
  /** what the chart shows, for those who do not see it */
  readonly label: string;
  readonly sides: readonly Pick<ComparedSide, 'label' | 'knots'>[];
  /** says each knot's figures on hover */
  readonly hasTitles?: boolean;
}

/** Styles that {@link plotSvg} needs, on pages and in a picture of its own. */
export const PLOT_STYLE =
  '.plot{font:12px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;' +
  'font-variant-numeric:tabular-nums}' +
  '.plot text{fill:var(--muted)}.plot .ink{fill:var(--ink)}' +
  '.plot .b{font-weight:600}.grid{stroke:var(--hairline)}.base{stroke:var(--muted)}' +
  '.band{fill:var(--panel)}.tg{stroke:var(--ink);stroke-width:.75}.hd{fill:var(--ink)}' +
  '.cv{fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round}' +
  '.rm{fill:currentColor;fill-opacity:.09}.plot .lb{fill:currentColor;font-size:13px}' +
  '.halo{paint-order:stroke;stroke:var(--page);stroke-width:4px;stroke-linejoin:round}' +
  '.br{fill:none;stroke:var(--ink);stroke-width:1.5}' +
  '.k{fill:currentColor;stroke:currentColor;stroke-width:1.75}.o{fill:var(--page)}' +
  '.s0{color:var(--s0)}.s1{color:var(--s1)}.s2{color:var(--s2)}.s3{color:var(--s3)}';

/** The chart as an SVG tree with real text. Colours come from classes and custom properties. */
export function plotSvg(
  plot: Plot,
  { label, sides, hasTitles = false }: PlotWords,
  words: Words = en,
): Markup {
  const { width, height, left, right, top, bottom } = plot;
  const [name, unit] = words.measures[plot.metric];
  const title = `${name}, ${unit}${plot.isLog ? `, ${words.logScale}` : ''}`;
  return h(
    'svg',
    { class: 'plot', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label },
    plot.band && line('rect', { class: 'band', y: top, height: bottom - top }, plot.band),
    plot.yTicks.map(({ at, text }) => [
      h('path', { class: 'grid', d: `M${left} ${n(at)}H${n(right)}` }),
      textAt(left - 8, at + 4, text, { 'text-anchor': 'end' }),
    ]),
    h('path', { class: 'base', d: `M${left} ${bottom}H${n(right)}` }),
    plot.xTicks.map(({ at, text }) => textAt(at, bottom + 17, text, { 'text-anchor': 'middle' })),
    textAt(0, 12, title, { class: 'ink' }),
    textAt(right, height - 6, `${words.interactivity}, ${words.interactivityUnit}`, {
      class: 'ink',
      'text-anchor': 'end',
    }),
    plot.targets.map(({ at, text, textAt: place }) => [
      h('path', { class: 'tg', d: `M${n(at)} ${top - 6}V${bottom}` }),
      h('circle', { class: 'hd', cx: n(at), cy: top - 6, r: 3 }),
      textAt(place, top - 14, text, { class: 'ink b', 'text-anchor': 'middle' }),
    ]),
    plot.sides.map(({ index, room }) =>
      h('g', { class: `s${index}` }, room !== '' && h('path', { class: 'rm', d: room })),
    ),
    plot.sides.map((side) => curve(side, sides[side.index]!, hasTitles)),
    bracket(plot),
  );
}

function curve(
  { index, path, knots, label }: PlotSide,
  side: PlotWords['sides'][number],
  hasTitles: boolean,
): Markup {
  const first = label.y - (label.lines.length - 1) * 7.5 + 4.5;
  return h(
    'g',
    { class: `s${index}` },
    h('path', { class: 'cv', d: path, 'stroke-dasharray': DASHES[index] ?? null }),
    knots.map(({ x, y }, i) => {
      const place = { transform: `translate(${n(x)} ${n(y)})` };
      return markPath(index, place, hasTitles && knotTitle(side, i));
    }),
    label.lines.map((text, i) => textAt(label.x, first + i * 15, text, { class: 'lb b halo' })),
  );
}

function knotTitle({ label, knots }: PlotWords['sides'][number], i: number): Markup {
  const { interactivity, throughput } = knots[i]!;
  const text = `${targetText(interactivity)} tok/s/user: ${throughputText(throughput)} tok/s/GPU`;
  return h('title', null, `${label}, ${text}`);
}

function bracket({ bracket: b, right }: Plot): Markup | null {
  if (b === null) return null;
  const middle = (b.from + b.to) / 2;
  // A gap too small for the text has it above the upper curve.
  const y = b.to - b.from < 34 ? b.from - (b.range === null ? 12 : 26) : middle + 5;
  const isAtEdge = b.x + 90 > right + 60;
  const side = { class: 'ink halo b', 'text-anchor': isAtEdge ? 'end' : 'start' };
  const x = b.x + (isAtEdge ? -9 : 9);
  return h(
    'g',
    null,
    h('path', {
      class: 'br',
      d: `M${n(b.x - 4)} ${n(b.from)}h8m-4 0V${n(b.to)}m-4 0h8`,
    }),
    textAt(x, y, b.text, { ...side, 'font-size': 15 }),
    b.range !== null && textAt(x, y + 14, b.range, { ...side, class: 'halo' }),
  );
}

function line(
  tag: string,
  attrs: Record<string, string | number>,
  [a, b]: readonly [number, number],
) {
  return h(tag, { ...attrs, x: n(a), width: n(Math.max(b - a, 1)) });
}

function textAt(
  x: number,
  y: number,
  text: string,
  attrs: Record<string, string | number>,
): Markup {
  return h('text', { ...attrs, x: n(x), y: n(y) }, text);
}

/** A coordinate to a tenth of a pixel. */
function n(value: number): number {
  return Math.round(value * 10) / 10;
}
