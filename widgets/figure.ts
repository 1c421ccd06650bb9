import { TIERS } from '../src/core/vocabulary.ts';
import { en as words } from '../src/view/element-words.ts';
import type { ComparisonDocument } from '../src/view/json.ts';
import { h } from '../src/view/markup.ts';
import type { Child, Markup } from '../src/view/markup.ts';
import { middleRead, shortAnswer } from '../src/view/short-answer.ts';
import { isRated, wideTable } from '../src/view/table.ts';
import { narrowTable } from '../src/view/table-narrow.ts';
import { en as tableWords } from '../src/view/words.ts';
import { chart, plotFor } from './chart.ts';
import type { Shown } from './shown.ts';

/** Everything the element shows, as a function of its state. */
export function figure(shown: Shown): Markup {
  const { comparison: c, views, isEditable, theme, reserved } = shown;
  const read = middleRead(c);
  const answer = c.summary[(c.summary.length - 1) >> 1];
  const plot = plotFor(shown);
  const isSplit = views.includes('chart') && views.includes('table');
  return h(
    'figure',
    { part: 'figure', class: `rv fg t-${theme}`, '--r': `${reserved}px` },
    h(
      'figcaption',
      { part: 'caption' },
      h('strong', null, c.title),
      h('p', null, answer ?? (read && shortAnswer(c, read))),
    ),
    h(
      'div',
      { class: isSplit ? 'vs sp' : 'vs' },
      views.map((view) =>
        view === 'chart'
          ? h(
              'div',
              { part: 'chart' },
              plot && chart(shown, plot),
              isEditable && controls(shown, plot?.isLog ?? false),
            )
          : view === 'card'
            ? card(shown)
            : h('div', { part: 'table' }, isEditable && targets(shown), table(shown)),
      ),
      !views.includes('table') && h('div', { class: 'vh' }, wideTable(c, shown.measures)),
    ),
    notices(c),
    footer(shown),
    h('p', { class: 'vh', role: 'status' }, shown.said ?? ''),
  );
}

/** Only the one that fits: to keep the other up to date would cost half of a dragged frame. */
function table({ comparison: c, measures, isNarrow }: Shown): Child {
  return c.targets.length > 0 && (isNarrow ? narrowTable : wideTable)(c, measures);
}

function card({ comparison: c, image, link }: Shown): Markup {
  const alt = [c.title, ...c.summary].join('. ');
  return h(
    'a',
    { part: 'card', href: link },
    h('img', { src: image, alt, width: 1200, height: 630 }),
  );
}

function targets({ at }: Shown): Markup {
  return h(
    'div',
    { class: `ats n${at.length}`, part: 'targets' },
    at.map((target, i) =>
      h('input', {
        type: 'number',
        name: 'at',
        'aria-label': words.target(i),
        min: 0.1,
        max: 10_000,
        step: 'any',
        value: target,
      }),
    ),
  );
}

function controls({ comparison: c, measures, metric, hasServer }: Shown, isLog: boolean): Markup {
  const hardware = [...new Map(c.sides.map((side) => [side.hardware, side.usdPerGpuHour]))];
  const option = (value: string, text: string, selected: boolean) =>
    h('option', { value, selected }, text);
  return h(
    'div',
    { class: 'ct', part: 'controls' },
    h(
      'label',
      null,
      words.chartOf,
      h(
        'select',
        { name: 'metric' },
        measures
          .filter(isRated)
          .map((measure) => option(measure, tableWords.measures[measure][0], measure === metric)),
      ),
    ),
    h(
      'label',
      { class: 'cb' },
      h('input', { type: 'checkbox', name: 'log', checked: isLog }),
      tableWords.logScale,
    ),
    hasServer &&
      h(
        'label',
        null,
        words.tier,
        h(
          'select',
          { name: 'tier' },
          TIERS.map((tier) => option(tier, tableWords.tiers[tier], tier === c.rates.tier)),
        ),
      ),
    hardware.map(([key, usd]) =>
      h(
        'label',
        null,
        words.usd(hardware.length > 1 ? (c.labels[key] ?? key) : ''),
        h('input', {
          type: 'number',
          name: key,
          min: 0.01,
          max: 1000,
          step: 'any',
          value: usd,
        }),
      ),
    ),
  );
}

function notices({ notices: list }: ComparisonDocument): Child {
  return (
    list.length > 0 &&
    h(
      'details',
      { part: 'notices' },
      h('summary', null, words.notes(list.length)),
      h(
        'ul',
        null,
        list.map(({ severity, text }) =>
          h('li', null, h('b', null, words.severity[severity]), ` ${text}`),
        ),
      ),
    )
  );
}

function footer({ comparison: c, link, isStale, isCopied }: Shown): Markup {
  const names = c.sides.flatMap(({ sources }) => sources.flatMap((s) => s.attribution ?? []));
  const { id, publishedAt } = c.release;
  return h(
    'div',
    { class: 'ft', part: 'source' },
    h(
      'span',
      null,
      words.source([...new Set(names)]),
      h('a', { href: link }, 'Matchpoint'),
      `, ${words.asOf(id, publishedAt.slice(0, 10))}${isStale ? `, ${words.stale}` : ''}`,
    ),
    h('button', { type: 'button', name: 'link' }, isCopied ? words.copied : words.link),
    h('button', { type: 'button', name: 'csv' }, words.csv),
  );
}
