import { en as words } from '../src/view/element-words.ts';
import type { ComparisonDocument } from '../src/view/json.ts';
import { h } from '../src/view/markup.ts';
import type { Markup } from '../src/view/markup.ts';
import type { PlotOptions } from '../src/view/plot.ts';
import { middleRead, shortAnswer } from '../src/view/short-answer.ts';
import { figuresTable } from '../src/view/table.ts';
import { MEASURES, isRated } from '../src/view/table-cells.ts';
import { en as tableWords } from '../src/view/words.ts';
import { chart, chartHeight } from './chart.ts';
import type { Ground } from './chart.ts';
import { editedAddress, parseTargets, pieces } from './settings.ts';
import type { Settings } from './settings.ts';

/** What there is to say beside the figures. */
export interface Note {
  /** could not be refreshed */
  readonly isStale?: boolean;
  readonly isCopied?: boolean;
  /** to a screen reader */
  readonly said?: string;
}

/** What the page and the reader have set, at the width there is. */
export type Layout = ReturnType<typeof layoutOf>;

/** Everything that the figure is made of. */
export interface Shown extends Note, Layout {
  readonly comparison: ComparisonDocument;
  readonly ground: Ground;
  /** in the order of their inputs, which is not the columns' while one is dragged past another */
  readonly at: readonly number[];
  /** there is a server to ask for other prices */
  readonly hasServer: boolean;
  /** px that were kept free before it was drawn */
  readonly reserved: number;
}

const SHORT: Readonly<Record<string, string>> = {
  cost: 'costPerMillionTokens',
  mw: 'throughputPerMw',
};

/** @param outer - px; 0 where it is not laid out */
export function layoutOf(settings: Settings, outer: number) {
  const { view, metrics, theme, editable, metric, log } = settings;
  const names = new Set(pieces(metrics).map((name) => SHORT[name] ?? name));
  const named = MEASURES.filter((measure) => names.has(measure));
  const measures = named[0] ? named : MEASURES;
  const rated = measures.filter(isRated);
  const inner = (outer || 640) - (/light|dark|system/.test(theme ?? '') ? 32 : 0); // its padding
  const views: readonly string[] = view?.match(/table|chart|card/g) ?? ['chart', 'table'];
  const isSplit = inner >= 1000 && views.includes('chart') && views.includes('table');
  return {
    settings,
    views,
    measures,
    rated,
    metric: rated.find((name) => name === metric) ?? rated[0] ?? 'throughput',
    yScale: (log as PlotOptions['yScale'] | undefined) ?? null,
    isEditable: (editable ?? 'false') !== 'false',
    isNarrow: inner < 600,
    isSplit,
    /** of the chart, px */
    width: isSplit ? (inner - 40) * 0.52 : inner,
  };
}

/**
 * About the height that the figure will have (px), rather more than less, so that nothing below it
 * moves when it is drawn: from what is known before there is a document.
 */
export function reservedHeight({
  settings,
  views,
  measures,
  isEditable,
  isNarrow,
  isSplit,
  width,
}: Layout) {
  const src = settings['src'] ?? '';
  const sides = Math.max(2, src.split('-vs-').length);
  const asked = parseTargets(settings['at'] ?? /[?&]at=([\d.,]*)/.exec(src)?.[1]) ?? [1, 2, 3];
  const rows = Math.min(4, measures.length);
  const table = isNarrow
    ? 90 + asked.length * (80 + rows * (sides > 2 ? 82 : 62))
    : 180 + rows * (50 + 29 * sides + (sides > 2 ? 28 : 0));
  const heights = views.map((view) =>
    view === 'card'
      ? width * 0.525 + 16
      : view === 'chart'
        ? chartHeight(width) + 16 + (isEditable ? (isNarrow ? 150 : 76) : 0)
        : table + (isEditable ? 40 : 0),
  );
  const total = isSplit ? Math.max(...heights) : heights.reduce((sum, height) => sum + height, 0);
  return Math.round(total + (isNarrow ? 290 : 170));
}

