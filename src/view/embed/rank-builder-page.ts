import { THEME_CHOICES } from '../../core/theme-names.ts';
import type { ThemeChoice, ThemeName } from '../../core/theme-names.ts';
import { h } from '../markup/markup.ts';
import type { Markup } from '../markup/markup.ts';
import { BUILDER_SCRIPT } from '../page/builder-script.ts';
import { page } from '../page/page.ts';
import type { Words } from '../words/words.ts';
import { RESIZER, builderCheck, builderCode, builderPreviews } from './builder-page.ts';
import type { Snippet } from './snippets.ts';

interface RankBuilderView {
  /** absolute */
  readonly canonical: string;
  readonly origin: string;
  /** path of the form, and what it asks beside its own fields */
  readonly action: string;
  readonly others: readonly (readonly [key: string, value: string])[];
  readonly theme: ThemeChoice;
  readonly isPinned: boolean;
  /** the moving scripts instead of the hashed ones */
  readonly isMoving: boolean;
  /** question of the ranking, and the address of its page */
  readonly title: string;
  readonly page: string;
  readonly snippets: readonly Snippet[];
  readonly previews: readonly { readonly theme: ThemeName; readonly src: string }[];
}

/** The code that puts a ranking into a page, and a plain form that changes its looks. */
export function rankBuilderPage(view: RankBuilderView, all: Words): Markup {
  const words = all.builder;
  return page(
    all,
    {
      title: words.rankTitle,
      description: words.rankDescription,
      canonical: view.canonical,
      modules: [RESIZER],
      scripts: [BUILDER_SCRIPT],
    },
    h('h1', null, words.rankTitle),
    h('p', { class: 'lead' }, h('a', { href: view.page }, view.title)),
    form(view, words),
    builderPreviews(view.previews, words),
    builderCode(view.snippets, view.origin, words),
  );
}

function form(
  { action, others, theme, isPinned, isMoving }: RankBuilderView,
  words: Words['builder'],
): Markup {
  return h(
    'form',
    { action, method: 'get', class: 'text builder' },
    h(
      'label',
      null,
      h('span', null, words.theme),
      h(
        'select',
        { name: 'theme' },
        THEME_CHOICES.map((choice) =>
          h('option', { value: choice, selected: choice === theme }, words.themes[choice]),
        ),
      ),
    ),
    builderCheck('pin', words.pinned, isPinned),
    builderCheck('moving', words.moving, isMoving),
    others.map(([name, value]) => h('input', { type: 'hidden', name, value })),
    h('button', { type: 'submit' }, words.submit),
  );
}
