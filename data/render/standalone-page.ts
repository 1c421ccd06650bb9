import { en } from '../../src/view/words/en/index.ts';
import { CHANGED_SCRIPT } from '../../src/view/page/changed-note.ts';
import { SEARCH_SCRIPT } from '../../src/view/links.ts';
import { js } from '../../src/view/markup/js.ts';
import { h } from '../../src/view/markup/markup.ts';
import type { Markup } from '../../src/view/markup/markup.ts';
import { withPolicy } from './page-policy.ts';

/** What a page needs to stand without its site. */
interface Standalone {
  /**
   * The file beside the page, with a query where it has one, that an address of the site leads to;
   * `null` where there is none
   *
   * @param path - from `/` on, with query and fragment
   */
  readonly fileOf: (path: string) => string | null;
  /**
   * The comparison of a page as JSON, for the element, which cannot ask for it; `null` for a page
   * without one
   *
   * @param path - of the page on the site
   */
  readonly documentOf: (path: string) => string | null;
}

/** The element's script: a classic one, for browsers load no module from a file. */
export const SCRIPT_FILE = 'matchpoint.js';

/** Parts of a page that ask a server, or give code that names one. */
const SERVER_PARTS = new Set(['ask', 'embed']);
/** Properties of link previews that have to be absolute addresses. */
const ABSOLUTE = /^og:(url|image)/;
const LINKING = ['href', 'src', 'srcset'] as const;
/** Links that are a sentence of their own, which says nothing where they lead nowhere. */
const INVITATIONS = new Set([en.page.bestRecipeLink, en.ranking.every, en.page.pinned]);

/**
 * Takes targets and prices of the address to the figure, as a page of the site has them from its
 * server, and says that the text does not follow them, nor what a reader changes.
 */
const STANDALONE_SCRIPT = js`
  const figure = document.querySelector('matchpoint-compare');
  const note = document.querySelector('#changed');
  const query = new URLSearchParams(location.search);
  const usd = [...query].flatMap(([key, value]) =>
    key === 'usd' ? value : key.startsWith('usd.') ? key.slice(4) + '=' + value : [],
  );
  const asked = { at: query.get('at'), util: query.get('util'), usd: usd.join(' ') };
  for (const name in asked) {
    if (!asked[name]) continue;
    figure.setAttribute(name, asked[name]);
    note.hidden = false;
  }
  document.addEventListener('matchpoint-change', () => (note.hidden = false));
`;

/**
 * A page of the site as one that stands in a folder, opened from a web server or as a file: links
 * lead to files beside it, those that would lead to none are text or left out, and so are forms and
 * code to embed, which need the site. The element has its data in the page.
 */
export function standalonePage(html: Markup, { fileOf, documentOf }: Standalone): Markup {
  const path = canonicalOf(html);
  const [page] = changed(html, { fileOf, path, document: documentOf(path) });
  return withPolicy(page as Markup);
}

/** The address of a page on its site; empty for one that has none. */
export function canonicalOf(html: Markup): string {
  const [head] = html.children as readonly Markup[];
  const link = (head!.children as readonly Markup[]).find(
    ({ attrs }) => attrs?.['rel'] === 'canonical',
  );
  return String(link?.attrs['href'] ?? '');
}

type Node = Markup | string;

interface Place extends Pick<Standalone, 'fileOf'> {
  /** of the page on the site */
  readonly path: string;
  readonly document: string | null;
}

function changed(node: Node, to: Place): readonly Node[] {
  if (typeof node === 'string') return [node];
  const { tag, attrs, children } = node;
  if (isLeftOut(node)) return [];
  if (tag === 'script' && attrs['src'] !== undefined) {
    return [{ ...node, attrs: { defer: true, src: SCRIPT_FILE } }];
  }
  if (children[0] === CHANGED_SCRIPT) return [{ ...node, children: [STANDALONE_SCRIPT] }];
  if (attrs['id'] === 'changed') return [{ ...node, children: children.slice(0, 1) }];
  if (tag === 'button') return button(node, to);
  if (tag === 'li' && children.every((child) => isDeadLink(child, to))) return [];
  const inner = children.flatMap((child) => changed(child, to));
  const linking = LINKING.find((name) => isOfSite(attrs[name]) && tag !== 'matchpoint-compare');
  if (linking !== undefined) {
    const file = to.fileOf(String(attrs[linking]));
    if (file !== null) return [{ ...node, attrs: { ...attrs, [linking]: file }, children: inner }];
    return tag === 'a' && !isInvitation(node) ? inner : [];
  }
  if (tag === 'matchpoint-compare') return [withData(node, inner, to)];
  return isEmptied(node, inner) ? [] : [{ ...node, children: inner }];
}

function isLeftOut({ tag, attrs }: Markup): boolean {
  if (tag === 'link') return attrs['rel'] === 'canonical';
  if (tag === 'meta') return ABSOLUTE.test(String(attrs['property']));
  if (tag === 'script') {
    // one names the site's addresses, the other searches the site
    return attrs['type'] === 'application/ld+json' || attrs['src'] === SEARCH_SCRIPT;
  }
  return tag === 'form' || SERVER_PARTS.has(String(attrs['id']));
}

function isOfSite(address: unknown): boolean {
  return typeof address === 'string' && address.startsWith('/');
}

function isDeadLink(node: Node, { fileOf }: Place): boolean {
  if (typeof node === 'string' || node.tag !== 'a') return false;
  return isOfSite(node.attrs['href']) && fileOf(String(node.attrs['href'])) === null;
}

function isInvitation({ attrs, children }: Markup): boolean {
  return attrs['href'] === '/api' || INVITATIONS.has(String(children[0]));
}

/** The element with its document inside, in place of the address that it would ask. */
function withData(
  { attrs: { src: _, ...attrs }, ...node }: Markup,
  inner: readonly Node[],
  { document }: Place,
): Markup {
  const data = h('script', { type: 'application/json' }, document);
  return { ...node, attrs, children: [data, ...inner] };
}

/** A button that copies: a picture that is beside the page, or a text without the page's address. */
function button(node: Markup, { fileOf, path }: Place): Node[] {
  const value = String(node.attrs['data-value']);
  const copied = isOfSite(value) ? fileOf(value) : value.replace(` ${path}`, '');
  return copied === null ? [] : [{ ...node, attrs: { ...node.attrs, 'data-value': copied } }];
}

/** Whether links were all that a part had to say, beside its heading. */
function isEmptied({ tag, children }: Markup, inner: readonly Node[]): boolean {
  if (inner.length === 0) return children.length > 0;
  if (inner.length === children.length && tag !== 'section') return false;
  const says = inner.filter((child) => typeof child !== 'string' || /[^\s.,:·]/.test(child));
  if (tag === 'section') {
    return says.every((child) => typeof child !== 'string' && child.tag === 'h2');
  }
  return tag === 'p' && says.length === 0;
}
