import type { Markup } from '../src/view/markup.ts';

const SVG = 'http://www.w3.org/2000/svg';
const HTML = 'http://www.w3.org/1999/xhtml';

/** What each element was last made from: to compare with that is quicker than to ask the DOM. */
const drawn = new WeakMap<Node, Markup>();

/**
 * Makes the children of `parent` those of the tree, keeping every node that fits: a caret, a focus
 * or a drag survives, and little is laid out anew. Text is always text.
 *
 * An attribute `--x` is a custom property, set through the CSSOM, which no CSP forbids.
 */
export function render(parent: ParentNode & Node, wanted: readonly (Markup | string)[]): void {
  let old = parent.firstChild;
  for (const child of wanted) {
    const node = fitting(parent, old, child);
    if (!old) parent.append(node);
    else if (node !== old) old.replaceWith(node);
    old = node.nextSibling;
  }
  while (old) {
    const next = old.nextSibling;
    old.remove();
    old = next;
  }
}

function fitting(parent: Node, old: ChildNode | null, child: Markup | string): ChildNode {
  if (typeof child === 'string') {
    if (!(old instanceof Text)) return new Text(child);
    if (old.data !== child) old.data = child;
    return old;
  }
  const { tag, attrs, children } = child;
  const before = old ? drawn.get(old) : undefined;
  const isSvg = tag === 'svg' || (parent instanceof Element && parent.namespaceURI === SVG);
  const isKept = before?.tag === tag;
  const element = isKept ? (old as Element) : document.createElementNS(isSvg ? SVG : HTML, tag);
  const known = isKept ? before.attrs : {};
  for (const name in known) if (!(name in attrs)) element.removeAttribute(name);
  for (const name in attrs) setAttribute(element, name, attrs[name], known[name]);
  drawn.set(element, child);
  render(element, children);
  return element;
}

function setAttribute(
  element: Element,
  name: string,
  value: Markup['attrs'][string] | undefined,
  known: Markup['attrs'][string] | undefined,
): void {
  const text = value === true ? '' : String(value);
  if (value !== known) {
    if (name.startsWith('--')) (element as HTMLElement).style.setProperty(name, text);
    else element.setAttribute(name, text);
  }
  if (!(element instanceof HTMLInputElement)) return;
  if (name === 'checked') element.checked = true;
  // What a reader has typed or dragged is theirs while they are at it.
  if (name === 'value' && !element.matches(':focus')) element.value = text;
}
