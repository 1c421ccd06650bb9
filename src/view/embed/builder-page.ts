import type { Words } from '../words/words.ts';
import { THEME_CHOICES } from '../../core/theme-names.ts';
import type { ThemeName } from '../../core/theme-names.ts';
import { BUILDER_SCRIPT } from '../page/builder-script.ts';
import { linkList } from '../page/link-list.ts';
import { RESIZER_SCRIPT } from '../links.ts';
import { h } from '../markup/markup.ts';
import type { Child, Markup } from '../markup/markup.ts';
import { page } from '../page/page.ts';
import { PLACES } from './places.ts';
import { policyLines } from './snippets.ts';
import type { Snippet } from './snippets.ts';

/** What a writer has chosen, as the form of the builder has it. */
export interface BuilderChoice {
  /** comparison id, as given */
  readonly id: string;
  readonly view: string;
  readonly theme: string;
  readonly at: string;
  readonly isEditable: boolean;
  readonly isPinned: boolean;
  /** the moving script instead of the hashed one */
  readonly isMoving: boolean;
  /** what else the address asks for, which the form has no field for */
  readonly others: readonly (readonly [key: string, value: string])[];
}

export interface BuilderView {
  readonly canonical: string;
  readonly origin: string;
  readonly choice: BuilderChoice;
  /** ids and titles to choose from */
  readonly presets: readonly { readonly id: string; readonly title: string }[];
  /** `null` where nothing was chosen, or it cannot be had: then `problem` says why */
  readonly result: {
    readonly title: string;
    readonly snippets: readonly Snippet[];
    /** address of the embed without a theme, ending so that a key can be added */
    readonly previews: readonly { readonly theme: ThemeName; readonly src: string }[];
  } | null;
  readonly problem: {
    readonly detail: string;
    /** what may have been meant */
    readonly nearest: readonly { readonly label: string; readonly href: string }[];
  } | null;
}

/** What the form offers an embed to show, each as the query key `view` has it. */
export const VIEWS = ['chart,table', 'chart', 'table', 'card', 'chart,table,card'] as const;

/** The builder: a plain form whose answer is the code. */
export function embedBuilderPage(view: BuilderView, all: Words): Markup {
  const { canonical, origin, choice, presets, result, problem } = view;
  const words = all.builder;
  return page(
    all,
    {
      title: words.title,
      description: words.description,
      canonical,
      modules: result === null ? [] : [RESIZER_SCRIPT],
      scripts: [BUILDER_SCRIPT],
    },
    h('p', { class: 'eyebrow' }, choice.id || null),
    h('h1', null, words.title),
    h('p', { class: 'lead' }, result?.title ?? words.lead),
    problem && [
      h('p', { role: 'alert' }, problem.detail),
      problem.nearest.length > 0 && linkList(problem.nearest),
    ],
    form(choice, presets, result?.title ?? choice.id, words),
    result && [
      builderPreviews(result.previews, words),
      builderCode(result.snippets, origin, words),
    ],
    builderPlaces(result && result.snippets.map(({ kind }) => kind), all),
  );
}

/** The embed in a frame, once for each theme. */
export function builderPreviews(
  list: readonly { readonly theme: ThemeName; readonly src: string }[],
  words: Words['builder'],
): Markup {
  return h(
    'section',
    { class: 'section embeds' },
    h('h2', null, words.preview),
    list.map(({ theme, src }) => [
      h('h3', null, words.previews[theme]),
      h('iframe', {
        src,
        title: `${words.preview}: ${words.previews[theme]}`,
        width: '100%',
        height: 620,
      }),
    ]),
  );
}

function form(
  choice: BuilderChoice,
  presets: BuilderView['presets'],
  title: string,
  words: Words['builder'],
): Markup {
  const isListed = choice.id === '' || presets.some(({ id }) => id === choice.id);
  const listed = isListed ? presets : [{ id: choice.id, title }, ...presets];
  return h(
    'form',
    { action: '/embed-builder', method: 'get', class: 'text builder' },
    field(
      words.comparison,
      select(
        'c',
        choice.id,
        listed.map((one) => [one.id, one.title]),
      ),
    ),
    field(
      words.view,
      select(
        'view',
        choice.view,
        [...new Set([...VIEWS, choice.view])].map((view) => [view, view.replaceAll(',', ', ')]),
      ),
    ),
    targetField(words.at, choice.at),
    check('editable', words.editable, choice.isEditable),
    commonFields(choice, words),
  );
}

