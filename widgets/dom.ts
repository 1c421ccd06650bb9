import type { Markup } from '../src/view/markup.ts';

const SVG = 'http://www.w3.org/2000/svg';
const HTML = 'http://www.w3.org/1999/xhtml';

/**
 * Makes the children of `parent` those of the tree, keeping every node that fits: a caret, a focus
 * or a drag survives, and little is laid out anew. Text is always text.
 *
 * An attribute `--x` is a custom property, set through the CSSOM, which no CSP forbids.
 */
export function render(parent: ParentNode & Node, wanted: readonly (Markup | string)[]): void {
  wanted.forEach((child, i) => {
    const old = parent.childNodes[i];
    const node = fitting(parent, old, child);
    if (!old) parent.append(node);
    else if (node !== old) old.replaceWith(node);
  });
  while (parent.childNodes.length > wanted.length) parent.lastChild!.remove();
}

function fitting(parent: Node, old: ChildNode | undefined, child: Markup | string): Node {
  if (typeof child === 'string') {
    if (!(old instanceof Text)) return new Text(child);
    if (old.data !== child) old.data = child;
    return old;
  }
  const { tag, attrs, children } = child;
  const isSvg = tag === 'svg' || (parent instanceof Element && parent.namespaceURI === SVG);
  const element =
    old instanceof Element && old.localName === tag
      ? old
      : document.createElementNS(isSvg ? SVG : HTML, tag);
  for (const name of element.getAttributeNames()) {
    if (attrs[name] === undefined && name !== 'style' && name !== 'open') {
      element.removeAttribute(name);
    }
  }
  for (const [name, value] of Object.entries(attrs)) setAttribute(element, name, value);
  render(element, children);
  return element;
}

function setAttribute(element: Element, name: string, value: Markup['attrs'][string]): void {
  const text = value === true ? '' : String(value);
  if (name.startsWith('--')) {
    (element as HTMLElement | SVGElement).style.setProperty(name, text);
  } else if (element.getAttribute(name) !== text) {
    element.setAttribute(name, text);
  }
  if (name === 'checked' && element instanceof HTMLInputElement) element.checked = true;
  // What a reader has typed or dragged is theirs while they are at it.
  if (name === 'value' && element instanceof HTMLInputElement && !element.matches(':focus')) {
    element.value = text;
  }
}
