import type { Markup } from '../src/view/markup/markup.ts';

/** An input or an option of a select: the elements that hold what a reader sets. */
type Control = HTMLInputElement & HTMLOptionElement;

/** The tree that each element was drawn from last: quicker to compare with than the DOM. */
const drawn = new WeakMap<Node, Markup>();

/**
 * Makes the children of `parent` those that are wanted, changing the nodes that are there where their
 * tags allow it: a caret, a focus or a drag survives, and little is laid out anew. A tree that is the
 * same object as last time is skipped. Text is never parsed as markup.
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

/** The node that is there, changed to what is wanted, or else a new one. */
function fitting(parent: Node, old: ChildNode | null, child: Markup | string): ChildNode {
  if (typeof child === 'string') {
    if (!(old instanceof Text)) return new Text(child);
    if (old.data !== child) old.data = child;
    return old;
  }
  const { tag, attrs, children } = child;
  const before = drawn.get(old!); // of no node there is none
  if (before === child) return old!;
  const isKept = before?.tag === tag;
  const space = tag === 'svg' ? 'http://www.w3.org/2000/svg' : (parent as Element).namespaceURI;
  const element = isKept
    ? (old as Control)
    : ((space ? document.createElementNS(space, tag) : document.createElement(tag)) as Control);
  const known = isKept ? before.attrs : {};
  for (const name in known) if (!(name in attrs)) element.removeAttribute(name);
  for (const name in attrs) {
    const value = attrs[name] === true ? '' : String(attrs[name]);
    if (attrs[name] !== known[name]) {
      if (name.startsWith('--')) element.style.setProperty(name, value);
      else element.setAttribute(name, value);
    }
  }
  // What a reader has set is not in the attributes. Typed or dragged, it is theirs while at it.
  if (tag === 'input') {
    element.checked = 'checked' in attrs;
    if (!element.matches(':focus')) element.value = String(attrs['value'] ?? '');
  }
  if (tag === 'option') element.selected = 'selected' in attrs;
  drawn.set(element, child);
  render(element, children);
  return element;
}