/** Everything the element shows, as a function of its state. */
export function figure(shown: Shown): Markup {
  const { comparison: c, ground, views, measures, isNarrow, isSplit, isEditable } = shown;
  const { settings, reserved, said } = shown;
  const read = middleRead(c);
  const names = c.sides.flatMap(({ sources }) => sources.flatMap((s) => s.attribution ?? []));
  const button = (name: string, text: string) => h('button', { type: 'button', name }, text);
  const page = editedAddress(c.links.page, settings);
  return h(
    'figure',
    { part: 'figure', class: `rv fg t-${settings['theme'] ?? ''}`, '--r': `${reserved}px` },
    h(
      'figcaption',
      { part: 'caption' },
      h('strong', null, c.title),
      h('p', null, c.summary[(c.summary.length - 1) >> 1] ?? (read ? shortAnswer(c, read) : null)),
    ),
    h(
      'div',
      { class: isSplit ? 'vs sp' : 'vs' },
      views.map((view) =>
        h(
          'div',
          { part: view },
          view === 'chart'
            ? [ground && chart(shown, ground), isEditable && controls(shown)]
            : view === 'card'
              ? h(
                  'a',
                  { href: page },
                  h('img', {
                    src: editedAddress(c.links.png, settings, true),
                    alt: [c.title, ...c.summary].join('. '),
                    width: 1200,
                    height: 630,
                  }),
                )
              : [
                  isEditable && targets(shown),
                  // Only the one that fits: the other would cost half of a dragged frame.
                  c.targets[0] ? figuresTable(c, { measures, isNarrow }) : null,
                ],
        ),
      ),
      !views.includes('table') && h('div', { class: 'vh' }, figuresTable(c, { measures })),
    ),
    c.notices.length > 0 &&
      h(
        'details',
        { part: 'notices' },
        h('summary', null, words.notes(c.notices.length)),
        c.notices.map(({ severity, text }) =>
          h('p', null, h('b', null, words.severity[severity]), ` ${text}`),
        ),
      ),
    h(
      'div',
      { class: 'ft', part: 'source' },
      h(
        'span',
        null,
        [...new Set(names), ''].join(' · '),
        h('a', { href: page }, 'Matchpoint'),
        words.asOf(c.release.id, c.release.publishedAt.slice(0, 10)),
        shown.isStale ? words.stale : null,
      ),
      button('link', shown.isCopied ? words.copied : words.link),
      button('csv', words.csv),
    ),
    h('p', { class: 'vh', role: 'status' }, said ?? null),
  );
}

function targets({ at }: Shown): Markup {
  return h(
    'div',
    { class: `ats n${at.length}`, part: 'targets' },
    at.map((target, i) =>
      number('at', target, { 'aria-label': words.target(i), min: 0.1, max: 10_000 }),
    ),
  );
}

function controls({ comparison: c, rated, metric, hasServer, ground }: Shown): Markup {
  const prices = [...new Map(c.sides.map((side) => [side.hardware, side.usdPerGpuHour]))];
  const field = (label: string, control: Markup) => h('label', null, label, control);
  const select = (name: string, chosen: string, options: readonly (readonly [string, string])[]) =>
    h(
      'select',
      { name },
      options.map(([value, text]) => h('option', { value, selected: value === chosen }, text)),
    );
  const { measures, tiers, logScale } = tableWords;
  return h(
    'div',
    { class: 'ct', part: 'controls' },
    field(
      words.chartOf,
      select(
        'metric',
        metric,
        rated.map((name) => [name, measures[name][0]]),
      ),
    ),
    field(
      logScale,
      h('input', { type: 'checkbox', name: 'log', checked: ground !== null && ground[0].isLog }),
    ),
    hasServer && field(words.tier, select('tier', c.rates.tier, Object.entries(tiers))),
    prices.map(([key, usd]) =>
      field(
        words.usd(prices[1] ? (c.labels[key] ?? key) : ''),
        number(key, usd, { min: 0.01, max: 1000 }),
      ),
    ),
  );
}

function number(
  name: string,
  value: number | null,
  attrs: Record<string, string | number>,
): Markup {
  return h('input', { type: 'number', name, value, step: 'any', ...attrs });
}
