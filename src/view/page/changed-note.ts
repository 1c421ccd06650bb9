import type { Words } from '../words/words.ts';
import { js } from '../markup/js.ts';
import { h } from '../markup/markup.ts';
import type { Markup } from '../markup/markup.ts';

/**
 * Says, once a reader has changed targets or prices in the figure, that the sentences of the page
 * are of the address as it was opened, and where theirs are. Hidden until {@link CHANGED_SCRIPT}
 * hears of a change.
 *
 * @param href - of the page, until there is a change
 */
export function changedNote(href: string, words: Words['page']): Markup {
  return h(
    'p',
    { class: 'small', id: 'changed', hidden: true },
    `${words.changed} `,
    h('a', { href }, words.changedPage),
  );
}

/**
 * Once a reader changes the figure: shows {@link changedNote}, leading to what is on screen, and
 * writes the figure's targets into those of the form. These are hidden while the figure has inputs of
 * its own, and shown where it could not be drawn or its script, after which this one runs, is missing.
 * Constant, for the policy names it by its hash.
 */
export const CHANGED_SCRIPT = js`
  document.addEventListener('matchpoint-change', ({ detail: { link, comparison } }) => {
    document.querySelectorAll('.targets input').forEach((input, i) => (input.value = comparison.targets[i]));
    const note = document.querySelector('#changed');
    const a = note.querySelector('a');
    // only the chart is another
    if (a.href !== link) note.hidden = false;
    a.href = link;
  });
  const { style } = document.querySelector('.targets');
  const hide = (figure) => (style.display = figure ? '' : 'flex');
  hide(customElements.get('matchpoint-compare'));
  document.addEventListener('matchpoint-error', ({ detail }) => hide(detail.comparison));
`;
