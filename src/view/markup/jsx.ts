import { escapedHtml } from './html.ts';
import type { Attrs, Markup } from './markup.ts';

/** Attributes whose name in React is another. */
const NAMES: Readonly<Record<string, string>> = {
  crossorigin: 'crossOrigin',
  frameborder: 'frameBorder',
};

/** The trees as one JSX expression, which MDX takes as a block: a tag a line, and no blank lines. */
export function toJsx(nodes: readonly Markup[]): string {
  return ['<>', ...nodes.flatMap((node) => lines(node, '  ')), '</>'].join('\n');
}

function lines(node: Markup | string, indent: string): string[] {
  if (typeof node === 'string') return [`${indent}${jsxText(node)}`];
  const { tag, attrs, children } = node;
  const open = `${indent}<${tag}${attributes(attrs)}`;
  if (children.length === 0) return [`${open} />`];
  const inner = children.flatMap((child) => lines(child, `${indent}  `));
  return [`${open}>`, ...inner, `${indent}</${tag}>`];
}

function attributes(attrs: Attrs): string {
  return Object.entries(attrs)
    .map(([name, value]) => {
      const key = NAMES[name] ?? name;
      if (value === true) return ` ${key}`;
      if (name === 'style') return ` style={${styleObject(String(value))}}`;
      return typeof value === 'number'
        ? ` ${key}={${value}}`
        : ` ${key}="${escapedHtml(String(value))}"`;
    })
    .join('');
}

/** `--a:1px;max-width:100%` as React has it: `{ '--a': '1px', maxWidth: '100%' }`. */
function styleObject(style: string): string {
  const pairs = style.split(';').map((declaration) => {
    const [property = '', value = ''] = declaration.split(/:(.*)/s).map((part) => part.trim());
    const name = property.startsWith('--')
      ? `'${property}'`
      : property.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    return `${name}: ${JSON.stringify(value).replaceAll('"', "'")}`;
  });
  return `{ ${pairs.join(', ')} }`;
}

/** Braces would be an expression. */
function jsxText(text: string): string {
  return escapedHtml(text).replaceAll('{', '&#123;').replaceAll('}', '&#125;');
}
