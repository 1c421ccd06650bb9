import { THEME_CHOICES } from '../../core/theme-names.ts';
import type { ThemeName } from '../../core/theme-names.ts';
import { BUILDER_SCRIPT } from '../page/builder-script.ts';
import { linkList } from '../page/link-list.ts';
import { h } from '../markup/markup.ts';
import type { Child, Markup } from '../markup/markup.ts';
import { page } from '../page/page.ts';
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
  readonly presets: readonly string[];
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

export const VIEWS = ['chart,table', 'chart', 'table', 'card', 'chart,table,card'] as const;

export const en = {
  title: 'Embed a comparison',
  description: 'Code that puts a live or pinned comparison into a page, a post or a README.',
  lead: 'Choose a comparison and how it should look; paste the code that fits the place.',
  comparison: 'Comparison',
  view: 'Shows',
  theme: 'Colours',
  at: 'Targets, tok/s/user',
  editable: 'Readers may change targets and prices',
  pinned: 'Pinned to the release of today, instead of following new data',
  moving: 'Script that follows new versions, without integrity',
  submit: 'Make the code',
  preview: 'Preview',
  previews: { light: 'On a light page', dark: 'On a dark page' },
  copy: 'Copy',
  copied: 'Copied',
  policy: 'A page with a strict Content-Security-Policy needs: ',
  themes: { auto: 'as the page around', light: 'light', dark: 'dark' },
  kinds: {
    element: 'Element',
    inline: 'Element with its data, which makes no request for them',
    iframe: 'Iframe',
    markdown: 'Image in Markdown',
    image: 'Image in HTML',
    link: 'Link',
  } satisfies Record<Snippet['kind'], string>,
};

/** The builder: a plain form whose answer is the code. */
export function embedBuilderPage({
  canonical,
  origin,
  choice,
  presets,
  result,
  problem,
}: BuilderView): Markup {
  return page(
    { title: en.title, description: en.description, canonical, scripts: [BUILDER_SCRIPT] },
    h('p', { class: 'eye' }, choice.id || null),
    h('h1', null, en.title),
    h('p', { class: 'lead' }, result?.title ?? en.lead),
    problem && [
      h('p', { role: 'alert' }, problem.detail),
      problem.nearest.length > 0 && linkList(problem.nearest),
    ],
    form(choice, presets),
    result && [
      h(
        'section',
        { class: 'sec emb' },
        h('h2', null, en.preview),
        result.previews.map(({ theme, src }) => [
          h('h3', null, en.previews[theme]),
          h('iframe', {
            src,
            title: `${en.preview}: ${en.previews[theme]}`,
            width: '100%',
            height: 620,
          }),
        ]),
      ),
      code(result.snippets, origin),
    ],
  );
}

function form(choice: BuilderChoice, presets: readonly string[]): Markup {
  const field = (label: string, control: Child) =>
    h('label', null, h('span', null, label), control);
  const select = (name: string, value: string, options: readonly (readonly [string, string])[]) =>
    h(
      'select',
      { name },
      options.map(([key, label]) => h('option', { value: key, selected: key === value }, label)),
    );
  const check = (name: string, label: string, checked: boolean) =>
    h(
      'p',
      null,
      h('label', null, h('input', { type: 'checkbox', name, value: 'true', checked }), ` ${label}`),
    );
  const named = [...new Set([...(choice.id ? [choice.id] : []), ...presets])];
  return h(
    'form',
    { action: '/embed-builder', method: 'get', class: 'txt bld' },
    field(
      en.comparison,
      select(
        'c',
        choice.id,
        named.map((id) => [id, id]),
      ),
    ),
    field(
      en.view,
      select(
        'view',
        choice.view,
        [...new Set([...VIEWS, choice.view])].map((view) => [view, view.replaceAll(',', ', ')]),
      ),
    ),
    field(
      en.theme,
      select(
        'theme',
        choice.theme,
        THEME_CHOICES.map((theme) => [theme, en.themes[theme]]),
      ),
    ),
    field(en.at, h('input', { name: 'at', value: choice.at, inputmode: 'decimal' })),
    check('editable', en.editable, choice.isEditable),
    check('pin', en.pinned, choice.isPinned),
    check('moving', en.moving, choice.isMoving),
    choice.others.map(([name, value]) => h('input', { type: 'hidden', name, value })),
    h('button', { type: 'submit' }, en.submit),
  );
}

function code(list: readonly Snippet[], origin: string): Markup {
  const policies = policyLines(origin);
  return h(
    'section',
    { class: 'sec emb' },
    list.map(({ kind, code: text }) => [
      h('h3', null, en.kinds[kind]),
      h('pre', { tabindex: 0 }, h('code', { id: `code-${kind}` }, text)),
      h(
        'button',
        { type: 'button', hidden: true, 'data-snippet': `code-${kind}`, 'data-done': en.copied },
        en.copy,
      ),
      policies[kind] !== '' &&
        h('p', { class: 'mut sm' }, en.policy, h('code', null, policies[kind])),
    ]),
  );
}
