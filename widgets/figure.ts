import { figure as figureWords } from '../src/view/words/en/figure.ts';
import { element as words } from '../src/view/words/en/element.ts';
import type { ComparisonDocument } from '../src/view/text/json.ts';
import { h } from '../src/view/markup/markup.ts';
import type { Markup } from '../src/view/markup/markup.ts';
import { middleRead, shortAnswer } from '../src/view/figure/short-answer.ts';
import { figuresTable } from '../src/view/figure/table.ts';
import { chart } from './chart.ts';
import type { Ground } from './chart.ts';
import { controls, targetInputs } from './controls.ts';
import type { Layout } from './layout.ts';
import { editedAddress } from './settings.ts';
import type { Settings } from './settings.ts';

/** What there is to say beside the figures. */
export interface Note {
  /** could not be refreshed */
  readonly isStale?: boolean | undefined;
  /** to a screen reader */
  readonly said?: string;
  /** it is to be seen too */
  readonly isSeen?: boolean;
}

/** Everything that the figure is made of. */
export interface Shown extends Note, Layout {
  readonly comparison: ComparisonDocument;
  readonly ground: Ground;
  /** in the order of their inputs, which is not the columns' while one is dragged past another */
  readonly at: readonly number[];
  /** of the reader and the page, when the reader was quiet last: a picture takes a server to draw */
  readonly settled: Settings;
  /** it has other targets or prices than its document */
  readonly isEdited: boolean;
  /** there is a server to ask for other prices */
  readonly hasServer: boolean;
  /** px that were kept free before it was drawn */
  readonly reserved: number;
}

/** Everything the element shows, as a function of its state. */
export function figure(shown: Shown): Markup {
  const { comparison: c, ground, views, hasChart, measures, isNarrow, isEditable } = shown;
  const { settings, reserved, said } = shown;
  const read = middleRead(c);
  const answer =
    c.summary[(c.summary.length - 1) >> 1] ?? (read && shortAnswer(c, read, figureWords));
  const names = c.sides.flatMap(({ sources }) => sources.flatMap((s) => s.attribution ?? []));
  const button = (name: string, text: string) => h('button', { type: 'button', name }, text);
  const page = editedAddress(c.links.page, settings);
  return h(
    'figure',
    // Its words are English, whatever the page around is.
    {
      lang: 'en',
      dir: 'ltr',
      part: 'figure',
      class: `rv fg t-${settings['theme'] ?? ''}`,
      '--r': `${reserved}px`,
    },
    h('figcaption', { part: 'caption' }, h('strong', null, c.title), h('p', null, answer)),
    h(
      'div',
      { class: shown.isSplit ? 'vs sp' : 'vs' },
      views.map((view) =>
        h(
          'div',
          { part: view },
          view === 'chart'
            ? ground && chart(shown, ground)
            : view === 'card'
              ? h(
                  'a',
                  { href: page },
                  h('img', {
                    src: editedAddress(c.links.png, shown.settled, true),
                    alt: `${c.title}. ${answer ?? ''}`,
                    width: 1200,
                    height: 630,
                  }),
                )
              : [
                  isEditable && targetInputs(shown),
                  // Only the one that fits: the other would cost half of a dragged frame.
                  c.targets.length > 0 && figuresTable(c, figureWords, { measures, isNarrow }),
                ],
          isEditable && view === (hasChart ? 'chart' : views[0]) && controls(shown),
        ),
      ),
      !views.includes('table') &&
        h('div', { class: 'vh' }, figuresTable(c, figureWords, { measures })),
    ),
    c.notices.length > 0 &&
      h(
        'details',
        { part: 'notices' },
        h('summary', null, words.notes(c.notices.length, shown.isEdited)),
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
        shown.isStale && words.stale,
      ),
      button('link', said === words.copied ? said : words.link),
      button('csv', words.csv),
    ),
    h('p', { class: shown.isSeen ? null : 'vh', role: 'status' }, said),
  );
}
