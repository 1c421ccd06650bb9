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

/** The settings that the builder's form shows, which the code to paste is made with. */
export interface BuilderChoice {
  /** comparison id as the address has it, be it that of none; empty where none was chosen */
  readonly id: string;
  /** what the embed shows, in order: `chart,table` */
  readonly view: string;
  readonly theme: string;
  /** targets, tok/s/user, with commas between; empty for the comparison's own */
  readonly at: string;
  /** whether readers may change targets and prices in it */
  readonly isEditable: boolean;
  /** whether it stays on the release of today */
  readonly isPinned: boolean;
  /** whether it loads the newest script instead of one whose hash is in its name */
  readonly isMoving: boolean;
  /** further query keys of the address, for which the form has no field */
  readonly others: readonly (readonly [key: string, value: string])[];
}

/** What the page of the builder shows of one comparison, or of none yet. */
export interface BuilderView {
  /** absolute address of the page itself */
  readonly canonical: string;
  /** scheme and host of this site, which the code loads from */
  readonly origin: string;
  readonly choice: BuilderChoice;
  /** ids and titles to choose from */
  readonly presets: readonly { readonly id: string; readonly title: string }[];
  /** `null` where no comparison was chosen, or `problem` says why there is none */
  readonly result: {
    readonly title: string;
    readonly snippets: readonly Snippet[];
    /** address of the embed without a theme, ending so that a key can be added */
    readonly previews: readonly { readonly theme: ThemeName; readonly src: string }[];
  } | null;
  /** why the chosen id gives no code; `null` where it does, or none was chosen */
  readonly problem: {
    readonly detail: string;
    /** comparisons with an id like it */
    readonly nearest: readonly { readonly label: string; readonly href: string }[];
  } | null;
}

/** What the form offers an embed to show, each as the query key `view` has it. */
export const VIEWS = ['chart,table', 'chart', 'table', 'card', 'chart,table,card'] as const;

/** The page that makes code to paste: a form, and for the comparison chosen in it the code for every kind of place. */
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

/** A section with the embed in an iframe, once for each theme. */
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

/** The form's field of targets: text, for there may be several. */
export function targetField(label: string, value: string): Markup {
  return field(label, h('input', { name: 'at', value, inputmode: 'decimal' }));
}

/** The end of a builder's form: fields that every kind of embed has, hidden ones for further query keys, and the button. */
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

/** A box to tick. */
function check(name: string, label: string, checked: boolean): Markup {
  const box = h('input', { type: 'checkbox', name, value: 'true', checked });
  return h('p', null, h('label', null, box, ` ${label}`));
}

/**
 * A section that explains pasting into each tool or site, folded, with links to the code that it takes.
 *
 * @param kinds - of code on this page, which alone are linked; `null` where there is no code yet
 */
export function builderPlaces(
  kinds: readonly Snippet['kind'][] | null,
  { builder: words, places: names }: Words,
): Markup {
  const listed = PLACES.map((place) => ({
    ...place,
    takes: place.takes.filter((kind) => kinds?.includes(kind) ?? true),
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
            kinds === null
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

/** A section of code to paste, each piece with a button that copies it and what a strict Content-Security-Policy has to allow for it. */
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