/** The targets as text, for there may be several. */
export function targetField(label: string, value: string): Markup {
  return field(label, h('input', { name: 'at', value, inputmode: 'decimal' }));
}

/** What the builder asks of every embed, with what its address asks for and no field does. */
export function commonFields(
  {
    theme,
    isPinned,
    isMoving,
    others,
  }: Pick<BuilderChoice, 'theme' | 'isPinned' | 'isMoving' | 'others'>,
  words: Words['builder'],
): Child[] {
  return [
    field(
      words.theme,
      select(
        'theme',
        theme,
        THEME_CHOICES.map((one) => [one, words.themes[one]]),
      ),
    ),
    check('pin', words.pinned, isPinned),
    check('moving', words.moving, isMoving),
    ...others.map(([name, value]) => h('input', { type: 'hidden', name, value })),
    h('button', { type: 'submit' }, words.submit),
  ];
}

function field(label: string, control: Child): Markup {
  return h('label', null, h('span', null, label), control);
}

function select(
  name: string,
  value: string,
  options: readonly (readonly [string, string])[],
): Markup {
  return h(
    'select',
    { name },
    options.map(([key, label]) => h('option', { value: key, selected: key === value }, label)),
  );
}

/** What is either so or not, to be ticked. */
function check(name: string, label: string, checked: boolean): Markup {
  const box = h('input', { type: 'checkbox', name, value: 'true', checked });
  return h('p', null, h('label', null, box, ` ${label}`));
}

/**
 * Each place, folded, with links to the code that it takes.
 *
 * @param made - kinds of code that are on the page; `null` where none is made yet
 */
export function builderPlaces(
  made: readonly Snippet['kind'][] | null,
  { builder: words, places: names }: Words,
): Markup {
  const listed = PLACES.map((place) => ({
    ...place,
    takes: place.takes.filter((kind) => made?.includes(kind) ?? true),
  })).filter(({ takes }) => takes.length > 0);
  return h(
    'section',
    { class: 'section places', id: 'places' },
    h('h2', null, words.places),
    listed.map(({ key, takes, lacksColorScheme = false }) =>
      h(
        'details',
        null,
        h('summary', null, names[key].name),
        h('p', null, names[key].text),
        lacksColorScheme &&
          h('p', null, words.colorScheme, h('code', null, ':root { color-scheme: dark }')),
        h(
          'p',
          null,
          words.takes,
          takes.map((kind, i) => [
            i > 0 && ', ',
            made === null
              ? words.kinds[kind]
              : h('a', { href: `#code-${kind}` }, words.kinds[kind]),
          ]),
        ),
      ),
    ),
    h('p', { class: 'muted small' }, words.frameColours, h('code', null, THEME_MESSAGE)),
  );
}

const THEME_MESSAGE =
  "frame.contentWindow.postMessage({ type: 'matchpoint-theme', theme: 'dark' }, '*')";

/** Each piece of code with a button that copies it, and what a strict policy has to name for it. */
export function builderCode(
  list: readonly Snippet[],
  origin: string,
  words: Words['builder'],
): Markup {
  const policies = policyLines(origin);
  return h(
    'section',
    { class: 'section embeds' },
    list.map(({ kind, code: text }) => [
      h('h3', null, words.kinds[kind]),
      h('pre', { tabindex: 0 }, h('code', { id: `code-${kind}` }, text)),
      h(
        'button',
        { type: 'button', hidden: true, 'data-snippet': `code-${kind}`, 'data-done': words.copied },
        words.copy,
      ),
      policies[kind] !== '' &&
        h('p', { class: 'muted small' }, words.policy, h('code', null, policies[kind])),
    ]),
  );
}
