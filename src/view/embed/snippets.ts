import type { Words } from '../words/words.ts';
import type { Comparison } from '../../core/comparison-types.ts';
import { embedFrame, tallestFrame } from './frame.ts';
import { toXhtml } from '../markup/html.ts';
import { toJsx } from '../markup/jsx.ts';
import type { EmbedOptions } from '../links.ts';
import { h } from '../markup/markup.ts';
import type { Attrs, Child, Markup } from '../markup/markup.ts';
import { CARD_SIZE } from '../card/size.ts';
import { altText } from '../text/summary.ts';
import { ELEMENT_STYLE, reservingStyle } from './reserve.ts';

/** A script that pasted code loads: the newest, or one whose hash is in its name, with its integrity. */
export interface SnippetScript {
  /** absolute */
  readonly url: string;
  /** `sha384-…`; `null` for the newest one, whose content changes */
  readonly integrity: string | null;
}

/** What the code to paste for a comparison is made of. */
export interface SnippetChoice extends EmbedOptions {
  readonly comparison: Comparison;
  /** absolute addresses that cannot change their question, pinned or live */
  readonly page: string;
  readonly png: string;
  readonly badge: string;
  readonly embed: string;
  readonly script: SnippetScript;
  /** fits an iframe to the height that it reports */
  readonly resizer: SnippetScript;
  /** the JSON document, to be carried along; `null` to have it loaded */
  readonly document: string | null;
}

/** Code to paste, by the kind of place it is for. */
export interface Snippet {
  readonly kind:
    | 'element'
    | 'inline'
    | 'jsx'
    | 'iframe'
    | 'address'
    | 'markdown'
    | 'badge'
    | 'picture'
    | 'image'
    | 'link';
  readonly code: string;
}

/** The code to paste for a comparison, one of each kind. Text of the data is escaped for the place it is for. */
export function snippets(choice: SnippetChoice, words: Words): Snippet[] {
  const { comparison: c, page, png, badge, embed, document } = choice;
  const alt = altText(c, words);
  const height = tallestFrame(c, choice, words);
  const frame = embedFrame(embed, c.title, { width: '100%', height });
  const list: Snippet[] = [
    { kind: 'element', code: elementCode(choice, null, alt, words) },
    { kind: 'jsx', code: elementJsx(choice, alt, words) },
    { kind: 'iframe', code: [frame, scriptOf(choice.resizer)].map(toXhtml).join('\n') },
    { kind: 'address', code: embed },
    { kind: 'markdown', code: pictureLink(alt, png, page) },
    { kind: 'badge', code: pictureLink(alt, badge, page) },
    { kind: 'picture', code: png },
    { kind: 'image', code: toXhtml(linkedPicture(choice, alt)) },
    { kind: 'link', code: toXhtml(h('a', { href: page }, c.title)) },
  ];
  if (document !== null) {
    const code = elementCode(choice, document, alt, words);
    list.splice(1, 0, { kind: 'inline', code });
  }
  return list;
}

/**
 * Each tag that opens a block stands on a line of its own: only so does Markdown take the block as
 * HTML and leave its text alone.
 */
function elementCode(
  choice: SnippetChoice,
  document: string | null,
  alt: string,
  words: Words,
): string {
  const data = document !== null && h('script', { type: 'application/json' }, document);
  const content = [data, standIn(choice, alt, words)].flatMap((part) => (part ? ['\n', part] : []));
  const element = elementOf(choice, document === null, [...content, '\n']);
  const loads = [...(document === null ? [preload(choice)] : []), scriptOf(choice.script)];
  return [...loads, element].map(toXhtml).join('\n');
}

/** The same for React and MDX; `async`, so that React puts the script into the head, once a page. */
function elementJsx(choice: SnippetChoice, alt: string, words: Words): string {
  const load = scriptOf(choice.script, { async: true });
  return toJsx([preload(choice), load, elementOf(choice, true, [standIn(choice, alt, words)])]);
}

/** The `script` tag that loads a script. */
export function scriptOf({ url, integrity }: SnippetScript, more: Attrs = {}): Markup {
  const crossorigin = integrity === null ? null : '';
  return h('script', { ...more, type: 'module', src: url, integrity, crossorigin });
}

/** Has the document on its way while the script is; the element asks for it in the same way. */
function preload({ page }: SnippetChoice): Markup {
  const href = page.replace(/\?|$/, '.json$&');
  return h('link', { rel: 'preload', href, as: 'fetch', crossorigin: '' });
}

function elementOf(choice: SnippetChoice, isLoaded: boolean, content: readonly Child[]): Markup {
  const { page, view, metrics, theme, isEditable } = choice;
  return h(
    'matchpoint-compare',
    {
      src: isLoaded ? page : null,
      view,
      metrics,
      theme: theme === 'auto' ? null : theme,
      editable: isEditable,
      style: ELEMENT_STYLE,
    },
    ...content,
  );
}

/** What stands in the element until its figure is drawn, and keeps the room for that free. */
function standIn(choice: SnippetChoice, alt: string, words: Words): Markup {
  return linkedPicture(choice, alt, reservingStyle(choice.comparison, choice, words));
}

/**
 * A picture that links to its page. Its style keeps its proportions where a page sets a width alone; it is
 * loaded once it is scrolled near.
 *
 * @param linkStyle - `style` attribute of the link
 */
export function linkedPicture(
  { page, png }: Pick<SnippetChoice, 'page' | 'png'>,
  alt: string,
  linkStyle: string | null = null,
): Markup {
  const style = 'max-width:100%;height:auto';
  const shown = { style, loading: 'lazy', decoding: 'async' };
  return h(
    'a',
    { href: page, style: linkStyle },
    h('img', { src: png, alt, ...CARD_SIZE, ...shown }),
  );
}

/** A picture that links to a page, in Markdown. */
export function pictureLink(alt: string, picture: string, page: string): string {
  return `[![${plain(alt)}](${picture})](${page})`;
}

/** Text that means nothing in Markdown. */
function plain(text: string): string {
  return text.replaceAll(/[[\]()\\`*_<>|!]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ');
}

/** What a strict Content-Security-Policy of the page around has to allow, by kind of code; empty for nothing. */
export function policyLines(origin: string): Readonly<Record<Snippet['kind'], string>> {
  const element = `script-src ${origin}; connect-src ${origin}; img-src ${origin}`;
  return {
    element,
    inline: `script-src ${origin}; img-src ${origin}`,
    jsx: element,
    iframe: `frame-src ${origin}; script-src ${origin}`,
    address: `frame-src ${origin}`,
    markdown: `img-src ${origin}`,
    badge: `img-src ${origin}`,
    picture: `img-src ${origin}`,
    image: `img-src ${origin}`,
    link: '',
  };
}
