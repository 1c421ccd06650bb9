import type { Words } from '../words/words.ts';
import type { Comparison } from '../../core/comparison-types.ts';
import { embedFrame, frameHeight } from './frame.ts';
import { toHtml } from '../markup/html.ts';
import type { EmbedOptions } from '../links.ts';
import { h } from '../markup/markup.ts';
import { altText } from '../text/summary.ts';

/** The script that an element's snippet loads: the moving one, or a hashed one with its integrity. */
export interface SnippetScript {
  /** absolute */
  readonly url: string;
  /** `null` for the moving one, whose content may change */
  readonly integrity: string | null;
}

export interface SnippetChoice extends EmbedOptions {
  readonly comparison: Comparison;
  /** absolute addresses that cannot change their question, pinned or live */
  readonly page: string;
  readonly png: string;
  readonly embed: string;
  readonly script: SnippetScript;
  /** the JSON document, to be carried along; `null` to have it loaded */
  readonly document: string | null;
}

/** Code to paste, by the kind of place it is for. */
export interface Snippet {
  readonly kind: 'element' | 'inline' | 'iframe' | 'markdown' | 'image' | 'link';
  readonly code: string;
}

/** Every way to show a comparison elsewhere. Text of the data is escaped for the place it is for. */
export function snippets(choice: SnippetChoice, words: Words): Snippet[] {
  const { comparison: c, page, png, embed, document, view, isEditable } = choice;
  const alt = altText(c, words);
  const image = h('img', { src: png, alt, width: 1200, height: 630, loading: 'lazy' });
  const height = frameHeight(c, view, isEditable);
  const frame = embedFrame(embed, c.title, { width: '100%', height });
  const list: Snippet[] = [
    { kind: 'element', code: elementCode(choice, null, alt) },
    { kind: 'iframe', code: toHtml(frame) },
    { kind: 'markdown', code: `[![${plain(alt)}](${png})](${page})` },
    { kind: 'image', code: toHtml(h('a', { href: page }, image)) },
    { kind: 'link', code: toHtml(h('a', { href: page }, c.title)) },
  ];
  if (document !== null) {
    list.splice(1, 0, { kind: 'inline', code: elementCode(choice, document, alt) });
  }
  return list;
}

function elementCode(choice: SnippetChoice, document: string | null, alt: string): string {
  const { page, png, script, view, metrics, theme, isEditable } = choice;
  const { url, integrity } = script;
  const crossorigin = integrity === null ? null : '';
  const load = h('script', { type: 'module', src: url, integrity, crossorigin });
  const element = h(
    'matchpoint-compare',
    {
      src: document === null ? page : null,
      view,
      metrics,
      theme: theme === 'auto' ? null : theme,
      editable: isEditable,
    },
    document !== null && h('script', { type: 'application/json' }, document),
    h('a', { href: page }, h('img', { src: png, alt, width: 1200, height: 630 })),
  );
  return `${toHtml(load)}\n${toHtml(element)}`;
}

/** Text that means nothing in Markdown. */
function plain(text: string): string {
  return text.replaceAll(/[[\]()\\`*_<>|!]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ');
}

/** The lines that a strict Content-Security-Policy of the page around needs, by kind of snippet. */
export function policyLines(origin: string): Readonly<Record<Snippet['kind'], string>> {
  const element = `script-src ${origin}; connect-src ${origin}; img-src ${origin}`;
  return {
    element,
    inline: `script-src ${origin}; img-src ${origin}`,
    iframe: `frame-src ${origin}`,
    markdown: `img-src ${origin}`,
    image: `img-src ${origin}`,
    link: '',
  };
}
