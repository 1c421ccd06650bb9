import type { ThemeChoice, ThemeName } from '../../core/theme-names.ts';
import { RESIZER_SCRIPT } from '../links.ts';
import { h } from '../markup/markup.ts';
import type { Markup } from '../markup/markup.ts';
import { BUILDER_SCRIPT } from '../page/builder-script.ts';
import { page } from '../page/page.ts';
import type { Words } from '../words/words.ts';
import {
  builderCode,
  builderPlaces,
  builderPreviews,
  commonFields,
  targetField,
} from './builder-page.ts';
import type { Snippet } from './snippets.ts';

interface RankBuilderView {
  /** absolute */
  readonly canonical: string;
  readonly origin: string;
  /** path of the form, and what it asks beside its own fields */
  readonly action: string;
  readonly others: readonly (readonly [key: string, value: string])[];
  /** the target that is asked for, empty for the default; `null` where a cost is in its place */
  readonly at: string | null;
  readonly theme: ThemeChoice;
  readonly isPinned: boolean;
  /** whether the code loads the newest scripts instead of ones whose hash is in their name */
  readonly isMoving: boolean;
  /** question of the ranking, and the address of its page */
  readonly title: string;
  readonly page: string;
  readonly snippets: readonly Snippet[];
  readonly previews: readonly { readonly theme: ThemeName; readonly src: string }[];
}

/** The page that makes code to paste for a ranking: a form for its looks, and the code for every kind of place. */
export function rankBuilderPage(view: RankBuilderView, all: Words): Markup {
  const words = all.builder;
  return page(
    all,
    {
      title: words.rankTitle,
      description: words.rankDescription,
      canonical: view.canonical,
      modules: [RESIZER_SCRIPT],
      scripts: [BUILDER_SCRIPT],
    },
    h('h1', null, words.rankTitle),
    h('p', { class: 'lead' }, h('a', { href: view.page }, view.title)),
    form(view, words),
    builderPreviews(view.previews, words),
    builderCode(view.snippets, view.origin, words),
    builderPlaces(
      view.snippets.map(({ kind }) => kind),
      all,
    ),
  );
}

function form({ action, at, ...choice }: RankBuilderView, words: Words['builder']): Markup {
  return h(
    'form',
    { action, method: 'get', class: 'text builder' },
    at !== null && targetField(words.rankAt, at),
    commonFields(choice, words),
  );
}
