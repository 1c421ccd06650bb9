import type { Words } from '../words/words.ts';
import type { Comparison } from '../../core/comparison-types.ts';
import { cardPicture } from './card-picture.ts';
import type { Keys } from '../links.ts';
import { js } from '../markup/js.ts';
import { h } from '../markup/markup.ts';
import type { Markup } from '../markup/markup.ts';
import { altText, answerSentence } from '../text/summary.ts';

/**
 * The card on the comparison's page, with what a writer pastes beside it. The buttons are hidden
 * until {@link COPY_SCRIPT} finds a clipboard.
 *
 * @param page - absolute address of the page
 * @param card - absolute address of the card, with these keys in its query
 */
export function cardSection(
  c: Comparison,
  page: string,
  card: (keys: Keys) => string,
  all: Words,
): Markup {
  const words = all.page;
  const source = words.source(all.figure.credits(c.sides), c.release.id);
  const caption = words.caption(answerSentence(c, all), source, page);
  const alt = altText(c, all);
  return h(
    'section',
    { class: 'section card', id: 'card' },
    h('h2', null, words.card),
    cardPicture(card, alt),
    h(
      'p',
      { class: 'row', id: 'copy', hidden: true },
      button('image', words.copy.image, card({})),
      button('text', words.copy.alt, alt),
      button('text', words.copy.caption, caption),
      h('span', { role: 'status', 'data-done': words.copy.done, 'data-failed': words.copy.failed }),
    ),
  );
}

function button(kind: 'image' | 'text', label: string, value: string): Markup {
  return h('button', { type: 'button', 'data-copy': kind, 'data-value': value }, label);
}

/** Makes the buttons of {@link cardSection} copy; constant, for the policy names it by its hash. */
export const COPY_SCRIPT = js`
  const bar = document.getElementById('copy');
  if (bar && navigator.clipboard) {
    bar.hidden = false;
    const status = bar.querySelector('[role=status]');
    bar.addEventListener('click', async ({ target }) => {
      const { copy, value } = target.dataset;
      if (!copy) return;
      try {
        if (copy === 'image') {
          const png = fetch(value).then((response) => {
            if (!response.ok) throw new Error('HTTP ' + response.status);
            return response.blob();
          });
          await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
        } else await navigator.clipboard.writeText(value);
        status.textContent = status.dataset.done;
      } catch {
        status.textContent = status.dataset.failed;
      }
    });
  }
`;
