import { element as words } from '../src/view/words/en/element.ts';
import { figure as figureWords } from '../src/view/words/en/figure.ts';
import { h } from '../src/view/markup/markup.ts';
import type { Markup } from '../src/view/markup/markup.ts';
import { middleRead, shortAnswer } from '../src/view/figure/short-answer.ts';
import { figuresTable } from '../src/view/figure/table.ts';
import { editedAddress } from './addresses.ts';
import { chart } from './chart.ts';
import { controls, targetInputs } from './controls.ts';
import type { FigureState } from './figure-state.ts';
import { SITE_NAME } from '../src/view/brand.ts';

/** The whole figure: caption, views, notices, source line and message. */
export function figure(state: FigureState): Markup {
  const { comparison: c, views, hasChart, measures, isNarrow, isEditable } = state;
  const { settings, said } = state;
  const read = middleRead(c);
  const answer =
    c.summary[(c.summary.length - 1) >> 1] ?? (read && shortAnswer(c, read, figureWords));
  const button = (name: string, text: string) => h('button', { type: 'button', name }, text);
  const page = editedAddress(c.links.page, settings);
  return h(
    'figure',
    // Its words are English, whatever the page around is.
    {
      lang: 'en',
      dir: 'ltr',
      part: 'figure',
      class: state.theme !== undefined && 'themed',
      '--scheme':
        state.theme?.replace('system', 'light dark') ?? (state.isOnDark ? 'dark' : 'inherit'),
      '--behind': state.behind,
      '--reserved': `${state.reservedHeight}px`,
    },
    h('figcaption', { part: 'caption' }, h('strong', null, c.title), h('p', null, answer)),
    h(
      'div',
      { class: state.isSplit && 'split' },
      views.map((view) =>
        h(
          'div',
          { part: view },
          view === 'chart'
            ? chart(state)
            : view === 'card'
              ? h(
                  'a',
                  { href: page },
                  h('img', {
                    src: editedAddress(c.links.png, state.pictureSettings, true),
                    alt: `${c.title}. ${answer ?? ''}`,
                    width: 1200,
                    height: 630,
                  }),
                )
              : [
                  isEditable && targetInputs(state),
                  // Only the one that fits: the other would cost half of a dragged frame.
                  c.targets.length > 0 && figuresTable(c, figureWords, { measures, isNarrow }),
                ],
          isEditable && view === (hasChart ? 'chart' : views[0]) && controls(state),
        ),
      ),
      !views.includes('table') &&
        h('div', { class: 'unseen' }, figuresTable(c, figureWords, { measures })),
    ),
    c.notices.length > 0 &&
      h(
        'details',
        { part: 'notices' },
        h('summary', null, words.notes(c.notices.length, state.isEdited)),
        c.notices.map(({ severity, text }) =>
          h('p', null, h('b', null, words.severity[severity]), ` ${text}`),
        ),
      ),
    h(
      'div',
      { class: 'footer', part: 'source' },
      h(
        'span',
        null,
        `${figureWords.credits(c.sides)} · ${c.basis} figures · `,
        h('a', { href: page }, SITE_NAME),
        words.asOf(c.release.id, c.release.publishedAt.slice(0, 10)),
        state.isStale && words.stale,
      ),
      button('link', said === words.copied ? said : words.link),
      button('csv', words.csv),
    ),
    h('p', { class: !state.isSeen && 'visually-hidden', role: 'status' }, said),
  );
}
