import type { Markup } from './markup.ts';

/** Elements whose text is not markup, so that it cannot be escaped. */
const RAW = new Set(['style', 'script']);
const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'wbr',
]);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Characters that XML forbids, and a browser has no use for. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/**
 * The tree as HTML; an SVG tree comes out as XML too. The one place where markup is made of text,
 * so the one that escapes.
 *
 * The text of `<style>` and `<script>` stands as it is and must be a constant of the build, except
 * that JSON has each `<` written as an escape.
 *
 * @throws RangeError if a `<style>` or a script holds `</` or `<!--`, which would end or hide it
 */
export function toHtml(node: Markup | string): string {
  return printed(node, false);
}

/**
 * The tree as HTML that is XML too, for pages that other engines make: no tag is left open, no
 * attribute without a value.
 *
 * @throws RangeError as {@link toHtml}
 */
export function toXhtml(node: Markup | string): string {
  return printed(node, true);
}

function printed(node: Markup | string, isXml: boolean): string {
  if (typeof node === 'string') return escapedHtml(node);
  const { tag, attrs, children } = node;
  const open = `<${tag}${attributes(attrs, isXml)}`;
  if (VOID.has(tag)) return `${open}${isXml ? ' />' : '>'}`;
  const inner = RAW.has(tag)
    ? rawText(node, isXml)
    : children.map((child) => printed(child, isXml)).join('');
  return `${open}>${inner}</${tag}>`;
}

/** A whole HTML page: the doctype, then the tree. */
export function toDocument(html: Markup): string {
  return `<!doctype html>\n${toHtml(html)}\n`;
}

function attributes(attrs: Markup['attrs'], isXml: boolean): string {
  return Object.entries(attrs)
    .map(([name, value]) => {
      if (value === null || value === false) return '';
      if (value === true) return isXml ? ` ${name}=""` : ` ${name}`;
      return ` ${name}="${escapedHtml(String(value))}"`;
    })
    .join('');
}

function rawText({ tag, attrs, children }: Markup, isXml: boolean): string {
  const text = children.map((child) => (typeof child === 'string' ? child : '')).join('');
  if (String(attrs['type']).endsWith('json')) {
    const sign = isXml ? /[<>&]/g : /</g; // in XML the text of a script is like any other
    return text.replaceAll(sign, (it) => `\\u00${it.charCodeAt(0).toString(16)}`);
  }
  if (/<\/|<!--/.test(text)) throw new RangeError(`<${tag}> holds "</" or "<!--": not a constant`);
  return text;
}

/** Text as it stands between tags, or in a quoted attribute. */
export function escapedHtml(text: string): string {
  return text.replaceAll(FORBIDDEN, '\ufffd').replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign]!);
}
