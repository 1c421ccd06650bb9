import type { History, HistoryRun } from '../../../core/history/history-types.ts';
import { NONE, decimalsFor, numberText, rangeText } from '../../format.ts';
import { h } from '../../markup/markup.ts';
import type { Child, Markup } from '../../markup/markup.ts';
import { changeText, imagesOf, historyDecimals } from '../../text/history-summary.ts';
import type { Words } from '../../words/words.ts';
import { imageLetters } from './timeline.ts';

/** The runs that an address can name, of which a form lets choose two; none where there is only one. */
export function comparableRuns({ runs }: Pick<History, 'runs'>): readonly HistoryRun[] {
  const addressable = runs.filter(({ token }) => token !== null);
  return addressable.length > 1 ? addressable : [];
}

/** Two runs to compare, as an address names them; `null` for one that is not chosen yet. */
export type ChosenRuns = Readonly<Record<'before' | 'after', string | null>>;

/**
 * A table of the runs, the newest first. Where runs can be compared it has two columns of radio
 * buttons, with the oldest and the newest run chosen unless the address names others.
 */
export function runsTable(history: History, { before, after }: ChosenRuns, all: Words): Markup {
  const { history: words } = all;
  const { columns } = words;
  const { runs } = history;
  const comparable = comparableRuns(history);
  const runOf = (asked: string | null) => comparable.find(({ token }) => token === asked);
  const chosen = {
    before: runOf(before) ?? comparable[0],
    after: runOf(after) ?? comparable.at(-1),
  };
  const letters = imageLetters(runs);
  const decimals = columnDecimals(runs);
  const heads: readonly (readonly [string, string | null])[] = [
    [columns.run, null],
    [columns.image, null],
    [columns.points, 'figure'],
    [columns.range, 'figure'],
    [columns.throughput, 'figure'],
    [columns.likely, 'figure'],
    [columns.cost, 'figure'],
    [columns.energy, 'figure'],
    [columns.change, 'figure'],
    ...(comparable.length === 0
      ? []
      : ([
          [columns.before, 'choice'],
          [columns.after, 'choice'],
        ] as const)),
  ];
  const radio = (name: 'before' | 'after', run: HistoryRun): Child =>
    comparable.length > 0 &&
    h(
      'td',
      { class: 'choice' },
      run.token !== null &&
        h(
          'label',
          null,
          h('input', {
            type: 'radio',
            name,
            value: run.token,
            checked: run === chosen[name],
            'aria-label': words.choose(columns[name], run.side.label),
          }),
          h('span', { class: 'choice-name', 'aria-hidden': 'true' }, columns[name]),
        ),
    );
  return h(
    'table',
    { class: 'runs' },
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        heads.map(([head, name]) => h('th', { scope: 'col', class: name }, head)),
      ),
    ),
    h(
      'tbody',
      null,
      runs
        .map((run, i) =>
          h(
            'tr',
            { class: run.isShown ? 'shown' : null },
            h('th', { scope: 'row' }, nameOf(run, words)),
            h('td', { class: 'image' }, imageText(run, letters[i]!, words)),
            cell(columns.points, String(run.side.knots.length)),
            cell(columns.range, run.side.range ? rangeText(run.side.range) : NONE),
            readCells(run, history, decimals, all),
            cell(
              columns.change,
              i === 0 ? words.first : (changeText(run, all) ?? NONE),
              run.change?.outcome === 'ahead' ? 'change settled' : 'change',
            ),
            radio('before', run),
            radio('after', run),
          ),
        )
        .toReversed(),
    ),
  );
}

/** A figure, and what it is where a phone has no heads. */
function cell(head: string, text: Child, more = ''): Markup {
  return h('td', { class: `figure ${more}`.trim(), 'data-head': head }, text);
}

type Field = 'throughput' | 'costPerMillionTokens' | 'joulesPerToken';
type Decimals = Readonly<Record<Field | 'likely', number>>;

/** How many decimals the figures of each column have. */
function columnDecimals(runs: readonly HistoryRun[]): Decimals {
  const decimals = (field: Field) =>
    decimalsFor(
      runs.map(({ value }) => value && value[field]),
      3,
    );
  return {
    ...historyDecimals(runs),
    costPerMillionTokens: decimals('costPerMillionTokens'),
    joulesPerToken: decimals('joulesPerToken'),
  };
}

/** What a run is worth at the target, or why it is worth nothing there. */
function readCells(
  { value, side }: HistoryRun,
  { basis }: History,
  decimals: Decimals,
  { history: words, figure }: Words,
): Child {
  const { columns } = words;
  if (value === null || value.throughput === null) {
    const why = value === null ? '' : figure.origin(value.status, side, []);
    return h('td', { class: 'why', colspan: 4 }, why || NONE);
  }
  const origin = figure.origin(value.status, side, value.between ?? []);
  const text = (field: Field, unit = '') =>
    value[field] === null ? NONE : `${unit}${numberText(value[field], decimals[field])}`;
  return [
    cell(
      columns.throughput,
      h(
        'span',
        { title: origin },
        h('b', null, text('throughput')),
        value.status === basis && h('span', { class: 'measured', 'aria-hidden': 'true' }, '•'),
        h('span', { class: 'visually-hidden' }, ` ${origin}`),
      ),
    ),
    cell(columns.likely, words.likely(value.likely!, decimals.likely), 'muted'),
    cell(columns.cost, text('costPerMillionTokens', '$')),
    cell(columns.energy, text('joulesPerToken')),
  ];
}

/** The run, a link to where it was read, and what is to say of it. */
function nameOf({ side, isShown, isPartial }: HistoryRun, words: Words['history']): Child {
  const [url] = side.sources.flatMap((source) => source.url ?? []);
  const isWeb = url !== undefined && /^https?:\/\//i.test(url);
  const notes = [
    side.date !== null && side.label !== side.date && !side.label.includes(side.date) && side.date,
    isShown && words.shown,
    isPartial && words.partial,
  ].filter((note) => note !== false);
  return [
    isWeb ? h('a', { href: url }, side.label) : side.label,
    notes.length > 0 && h('span', { class: 'note' }, ` ${notes.join(', ')}`),
  ];
}

/** The digest of an image, of which a few digits tell it from others. */
const DIGEST = /(@sha256:[0-9a-f]{8})[0-9a-f]+/;

function imageText(run: HistoryRun, letter: string, words: Words['history']): Child {
  const images = imagesOf(run);
  if (images.length === 0) return h('span', { class: 'muted' }, words.notStated);
  const names = images.map((image) => image.replace(DIGEST, '$1…'));
  return [
    letter !== '' && h('b', null, `${letter} `),
    h('span', { title: images.join(', ') }, names.join(', ')),
  ];
}
